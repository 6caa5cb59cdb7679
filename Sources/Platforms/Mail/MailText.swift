import Foundation
import Governance

/// A message as it goes over the wire: RFC 5322, with its text as UTF-8 in base64 (RFC 2045), so that no line is too long
/// and none begins with a dot.
enum MailText {
    static func bytes(of mail: OutgoingMail) throws -> [UInt8] {
        for address in [mail.from, mail.to] where !MailServer.isAddress(address) {
            throw MailTrouble("“\(address.filter { !$0.isNewline }.prefix(80))” is no e-mail address", isFinal: true)
        }
        let domain = mail.from.split(separator: "@").last ?? "chaperone.invalid"
        let lines = [
            "From: \(encoded(mail.fromName)) <\(mail.from)>", "To: <\(mail.to)>", "Subject: \(encoded(mail.subject))",
            "Date: \(date(mail.at))", "Message-ID: <\(mail.id.filter { $0.isLetter || $0.isNumber })@\(domain)>",
            // RFC 3834: nobody’s holiday reply
            "Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
        ]
        let text = Data(mail.text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8)
        let body = text.base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return Array((lines.joined(separator: "\r\n") + "\r\n" + body + "\r\n").utf8)
    }

    /// RFC 2047, in words of 45 bytes at most: a line end in it is one no more.
    private static func encoded(_ text: String) -> String {
        let plain = text.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 32 && $0.value < 127 }
        if plain, text.count < 60, !text.contains(where: { "\"\\()<>@,;:[]=?".contains($0) }) { return text }
        var words: [String] = []
        var word: [UInt8] = []
        for character in text {
            let bytes = Array(String(character).utf8)
            if word.count + bytes.count > 42 {
                words.append("=?utf-8?B?\(Data(word).base64EncodedString())?=")
                word = []
            }
            word += bytes.prefix(42)
        }
        words.append("=?utf-8?B?\(Data(word).base64EncodedString())?=")
        return words.joined(separator: "\r\n ")
    }

    private static func date(_ instant: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .weekday, .hour, .minute, .second], from: instant)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let two = { (number: Int?) in (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(days[(parts.weekday ?? 1) - 1]), \(parts.day ?? 1) \(months[(parts.month ?? 1) - 1]) "
            + "\(parts.year ?? 1970) \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
    }
}
