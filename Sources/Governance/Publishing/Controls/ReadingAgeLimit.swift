/// What children read is clear to them.
package struct ReadingAgeLimit: Control {
    package static let id = "publishing.reading-age"
    package static let about = """
        Where children are the readers, notices a text whose long words and sentences ask for an older reader.
        """
    package static let parameters = [
        Parameter("most", .number(5...18), about: "the reading age in years that a text may ask for")
    ]
    package static let codes = ["reading_age"]

    private let most: Int

    package init(_ arguments: Arguments) {
        most = arguments.number("most")
    }

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.readByChildren, let years = ReadingAge.years(of: post.reading.text), years > most else {
            return []
        }
        return [
            Observation(
                "reading_age", .slight, at: Place("text"), evidence: "reading age", basis: .reading,
                says: "The text asks for a reader of about \(years), and children read it.",
                advice: "Use shorter sentences and plainer words; about \(most) is meant to be enough.")
        ]
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("plain words", with: twelve, children(plain), finds: []),
        .init(
            "a short text", with: twelve, children("Notwithstanding considerable meteorological adversity."), finds: []),
        .init("hard words for grown-ups", with: twelve, .example(hard), finds: []),
        .init("hard words within the limit", with: ["most": .number(18)], children(plain), finds: []),
        .init("hard words", with: twelve, children(hard), finds: ["reading_age"]),
        .init("hard words, lower limit", with: ["most": .number(8)], children(hard), finds: ["reading_age"]),
        .init("middling words, lowest limit", with: ["most": .number(5)], children(middling), finds: ["reading_age"]),
    ]

    private static let twelve: [String: ParameterValue] = ["most": .number(12)]
    private static let plain =
        "We went to the farm. We saw two pigs and a cow. The cow was big. It ate the grass. Then we had our lunch and sang."
    private static let middling =
        "Our visitors explained how rockets leave the ground, and afterwards everybody designed a paper rocket and measured "
        + "how far it travelled across the playground."
    private static let hard =
        "Notwithstanding considerable meteorological adversity, representatives of the participating institutions "
        + "demonstrated exceptional determination throughout the interdisciplinary environmental investigation programme."

    private static func children(_ text: String) -> PublishPost { .example(text) { $0.readByChildren = true } }
}
