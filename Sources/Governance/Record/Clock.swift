import Foundation

/// What time it is, entered by value so that tests and the demonstration choose their own day.
package struct Clock: Sendable {
    private let read: @Sendable () -> Date

    package init(_ read: @escaping @Sendable () -> Date) {
        self.read = read
    }

    package static let system = Clock { Date() }

    /// A clock that stands still.
    package static func at(_ instant: Date) -> Clock { Clock { instant } }

    /// The instant in whole milliseconds, as the record keeps it.
    package var now: Date {
        Date(timeIntervalSince1970: (read().timeIntervalSince1970 * 1000).rounded(.down) / 1000)
    }
}

extension Date {
    /// Milliseconds since 1970, as every database column of an instant holds it.
    package var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    package init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
