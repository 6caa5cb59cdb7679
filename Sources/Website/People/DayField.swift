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

    /// `2027-07-31` or `31/07/2027`.
    private static func day(_ text: String, field: String) throws -> Day? {
        if text.isEmpty { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let british =
            parts.count == 3 && parts[2].count == 4
            ? Day(year: Int(parts[2]) ?? 0, month: Int(parts[1]) ?? 0, day: Int(parts[0]) ?? 0) : nil
        guard let day = Day(text) ?? british else {
            throw ActionError.invalid(field, "Write the day as 2027-07-31 or 31/07/2027")
        }
        return day
    }
}
