import Crypto
import Foundation
import Governance

/// Codes that change every half minute, as telephones show them: RFC 6238 with SHA-1, six digits, thirty seconds.
package enum OneTimeCode {
    static let period: TimeInterval = 30

    /// 160 bits, as RFC 4226, 4 asks.
    static func secret() -> Data { Data(Randomness.system.bytes(20)) }

    static func step(at instant: Date) -> Int64 { Int64((instant.timeIntervalSince1970 / period).rounded(.down)) }

    /// RFC 4226, 5.3.
    static func code(_ secret: Data, step: Int64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Data($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The half minute that a code is of: this one, the one before or after; nil for any other code.
    static func step(of code: String, secret: Data, at instant: Date) -> Int64? {
        let now = step(at: instant)
        var found: Int64?
        for step in [now - 1, now, now + 1]
        where areEqual(Data(code.utf8), Data(self.code(secret, step: step).utf8)) {
            found = step
        }
        return found
    }

    /// What was typed, without spaces in it.
    static func typed(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "-" } }

    /// The key as people type it: RFC 4648, 6, in fours.
    package static func text(of secret: Data) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var held: UInt32 = 0
        var bits: UInt32 = 0
        for byte in secret {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[Int(held >> bits & 31)])
            }
        }
        if bits > 0 { text.append(letters[Int(held << (5 - bits) & 31)]) }
        return text
    }

    /// What the square holds that a telephone reads.
    static func address(of secret: Data, name: String, at organisation: String) -> String {
        let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-_.~@"))
        let escaped = { (text: String) in text.addingPercentEncoding(withAllowedCharacters: plain) ?? "" }
        return "otpauth://totp/\(escaped("Chaperone \(organisation)")):\(escaped(name))?secret=\(text(of: secret))"
            + "&issuer=\(escaped("Chaperone \(organisation)"))&algorithm=SHA1&digits=6&period=30"
    }
}

/// Codes for when the telephone is lost: ten, each counts once.
enum RecoveryCodes {
    static let count = 10

    static func fresh() -> [String] {
        (0..<count).map { _ in
            let text = Base32.text(of: Randomness.system.bytes(10))
            return stride(from: 0, to: 16, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: "-")
        }
    }

    /// They are random, so they need no salt.
    static func hash(_ typed: String, of user: Identifier<User>) -> Data {
        tokenHash("recovery \(user.text) " + OneTimeCode.typed(typed).lowercased())
    }
}

extension OneTimeCode {
    /// What a telephone with this key would show.
    package static func code(ofKey text: String, at now: Date) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bytes: [UInt8] = []
        var held = 0
        var bits = 0
        for letter in text.filter({ !$0.isWhitespace }) {
            held = (held << 5 | (letters.firstIndex(of: letter) ?? 0)) & 0xffff
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(held >> bits & 255))
            }
        }
        return code(Data(bytes), step: step(at: now))
    }
}
