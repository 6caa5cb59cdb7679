import CurlMail
import Dispatch
import Foundation
import Governance

/// Sends by SMTP with libcurl, each on a thread of its own: it waits for the server, and keeps nobody else waiting.
package final class SMTPCarrier: MailCarrier {
    private let queue = DispatchQueue(label: "chaperone.mail", attributes: .concurrent)
    private let authorities: String?
    private let inside: InsideServers
    private let seconds: Int

    /// - Parameters:
    ///   - authorities: a PEM file of certificate authorities to trust instead of the machine's own.
    ///   - inside: the servers inside the network that may be mail servers.
    package init(authorities: String? = nil, inside: InsideServers = InsideServers(), seconds: Int = 30) {
        self.authorities = authorities
        self.inside = inside
        self.seconds = seconds
    }

    package func send(_ mail: OutgoingMail, through server: MailServer, password: String?) async throws {
        let message = try MailText.bytes(of: mail)
        let (authorities, mayBeInside, seconds) = (authorities, inside.contains(server.host), seconds)
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            queue.async {
                continuation.resume(
                    with: Result {
                        try Self.hand(message, of: mail, to: server, password, authorities, mayBeInside, seconds)
                    })
            }
        }
    }

    private static func hand(
        _ message: [UInt8], of mail: OutgoingMail, to server: MailServer, _ password: String?, _ authorities: String?,
        _ mayBeInside: Bool, _ seconds: Int
    ) throws {
        let url = "\(server.security == .tls ? "smtps" : "smtp")://\(server.host):\(server.port)"
        var answer = 0
        var trouble = [CChar](repeating: 0, count: 300)
        let code = withTexts([
            url, authorities, server.user, server.user == nil ? nil : password, mail.from, mail.to,
        ]) { texts in
            message.withUnsafeBytes { bytes in
                var call = chaperone_mail()
                call.url = texts[0]
                call.tls = server.security == .none ? 0 : 1
                call.authorities = texts[1]
                call.user = texts[2]
                call.password = texts[3]
                call.from = texts[4]
                call.to = texts[5]
                call.message = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                call.length = bytes.count
                call.milliseconds = seconds * 1000
                call.may_be_inside = mayBeInside ? 1 : 0
                call.allows = { address, mayBeInside in
                    guard let bytes = NameLookup.bytes(of: address) else { return 0 }
                    return Connecting.isAllowed(to: bytes, mayBeInside: mayBeInside != 0) ? 1 : 0
                }
                return chaperone_send_mail(&call, &answer, &trouble, trouble.count)
            }
        }
        guard code != 0 else { return }
        let said = String(decoding: trouble.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        throw Self.trouble(code, answer, said, server)
    }

    /// libcurl's numbers: https://curl.se/libcurl/c/libcurl-errors.html; the server's: RFC 5321, 4.2.
    static func trouble(_ code: Int32, _ answer: Int, _ said: String, _ server: MailServer) -> MailTrouble {
        switch code {
        case Int32(CHAPERONE_MAIL_NOT_ALLOWED): MailTrouble(InsideServers.refusal(of: server.host), .setUp)
        case 6: MailTrouble("There is no server of the name \(server.host)", .away)
        case 7: MailTrouble("\(server.host) does not answer at port \(server.port)", .away)
        case 28: MailTrouble("\(server.host) took too long to answer", .away)
        case 35, 58, 60, 64, 77, 83, 90, 91:
            MailTrouble("The connection to \(server.host) cannot be made safe with TLS: \(said)", .setUp)
        case 67: MailTrouble("\(server.host) does not let us in with this name and password", .setUp)
        case _ where answer >= 500 && isOfRecipient(code, said):
            MailTrouble("\(server.host) refuses it for good, with the number \(answer)", .recipientForGood)
        case _ where answer >= 500:
            MailTrouble("\(server.host) refuses to take mail from us, with the number \(answer)", .setUp)
        default:
            MailTrouble("\(server.host) did not take it" + (answer > 0 ? ", with the number \(answer)" : ": \(said)"))
        }
    }

    /// Whether the server refused after it was told whom the mail is for; before that it refuses the sender. libcurl says so
    /// in words alone: a refusal of what follows the text of the message has none of its own.
    private static func isOfRecipient(_ code: Int32, _ said: String) -> Bool {
        if said.hasPrefix("RCPT failed") || said.hasPrefix("DATA failed") { return true }
        return code == 8 && !said.hasPrefix("Got unexpected")
    }
}

/// C texts of what may be missing, for as long as the body runs.
private func withTexts<Value>(_ texts: [String?], _ body: ([UnsafePointer<CChar>?]) -> Value) -> Value {
    let copies = texts.map { $0.map { strdup($0) } ?? nil }
    defer { copies.forEach { free($0) } }
    return body(copies.map { $0.map { UnsafePointer($0) } })
}
