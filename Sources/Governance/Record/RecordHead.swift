import Foundation

/// The last event: its number and hash prove everything before it. Printed on reports and backups as `NUMBER:HASH`.
package struct RecordHead: Sendable, Equatable, CustomStringConvertible {
    package let number: Int
    package let hash: Data

    package init(number: Int, hash: Data) {
        self.number = number
        self.hash = hash
    }

    /// Reads `NUMBER:HASH`, the hash in 64 hexadecimal digits; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), number >= 0, parts[1].utf8.count == 64 else { return nil }
        var hash = Data()
        var rest = parts[1][...]
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            hash.append(byte)
            rest = rest.dropFirst(2)
        }
        self.init(number: number, hash: hash)
    }

    package var description: String {
        let digits = hash.map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        return "\(number):\(digits.joined())"
    }
}
