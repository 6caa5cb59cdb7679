import Foundation
import Governance

/// A day that someone typed or picked, as an instant by the clock in London.
enum DayField {
    /// The first instant of the day; nil when nothing was typed.
    static func beginning(_ text: String, field: String) throws -> Date? {
        try day(text, field: field).flatMap { When.end(of: $0.adding(days: -1)) }
    }

    /// The first instant after the day; nil when nothing was typed.
    static func end(_ text: String, field: String) throws -> Date? {
        try day(text, field: field).flatMap(When.end)
    }

    private static func day(_ text: String, field: String) throws -> Day? {
        if text.isEmpty { return nil }
        guard let day = Day(written: text) else {
            throw ActionError.invalid(field, "Write the day like this: 24 November 2026")
        }
        return day
    }
}
