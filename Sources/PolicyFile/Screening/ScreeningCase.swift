import Governance

/// One case of the screening contract: a draft, a roll, and the policy to judge by.
package struct ScreeningCase: Sendable {
    /// As given, text or number; nil when the line has none.
    package let id: JSONValue?
    /// The key the line names; nil when it leaves that to the caller.
    package let policy: String?
    package let draft: Draft
    package let roll: Roll?
    /// What the case says of the school: its contacts and suppliers.
    package let facts: OrganisationFacts
    /// Whether its author may speak for the school; nil where it does not say.
    package let speakers: Speakers?

    /// Reads a case from a JSON value whose roll may have been left unread.
    /// - Parameter roll: gives the roll for the bytes it stands in.
    package init(
        _ value: JSONValue, roll readRoll: (Range<Int>) throws(CaseProblem) -> Roll?
    ) throws(CaseProblem) {
        let fields = try CaseFields(value, at: "")
        id = try Self.id(fields)
        policy = try fields.text("policy")
        guard let draft = try fields.value("draft") else { throw CaseProblem("draft", "is missing") }
        (self.draft, facts) = try DraftReading.read(draft)
        speakers = try SpeakersReading.read(draft)
        switch try fields.value("roll") {
        case nil: roll = nil
        case .unread(let range): roll = try readRoll(range)
        case .some(let value): roll = try RollReading.read(value)
        }
    }

    /// Reads a case from a JSON value that is whole; for the cases beside a policy.
    package init(_ value: JSONValue) throws(CaseProblem) {
        try self.init(value) { _ throws(CaseProblem) in nil }
    }

    /// The facts with the names by which the policy knows its school.
    package func facts(under policy: Policy) -> OrganisationFacts {
        var facts = facts
        facts.names = policy.names + [policy.organisation]
        return facts
    }

    static func id(_ fields: CaseFields) throws(CaseProblem) -> JSONValue? {
        switch try fields.value("id") {
        case nil: return nil
        case .string(let text): return .string(text)
        case .number(let number): return .number(number)
        case .some(let value): throw CaseProblem("id", "must be text or a number, not \(value.kind)")
        }
    }
}
