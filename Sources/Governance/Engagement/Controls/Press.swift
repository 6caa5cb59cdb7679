import Foundation

/// Answers to journalists.
package struct Press: Control {
    package static let id = "engagement.press"
    package static let about = """
        Stops an answer to a journalist. Where the policy names who may let one go, it goes once an authorisation by one \
        of them is on record that is not later than the time of publishing.
        """
    package static let parameters = [
        Parameter(
            "until", .choices(["headteacher", "trust-ceo"]), fallback: .words([]),
            about: "The roles whose authorisation lets the answer go; none: the clause's own word decides.")
    ]
    package static let codes = ["journalist"]

    private let until: [String]

    package init(_ arguments: Arguments) { until = arguments.words("until") }

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.inReplyTo == .journalist, !isAuthorised(post.draft) else { return [] }
        let roles = until.compactMap(Role.init(rawValue:)).map { "the \($0.title)" }.joined(separator: " or ")
        return [
            Observation(
                "journalist", at: Place("text"), evidence: "journalist", basis: .record,
                says: "This answers a journalist"
                    + (until.isEmpty ? "." : ", and no authorisation by \(roles) is on record."),
                advice: until.isEmpty
                    ? "Follow the school's media policy first, then have it released."
                    : "Tell \(roles), and wait for the authorisation.",
                until: until.isEmpty ? nil : "an authorisation by \(roles) is on record")
        ]
    }

    private func isAuthorised(_ draft: Draft) -> Bool {
        guard let given = draft.authorisation, let at = given.at, let publishAt = draft.publishAt, at <= publishAt
        else { return false }
        let by = given.by.lowercased().filter(\.isLetter)
        return until.contains { role in Self.names[role, default: []].contains(by) }
    }

    private static let names = [
        "headteacher": ["headteacher", "head", "headmaster", "headmistress", "principal"],
        "trust-ceo": ["trustceo", "ceo", "chiefexecutive", "chiefexecutiveofficer"],
    ]

    private static func answer(by: String?, hoursBefore: Double = 1) -> PublishPost {
        .example("Thank you for your question.") {
            $0.inReplyTo = .journalist
            $0.authorisation = by.map {
                Authorisation(by: $0, at: PublishPost.exampleTime.addingTimeInterval(-hoursBefore * 3600))
            }
        }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("an answer to a parent", .example("Thank you.") { $0.inReplyTo = .parent }, finds: []),
        .init("a journalist", answer(by: nil), finds: ["journalist"]),
        .init("authorised where nobody may authorise", answer(by: "headteacher"), finds: ["journalist"]),
        .init(
            "authorised by the headteacher", with: ["until": .words(["headteacher", "trust-ceo"])],
            answer(by: "headteacher"), finds: []),
        .init(
            "authorised by the trust's chief executive", with: ["until": .words(["headteacher", "trust-ceo"])],
            answer(by: "trust_ceo"), finds: []),
        .init(
            "authorised by somebody else", with: ["until": .words(["headteacher", "trust-ceo"])],
            answer(by: "slt"), finds: ["journalist"]),
        .init(
            "authorised too late", with: ["until": .words(["headteacher"])],
            answer(by: "headteacher", hoursBefore: -1), finds: ["journalist"]),
    ]
}
