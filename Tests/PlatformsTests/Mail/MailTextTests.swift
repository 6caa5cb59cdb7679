import Foundation
import Governance
import Testing

@testable import Platforms

@Suite("A mail as it goes out") struct MailTextTests {
    private func text(to: String = "p.nair@school.example", subject: String = "Something waits for you") throws
        -> String
    {
        let mail = OutgoingMail(
            id: "abc123", from: "chaperone@school.example", fromName: "Harbour View, School", to: to, subject: subject,
            text: "Dear Siân,\nsomething waits.\n.\nEnd", at: Date(timeIntervalSince1970: 1_795_255_200))
        return String(decoding: try MailText.bytes(of: mail), as: UTF8.self)
    }

    @Test("has the headers of RFC 5322 and no line that ends it early")
    func whole() throws {
        let text = try text()
        #expect(text.contains("Message-ID: <abc123@school.example>\r\n"))
        #expect(text.contains("Date: Sat, 21 Nov 2026 10:00:00 +0000\r\n"))
        #expect(text.contains("From: =?utf-8?B?"))
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        let body = text.split(separator: "\r\n\r\n", maxSplits: 1)[1].replacing("\r\n", with: "")
        #expect(Data(base64Encoded: String(body)) == Data("Dear Siân,\r\nsomething waits.\r\n.\r\nEnd".utf8))
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    }

    @Test("takes no line end into a header, whatever the subject or the address is")
    func headers() throws {
        let injected = try text(subject: "Hello\r\nBcc: all@school.example")
        #expect(!injected.contains("\r\nBcc:"))
        for address in [
            "a@b.example\r\nBcc: c@d.example", "a@b.example>", "no-address", "a b@c.example", "é@school.example",
        ] {
            #expect(throws: MailTrouble.self) { try text(to: address) }
        }
    }
}
