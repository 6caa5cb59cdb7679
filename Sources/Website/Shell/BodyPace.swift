/// How fast the body of a request has to come.
///
/// A form or a small picture is there within the first half minute, and that asks for little: a line that has to wake up, or
/// a phone in a lift, begins slowly. What lasts longer is a picture or a film, and keeps one of the few turns from others: it
/// has to bring 8 kilobytes a second, on average over half a minute. That number is ours. It is 64 kilobits a second: a
/// phone on the edge of an EDGE network (about 100) keeps to it, so does one with good signal that loses it for twenty
/// seconds, and a picture of four megabytes may take eight minutes.
package struct BodyPace: Sendable {
    /// After each of which it is asked.
    package static let seconds: Int64 = 30
    /// Bytes that the first such time has to bring.
    private static let leastAtFirst = 8_192
    /// Bytes that each later one has to bring.
    private static let least = 8_192 * Int(seconds)

    /// Bytes since it was last asked.
    package var received = 0
    private var isFirst = true

    package init() {}

    /// Asked at the end of each such time: whether enough came. Then it counts from none again.
    package mutating func isKept() -> Bool {
        defer {
            received = 0
            isFirst = false
        }
        return received >= (isFirst ? Self.leastAtFirst : Self.least)
    }
}
