/// Before an election nothing in the school's name speaks of those who stand in it.
package struct PreElection: Control {
    package static let id = "publishing.pre-election"
    package static let about = """
        In the weeks before an election, by the days that the school has set, finds every party, candidate and \
        office-holder that is named, whether a side is taken or not. Outside those days it finds nothing.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["named_before_election"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard let period = post.organisation.preElection, let publishAt = post.draft.publishAt,
            period.contains(Day(of: publishAt))
        else { return [] }
        return post.fields.compactMap { field in
            guard let (first, last) = PoliticalWords.firstNamed(in: field) else { return nil }
            let passage = field.quote(first, through: last)
            return Observation(
                "named_before_election", at: field.place(first, through: last), evidence: passage, basis: .reading,
                says: "It names \u{201C}\(passage)\u{201D} in the weeks before an election.",
                advice: "Leave it out, or publish it after \(period.last.inWords).")
        }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("a visit outside the weeks", .example("Year 10 met our MP."), finds: []),
        .init("a visit within them", before("Year 10 met our MP."), finds: ["named_before_election"]),
        .init(
            "a party without a side", before("Year 12 compared what Labour and the Green Party say."),
            finds: ["named_before_election"]),
        .init("a school council", before("Vote for your school councillor on Friday."), finds: []),
        .init("an ordinary post", before("Sports day is on Friday. Bring water."), finds: []),
        .init("labour as a word", before("A labour of love: our new garden."), finds: []),
    ]

    private static func before(_ text: String) -> PublishPost { .example(text, facts: careful) }

    private static let careful: OrganisationFacts = {
        var facts = OrganisationFacts.example
        let day = Day(of: PublishPost.exampleTime)
        facts.preElection = ElectionPeriod(first: day.adding(days: -7), last: day.adding(days: 7))
        return facts
    }()
}

/// The days before an election in which a school is careful, both included.
package struct ElectionPeriod: Sendable, Equatable {
    package let first: Day
    package let last: Day

    package init(first: Day, last: Day) {
        self.first = first
        self.last = last
    }

    package func contains(_ day: Day) -> Bool { first <= day && day <= last }
}
