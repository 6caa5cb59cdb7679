import Foundation
import Governance
import PolicySeeds
import Testing

@testable import PolicyFile

/// The edges of the screening contract: days, withdrawals, lines and what an error names.
@Suite struct ScreeningEdges {
    @Test(
        arguments: [
            ("{\"status\": \"granted\", \"until\": \"2026-07-31\"}", "2026-07-31T23:59:59+01:00", nil),
            ("{\"status\": \"granted\", \"until\": \"2026-07-31\"}", "2026-07-31T22:59:59Z", nil),
            ("{\"status\": \"granted\", \"until\": \"2026-07-31\"}", "2026-07-31T23:00:00Z", "image_expired"),
            ("{\"status\": \"granted\", \"until\": \"2026-12-31\"}", "2027-01-01T00:30:00+01:00", nil),
            ("{\"status\": \"granted\", \"until\": \"2026-10-24\"}", "2026-10-24T23:30:00Z", "image_expired"),
            ("{\"status\": \"granted\", \"until\": \"2027-03-27\"}", "2027-03-27T23:30:00Z", nil),
            ("{\"status\": \"granted\", \"until\": \"2027-03-28\"}", "2027-03-28T23:30:00Z", "image_expired"),
            ("{\"status\": \"granted\", \"from\": \"2026-07-31\"}", "2026-07-30T23:00:00Z", nil),
            ("{\"status\": \"granted\", \"from\": \"2026-07-31\"}", "2026-07-30T22:59:59Z", "image_expired"),
            (
                "{\"status\": \"withdrawn\", \"withdrawn_on\": \"2026-07-01\"}", "2026-06-30T23:00:00Z",
                "image_withdrawn"
            ),
            ("{\"status\": \"withdrawn\", \"withdrawn_on\": \"2026-07-01\"}", "2026-06-30T22:59:59Z", nil),
            ("{\"status\": \"granted\", \"withdrawn_on\": \"2026-11-01\"}", "2026-11-23T09:00:00Z", "image_withdrawn"),
            ("{\"status\": \"granted\", \"withdrawn_on\": \"2026-12-01\"}", "2026-11-23T09:00:00Z", nil),
            (
                "{\"status\": \"withdrawn\", \"withdrawn_on\": \"2026-12-01\", \"channels\": [\"website\"]}",
                "2026-11-23T09:00:00Z", "image_restriction"
            ),
            (
                "{\"status\": \"withdrawn\", \"withdrawn_on\": \"2026-11-01\", \"until\": \"2026-10-01\"}",
                "2026-11-23T09:00:00Z", "image_withdrawn"
            ),
            (
                "{\"status\": \"objected\", \"withdrawn_on\": \"2026-11-01\", \"until\": \"2026-10-01\"}",
                "2026-11-23T09:00:00Z", "image_objection"
            ),
            ("{\"status\": \"granted\", \"until\": \"31/07/2026\"}", "2026-07-01T09:00:00Z", "image_no_consent"),
            (
                "{\"status\": \"granted\", \"channels\": [\"social\", \"tiktok\"]}", "2026-07-01T09:00:00Z",
                "image_no_consent"
            ),
            ("\"yes\"", "2026-07-01T09:00:00Z", "image_no_consent"),
        ] as [(String, String, String?)])
    func theDayOfPublicationInLondonDecides(consent: String, at: String, code: String?) throws {
        let answer = try screened(
            roll:
                "{\"ref\": \"p\", \"kind\": \"pupil\", \"given\": \"Leo\", \"family\": \"Barton\", \"consent\": \(consent)}",
            at: at, "\"media\": [{\"id\": \"m\", \"kind\": \"photo\", \"depicts\": [\"p\"], \"alt\": \"A table\"}]")
        #expect(answer.codes == [code].compactMap { $0 })
    }

    @Test func aResultIsOneLineForEveryReader() throws {
        let answer = try screened(text: "Leo\u{2028}Barton\u{85} sat", "\"media\": []")
        #expect(answer.codes == ["pupil_full_name"])
        #expect(!answer.line.unicodeScalars.contains { [0x85, 0x2028, 0x2029].contains($0.value) })
    }

    @Test(arguments: ["[1]", "null", "7", "\"case\""])
    func aLineThatIsNoObjectIsNamed(line: String) throws {
        #expect(try screened(line: line).line.contains("\"error\":{\"field\":\"line\""))
    }

    @Test func placesCountScalarsOfTheFieldAsGiven() throws {
        let answer = try screened(text: "\u{1F600}\r\ne\u{301}: Leo Barton!", "\"media\": []")
        #expect(answer.line.contains("\"from\":7,\"to\":17"))
    }

    @Test(arguments: [("parent", "private", "private_message_parent"), ("parent", "public", nil)])
    func noPrivateMessageGoesToAParentFromOnesOwnAccount(author: String, audience: String, code: String?) throws {
        let answer = try screened(
            text: "See you soon.", capacity: "personal_account", audience: audience,
            "\"in_reply_to\": {\"author_type\": \"\(author)\"}")
        #expect(answer.codes == [code].compactMap { $0 })
    }
}

private struct Screened {
    let line: String
    /// As they stand in the line.
    var codes: [String] {
        line.components(separatedBy: "\"code\":\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}

private func screened(
    text: String = "In the hall.",
    roll: String = "{\"ref\": \"p\", \"kind\": \"pupil\", \"given\": \"Leo\", \"family\": \"Barton\"}",
    capacity: String = "school_account", audience: String = "public", at: String = "2026-11-23T09:00:00Z",
    _ more: String
) throws -> Screened {
    let text = text.replacing("\r\n", with: "\\r\\n").replacing("\n", with: "\\n").replacing("\u{85}", with: "\\u0085")
    return try screened(
        line: """
            {"id": "a", "roll": [\(roll)], "draft": {"capacity": "\(capacity)", "channel": "social", \
            "audience": "\(audience)", "publish_at": "\(at)", "text": "\(text)", \(more)}}
            """)
}

private func screened(line: String) throws -> Screened {
    let policy = try PolicyFile.read(try #require(PolicySeeds.bytes(of: "LINK"))).get().policy
    var screener = Screener(fallback: "LINK") { (_: String) throws(CaseProblem) in policy }
    let answer = screener.answer(line: Array(line.utf8), number: 1)
    switch try #require(answer) {
    case .judged(let bytes), .error(let bytes): return Screened(line: String(decoding: bytes, as: UTF8.self))
    }
}
