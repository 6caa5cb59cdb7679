import Foundation
import Governance

/// A moment written by RFC 3339, always with its offset.
enum Instant {
    /// Nil for anything else, also for a day or an hour that does not exist.
    static func read(_ text: String) -> Date? {
        var rest = Array(text.utf8)[...]
        guard let day = Day(String(decoding: rest.prefix(10), as: UTF8.self)), rest.count > 10 else { return nil }
        rest = rest.dropFirst(10)
        guard let mark = rest.popFirst(), [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(mark)
        else { return nil }
        guard let hour = two(&rest, upTo: 23), colon(&rest), let minute = two(&rest, upTo: 59), colon(&rest),
            let second = two(&rest, upTo: 60), let fraction = fraction(&rest), let offset = offset(rest)
        else { return nil }
        let seconds = hour * 3600 + minute * 60 + second - offset
        return Date(timeIntervalSince1970: Double(daysSince1970(day) * 86_400 + seconds) + fraction)
    }

    private static func two(_ rest: inout ArraySlice<UInt8>, upTo most: Int) -> Int? {
        guard let tens = digit(&rest), let ones = digit(&rest), tens * 10 + ones <= most else { return nil }
        return tens * 10 + ones
    }

    private static func digit(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let byte = rest.first, (48...57).contains(byte) else { return nil }
        rest.removeFirst()
        return Int(byte) - 48
    }

    private static func colon(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: ":") else { return false }
        rest.removeFirst()
        return true
    }

    private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Double? {
        guard rest.first == UInt8(ascii: ".") else { return 0 }
        rest.removeFirst()
        var fraction = 0.0
        var step = 0.1
        guard rest.first.map({ (48...57).contains($0) }) == true else { return nil }
        while let digit = digit(&rest) {
            fraction += Double(digit) * step
            step /= 10
        }
        return fraction
    }

    private static func offset(_ given: ArraySlice<UInt8>) -> Int? {
        var rest = given
        guard let sign = rest.popFirst() else { return nil }
        if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return rest.isEmpty ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hours = two(&rest, upTo: 23), colon(&rest), let minutes = two(&rest, upTo: 59), rest.isEmpty
        else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "+") ? 1 : -1)
    }

    private static func daysSince1970(_ day: Day) -> Int {
        let year = day.month <= 2 ? day.year - 1 : day.year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
