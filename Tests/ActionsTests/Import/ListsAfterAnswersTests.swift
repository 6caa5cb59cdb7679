import Actions
import Foundation
import Governance
import Reading
import Testing

/// What a list says of somebody for whom a person has answered.
@Suite struct ListsAfterAnswersTests {
    private static let places = "Adno,Website photos,Social media,Newspaper,Displays\n"

    /// P1 as a person left it, and what lists made of that, one after another.
    private func standing(
        after places: Set<Consent.Channel>, _ lists: String...
    ) async throws -> (consent: Consent?, warnings: Int) {
        let (scratch, organisation) = try await importedSchool()
        defer { withExtendedLifetime(scratch) {} }
        let person = try #require(try await organisation.person(ref: "P1"))
        try await RecordAnswers([.init(person, by: .form, .places(places))], by: .paper)
            .perform(in: organisation, by: .console)
        var warnings = 0
        for list in lists {
            warnings += try await organisation.bring(list, for: .consents).warnings.count
        }
        return (try await organisation.onRoll("P1")?.consent, warnings)
    }

    @Test(arguments: ["withdrawn", "objected"])
    func noTwoListsTogetherUndoWhatOneMayNot(status: String) async throws {
        let (scratch, organisation) = try await importedSchool()
        defer { withExtendedLifetime(scratch) {} }
        try await organisation.bring("Adno,Photo consent\nP1,\(status)\n", for: .consents)
        for word in ["No", "refused", "Yes"] {
            try await organisation.bring("Adno,Photo consent\nP1,\(word)\n", for: .consents)
        }
        let list = try await organisation.bring("Adno,Photo consent\nP1,Yes\n", for: .consents)
        #expect(list.warnings.map(\.line) == [2])
        #expect(try await organisation.onRoll("P1")?.consent.status.rawValue == status)
        try await organisation.bring(
            "Adno,Photo consent,Withdrawn\nP1,withdrawn,2099-01-01\n", for: .consents)
        #expect(try await organisation.onRoll("P1")?.consent == Consent(Consent.Status(rawValue: status) ?? .granted))
    }

    @Test func aNoBetweenTrialAndConfirmationIsNotOverwritten() async throws {
        let (scratch, organisation) = try await importedSchool()
        defer { withExtendedLifetime(scratch) {} }
        let person = try #require(try await organisation.person(ref: "P1"))
        let rosa = "rosa@home.example"
        try await ChangeParents(of: person, [.init(name: "Rosa Field", email: rosa, relation: "")])
            .perform(in: organisation, by: .console)
        try await organisation.bring("Adno,Photo consent\nP1,No\n", for: .consents)
        await #expect(throws: ActionError.self) {
            try await organisation.bring(["list.csv": Array("Adno,Photo consent\nP1,Yes\n".utf8)], for: .consents) {
                // what stands on the roll stays as it is
                try await organisation.answerByLink(of: rosa, about: person, allowing: [])
            }
        }
        #expect(try await organisation.onRoll("P1")?.consent == Consent(.refused))
        try await organisation.bring("Adno,Photo consent\nP1,Yes\n", for: .consents)
        #expect(try await organisation.onRoll("P1")?.consent == Consent(.refused), "nor by a trial after it")
    }

    @Test func noListLiftsTheDaysOfAYes() async throws {
        let (scratch, organisation) = try await importedSchool()
        defer { withExtendedLifetime(scratch) {} }
        let ends = Day(of: organisation.clock.now).adding(days: 200)
        for ref in ["P1", "P2"] {
            let person = try #require(try await organisation.person(ref: ref))
            try await RecordAnswers(
                [.init(person, by: .form, .places(Set(Consent.Channel.allCases)), until: ends)], by: .paper
            ).perform(in: organisation, by: .console)
        }
        for (word, warnings) in [("Yes", 1), ("", 0)] {
            let list = try await organisation.bring("Adno,Photo consent\nP1,\(word)\n", for: .consents)
            #expect(list.warnings.count == warnings)
            #expect(try await organisation.onRoll("P1")?.consent == Consent(.granted, until: ends), "after “\(word)”")
        }
        for list in [ListsAfterAnswersTests.places + "P1,Yes,No,No,No\n", "Adno,Photo consent\nP1,Yes\n"] {
            try await organisation.bring(list, for: .consents)
            #expect(
                try await organisation.onRoll("P1")?.consent
                    == Consent(.restricted, channels: [.website], until: ends), "what shuts places is taken")
        }
        for days in [-30, 30] {
            try await organisation.bring(
                "Adno,Photo consent,until\nP2,Yes,\(ends.adding(days: days))\n", for: .consents)
            #expect(
                try await organisation.onRoll("P2")?.consent == Consent(.granted, until: ends.adding(days: -30)),
                "a shorter time is taken")
        }
        try await organisation.bring("Adno,Photo consent\nP2,maybe\n", for: .consents)
        #expect(try await organisation.onRoll("P2")?.consent.status == .unreadable)
    }

    @Test func noListOpensANoAfterWhichAMistakeWasTypedAndTakenBack() async throws {
        let (scratch, organisation) = try await importedSchool()
        defer { withExtendedLifetime(scratch) {} }
        let person = try #require(try await organisation.person(ref: "P1"))
        for says in [.places([]), .places(Set(Consent.Channel.allCases)), .mistake()] as [RecordAnswers.Typed.Says] {
            try await RecordAnswers([.init(person, by: .form, says)], by: .paper, evenIfOlder: true)
                .perform(in: organisation, by: .console)
        }
        let list = try await organisation.bring("Adno,Photo consent\nP1,Yes\n", for: .consents)
        #expect(list.warnings.count == 1)
        #expect(try await organisation.onRoll("P1")?.consent == Consent(.refused))
    }

    @Test(arguments: [
        "Adno,Photo consent\nP1,maybe\n", "Adno,Photo consent\nP1,Yes\nP1,No\n", "Adno,Photo consent\nP1,\n",
        "Adno,Photo consent\nP1,refused\n", ListsAfterAnswersTests.places + "P1,Yes,No,No,No\n",
        ListsAfterAnswersTests.places + "P1,No,No,No,No\n",
    ])
    func noTwoListsOpenWhatAPersonShut(first: String) async throws {
        for said in [Set<Consent.Channel>(), [.press]] {
            let found = try await standing(after: said, first, "Adno,Photo consent\nP1,Yes\n")
            let consent = try #require(found.consent)
            #expect([.refused, .restricted].contains(consent.status), "\(consent)")
            #expect(Set(Consent.Channel.allCases).subtracting(consent.shut(on: Day(of: Date()))).isSubset(of: said))
            #expect(found.warnings >= 1)
        }
    }

    @Test func aListMayShutMoreThanAPersonDid() async throws {
        let limited = try await standing(
            after: [.website, .press], ListsAfterAnswersTests.places + "P1,Yes,No,No,No\n")
        #expect(limited.consent == Consent(.restricted, channels: [.website]) && limited.warnings == 0)
        #expect(try await standing(after: [.website], "Adno,Photo consent\nP1,No\n").consent == Consent(.refused))
        let wider = try await standing(after: [.website], ListsAfterAnswersTests.places + "P1,Yes,Yes,No,No\n")
        #expect(wider.consent == Consent(.restricted, channels: [.website]) && wider.warnings == 1)
        let open = try await standing(
            after: Set(Consent.Channel.allCases), "Adno,Photo consent\nP1,No\n", "Adno,Photo consent\nP1,Yes\n")
        #expect(open.consent == Consent(.granted), "what lists said, a list may change")
        let late = try await standing(after: [], "Adno,Photo consent,Withdrawn\nP1,withdrawn,2099-01-01\n")
        #expect(late.consent == Consent(.refused), "a withdrawal to come is a yes until then")
    }
}
