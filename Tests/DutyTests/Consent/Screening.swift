import Foundation
import Governance
import PolicyFile

/// A case of the screening command, judged by the same code that the command runs.
struct ScreenedCase {
    var capacity = "school_account"
    var kind = "photo"
    var person = "pupil"
    /// The consent on record; nil: nothing is on record.
    var consent: [String: String]?
    /// Who is in the picture, and whom it is tagged with.
    var depicts = ["R1"]
    var tags: [String] = []

    func answer(under paper: Paper) throws -> ScreenedAnswer {
        var person: [String: Any] = [
            "ref": "R1", "kind": self.person, "given": "Jamie", "family": "Thornton",
        ]
        person["consent"] = consent
        let line: [String: Any] = [
            "id": "1", "policy": paper.rawValue, "roll": [person],
            "draft": [
                "capacity": capacity, "channel": "social", "audience": "public",
                "publish_at": "2026-11-23T09:00:00Z", "text": "Our new boats.",
                "media": [["id": "m1", "kind": kind, "depicts": depicts, "tags": tags, "alt": "A boat on the water"]],
                "links": [],
            ],
        ]
        var screener = Screener(fallback: nil) { key throws(CaseProblem) in
            guard let paper = Paper(rawValue: key), let policy = try? policy(of: paper) else {
                throw CaseProblem("policy", "is not known")
            }
            return policy
        }
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: line))
        guard case .judged(let result)? = screener.answer(line: bytes, number: 1) else {
            throw NotSeen(description: "the case was not judged")
        }
        return try JSONDecoder().decode(ScreenedAnswer.self, from: Data(result))
    }

    /// Throws unless the answer is this one finding; says so for a film as for a photo.
    func expect(_ code: String, at section: String, under paper: Paper) throws {
        let answer = try answer(under: paper)
        try see(answer.verdict == "block", "the verdict is \(answer.verdict)")
        try see(
            answer.findings == [.init(code: code, severity: "block", clause: section)],
            "\(answer.findings) instead of \(code) at \(section)")
    }

    func expectClear(under paper: Paper) throws {
        let answer = try answer(under: paper)
        try see(answer.verdict == "clear", "\(answer.verdict): \(answer.findings)")
    }
}

/// What the command answers, as far as these cases read it.
struct ScreenedAnswer: Decodable, Equatable {
    struct Found: Decodable, Equatable {
        let code: String
        let severity: String
        let clause: String?
    }
    let verdict: String
    let findings: [Found]
}
