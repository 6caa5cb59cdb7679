import Governance

/// Whether the author of a case may speak for the school, where the case says so under `authority_to_speak`.
enum SpeakersReading {
    private enum State: String, CaseIterable {
        case held, ended, untrained
        case notGiven = "not_given"
    }

    /// Nil where the case does not say: then nobody asks.
    static func read(_ draft: JSONValue) throws(CaseProblem) -> Speakers? {
        guard let given = try CaseFields(draft, at: "draft").object("authority_to_speak") else { return nil }
        guard let state = try given.choice("state", State.self) else {
            throw CaseProblem(given.path("state"), "is missing")
        }
        let why: Speakers.Why?
        switch state {
        case .held: why = nil
        case .notGiven: why = .notGiven
        case .untrained: why = .untrained
        case .ended: why = .ended(try lastDay(given))
        }
        return Speakers(
            without: why.map { [Speakers.Without(ref: "author", name: "The author", why: $0)] } ?? [], words: "draft")
    }

    private static func lastDay(_ given: CaseFields) throws(CaseProblem) -> Day {
        let text = try given.requiredText("until")
        guard let day = Day(text) else {
            throw CaseProblem(given.path("until"), "must be a day, for example 2026-08-31, not \"\(text)\"")
        }
        return day
    }
}
