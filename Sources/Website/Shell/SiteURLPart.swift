import Foundation

extension SiteURL {
    /// A piece of an address that differs: `.any` in the router, a value in a link.
    package enum Part: Sendable, Hashable, ExpressibleByStringLiteral {
        case any
        case value(String)

        package init(stringLiteral value: String) { self = .value(value) }

        func named(_ name: String) -> String {
            switch self {
            case .any: "{\(name)}"
            case .value(let value):
                value.utf8.allSatisfy(Self.isPlain)
                    ? value : value.addingPercentEncoding(withAllowedCharacters: Self.plain) ?? ""
            }
        }

        private static let plain = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~")

        /// The same as `plain`, of one byte: nearly every value is made of such alone.
        private static func isPlain(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"):
                true
            default: false
            }
        }
    }
}
