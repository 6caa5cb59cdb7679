import Testing

@testable import Governance

/// Names that stand alone, where a policy does not allow them.
@Suite("Names in text: standing alone")
struct LoneNamesTests {
    @Test(arguments: [
        "A great effort from Hartley today.", "Goals from Hartley and a fine save.", "Passed to Hartley who scored.",
        "Man of the match: Hartley.", "The winning goal came from Hartley.", "well done hartley for the speech",
        "HARTLEY scored twice.", "Thanks to Hartley’s late goal.",
    ])
    func aSurnameIsFound(text: String) throws {
        #expect(try codes(text, allowed: ["first-name", "initials"]) == ["pupil_surname"])
    }

    @Test(arguments: [
        "A bus from Hartley broke down.", "A bus from Hartley to Carlton broke down.", "The village of Hartley sang.",
        "Visitors from Hartley joined us.", "The road from Hartley is shut.", "From Hartley to Carlton it rained.",
        "Mr Hartley taught maths.", "Hartley Library opens.", "We played at Hartley.",
        "Friends from Hartley Academy came.", "points this week: hartley class 15, carr class 4.",
        "hartley class won the cup.", "headteacher mrs. chidi hartley writes:",
        "governors mrs ivy carr and professor abdul-rahman hartley visited.",
    ])
    func aPlaceIsNot(text: String) throws {
        #expect(try codes(text, allowed: ["first-name", "initials"]).isEmpty)
    }

    @Test(arguments: [
        ("Grace in 7A sang.", Severity.block), ("Well done Will!", .block), ("Happy birthday May!", .block),
        ("Rose’s poem was lovely.", .hold), ("Mark and Priya read.", .block), ("Priya and Mark read.", .block),
        ("Summer, aged 6, sang.", .block), ("ethan sang", .block), ("Josh sang.", .block),
        ("We all saw ethan on stage.", .block),
    ])
    func aFirstNameIsFoundWhereNoneMayStand(text: String, least: Severity) throws {
        let found = try mentions(text, allowed: [])
        #expect(found.map(\.code).allSatisfy { $0 == "pupil_identified" } && !found.isEmpty)
        #expect(found.contains { $0.certainty == (least == .block ? .plain : .likely) })
    }

    @Test(arguments: [
        "Grace was said before lunch.", "Amazing Grace was sung.", "Roses are red.", "The Book of Joshua is long.",
        "The prophet Yusuf had a coat.", "Rosa Parks sat down.", "We heard about Grace Darling, who rowed out.",
        "Mark the date in May.", "Hope’s a fine thing.", "The summer 5K is on.", "Hope is what we need.",
    ])
    func aWordOrSomebodyElseIsNot(text: String) throws {
        #expect(try codes(text, allowed: []).isEmpty)
    }

    @Test func aClassInBracketsSpeaksForAName() throws {
        #expect(
            try codes("Star of the week is Summer Price (2R), well done!", allowed: ["first-name"]) == [
                "pupil_full_name"
            ])
    }

    private func codes(_ text: String, allowed: [String]) throws -> [String] {
        try mentions(text, allowed: allowed).map(\.code)
    }

    private func mentions(_ text: String, allowed: [String]) throws -> [Observation] {
        let control = PupilNames(try Arguments(["allowed": .words(allowed)], for: PupilNames.parameters))
        return control.examine(PublishPost(draft: Draft(text: text), roll: Self.roll))
    }

    private static let roll = Roll([
        Person(ref: "hartley", kind: .pupil, given: "Ethan", family: "Hartley"),
        Person(ref: "field", kind: .pupil, given: "Grace", family: "Field"),
        Person(ref: "power", kind: .pupil, given: "Will", family: "Power"),
        Person(ref: "day", kind: .pupil, given: "May", family: "Day"),
        Person(ref: "hill", kind: .pupil, given: "Rose", family: "Hill"),
        Person(ref: "young", kind: .pupil, given: "Mark", family: "Young"),
        Person(ref: "nair", kind: .pupil, given: "Priya", family: "Nair"),
        Person(ref: "price", kind: .pupil, given: "Summer", family: "Price"),
        Person(ref: "long", kind: .pupil, given: "Joshua", family: "Long", preferred: "Josh"),
        Person(ref: "white", kind: .pupil, given: "Hope", family: "White"),
        Person(ref: "rahman", kind: .pupil, given: "Yusuf", family: "Rahman"),
        Person(ref: "mills", kind: .pupil, given: "Rosa", family: "Carlton"),
    ])
}
