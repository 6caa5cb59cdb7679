import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite("Asked again, and asked no more") struct PhasesAndLeaversTests {
    private let all = Set(Consent.Channel.allCases)
    private let anna = ConsentAnswer.Giver.parent("Anna")

    private func move(_ scene: ConsentScene, _ id: Identifier<Person>, to form: String) async throws {
        var person = try #require(try await scene.organisation.database.rollEntry(id)).person
        person.form = form
        try await EditPerson(id, to: person).perform(in: scene.organisation, by: .console)
    }

    @Test("a family is asked again at a change of phase; what they said stands until they say something new")
    func phase() async throws {
        let scene = try await ConsentScene("LLT")
        try await move(scene, scene.zofia, to: "6A")
        try await scene.says(scene.zofia, anna, all)
        #expect(try await scene.organisation.database.consentLine(scene.zofia)?.request == nil)
        try await move(scene, scene.zofia, to: "7B")
        let request = try await scene.organisation.database.consentLine(scene.zofia)?.request
        #expect(request?.isOfPhase == true && request?.oldEndsOn == nil)
        #expect(try await scene.consent(of: scene.zofia) == Consent(.granted))
        try await scene.says(scene.zofia, anna, [.website])
        #expect(try await scene.organisation.database.consentLine(scene.zofia)?.request == nil)
        try await move(scene, scene.zofia, to: "8B")
        #expect(try await scene.organisation.database.consentLine(scene.zofia)?.request == nil, "no other phase")
    }

    @Test("or until the day that the school has set, and by a list as by hand")
    func ends() async throws {
        let scene = try await ConsentScene("LINK")
        var settings = Settings()
        settings.answersEndAfterPhaseDays = 60
        try await ChangeSettings(to: settings).perform(in: scene.organisation, by: .console)
        try await scene.says(scene.jamie, anna, all)
        try await ImportPeople(
            text: "ref,kind,given,family,form,school\nP2,pupil,Jamie,Thornton,12C,quay\n"
        ).perform(in: scene.organisation, by: .console)
        let end = scene.today.adding(days: 60)
        let request = try await scene.organisation.database.consentLine(scene.jamie)?.request
        #expect(request?.isOfPhase == true && request?.oldEndsOn == end)
        #expect(try await scene.consent(of: scene.jamie) == Consent(.granted, until: end))
        scene.scratch.pass(62 * 86_400)
        try await scene.runDue()
        let standing = PictureStanding(
            try await scene.consent(of: scene.jamie), on: scene.today, channel: .social, assumed: true)
        #expect(standing == .notWithin)
        try await scene.says(scene.jamie, anna, all)
        #expect(try await scene.consent(of: scene.jamie) == Consent(.granted))
    }

    @Test("a school asks families where its policy does not, once it has chosen so")
    func chosen() async throws {
        let scene = try await ConsentScene("DSAT")
        var settings = Settings()
        settings.asksFamilies = true
        try await ChangeSettings(at: scene.school, to: settings).perform(in: scene.organisation, by: .console)
        let pupil = try await AddPerson(
            Person(ref: "P7", kind: .pupil, given: "Lena", family: "Marsh", form: "7A", school: "quay")
        ).perform(in: scene.organisation, by: .console)
        #expect(try await scene.organisation.database.consentLine(pupil)?.request != nil)
    }

    @Test("who leaves is asked nothing more and is listed; a no of theirs is still put on file, a yes is not")
    func leaver() async throws {
        let scene = try await ConsentScene("LLT")
        try await scene.runDue()
        #expect(try await scene.organisation.database.consentLine(scene.zofia)?.request != nil)
        try await scene.says(scene.jamie, anna, all)
        for pupil in [scene.zofia, scene.jamie] {
            try await RecordLeaving(pupil, why: "Moved away").perform(in: scene.organisation, by: .console)
        }
        #expect(try await scene.organisation.database.consentLine(scene.zofia)?.request == nil)
        #expect(try await scene.tasks(of: scene.office, .askOnPaper).isEmpty)
        let left = try await scene.organisation.database.consentLines(.left, ofSchools: nil, most: 10)
        #expect(left.map(\.entry.id) == [scene.jamie])
        await #expect(throws: ActionError.self) { try await scene.says(scene.jamie, anna, [.website]) }
        try await scene.says(scene.jamie, anna, [])
        #expect(try await scene.consent(of: scene.jamie).status == .withdrawn)
        #expect(
            try await scene.organisation.database.pictureList(at: scene.school).version == 0, "the list is of the roll")
    }

    @Test("the year group is read from the form, and nothing is guessed")
    func years() {
        let phases: [(String?, SchoolPhase?)] = [
            ("6A", .primary), ("Year 6", .primary), ("R", .primary), ("Reception", .primary), ("7B", .secondary),
            ("11", .secondary), ("Yr 12", .sixthForm), ("13C", .sixthForm), ("S2", .secondary), ("P7", .primary),
            ("Oak", nil), ("", nil), (nil, nil), ("Rowan", nil), ("2026", nil),
        ]
        for (form, phase) in phases { #expect(SchoolPhase(form: form) == phase, "\(form ?? "nil")") }
        #expect(SchoolPhase.isLater("7B", than: "6A") && !SchoolPhase.isLater("6A", than: "7B"))
        #expect(!SchoolPhase.isLater("Oak", than: "6A"))
    }
}
