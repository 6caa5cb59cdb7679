import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite("An answer that was a typing mistake") struct AnswersTakenBackTests {
    private let all = Set(Consent.Channel.allCases)
    private let anna = ConsentAnswer.Giver.parent("Anna")

    private func types(
        _ scene: ConsentScene, _ giver: ConsentAnswer.Giver, _ says: RecordAnswers.Typed.Says, on day: Day? = nil
    ) async throws {
        try await RecordAnswers([.init(scene.zofia, by: giver, says)], by: .paper, on: day, evenIfOlder: true)
            .perform(in: scene.organisation, by: .user(scene.office))
    }

    private func parent(_ name: String, _ scene: ConsentScene) async throws {
        try await ChangeParents(of: scene.zofia, [.init(name: name, email: "", relation: "")])
            .perform(in: scene.organisation, by: .console)
    }

    @Test("is the one that was typed as said by just them, and no parent’s no beside it")
    func own() async throws {
        let scene = try await ConsentScene("LLT")
        try await parent("Anna", scene)
        try await types(scene, .form, .places(all))
        try await types(scene, anna, .places([]))
        try await types(scene, .form, .mistake())
        #expect(try await !scene.consent(of: scene.zofia).isYes)
        try await parent("Jan", scene)
        #expect(try await !scene.consent(of: scene.zofia).isYes, "whoever becomes a parent later")
    }

    @Test("stays that one when another parent comes, typed or by a list")
    func aimed() async throws {
        let scene = try await ConsentScene("LLT")
        try await parent("Anna", scene)
        try await types(scene, anna, .places([]), on: scene.today.adding(days: -2))
        try await types(scene, .form, .places(all), on: scene.today.adding(days: -1))
        await #expect(throws: ActionError.self, "nothing was typed as hers but the no") {
            try await types(scene, anna, .mistake(seen: 1))
        }
        try await types(scene, .form, .mistake())
        #expect(try await scene.consent(of: scene.zofia) == Consent(.refused))
        try await scene.organisation.bring(
            "ref,kind,given,family,form,school,parent,parent_email\nP1,pupil,Zofia,Kowalska,8B,quay,Jan,jan@family.example\n"
        )
        #expect(try await scene.consent(of: scene.zofia) == Consent(.refused))
    }

    @Test("is taken back once, however often the form is sent")
    func once() async throws {
        let scene = try await ConsentScene("LLT")
        try await types(scene, anna, .places(all), on: scene.today.adding(days: -20))
        try await types(scene, anna, .places([]), on: scene.today.adding(days: -10))
        try await types(scene, anna, .places(all))
        let seen = try await scene.organisation.database.saidOfPictures(of: scene.zofia).last?.number
        try await types(scene, anna, .mistake(seen: seen))
        await #expect(throws: ActionError.self) { try await types(scene, anna, .mistake(seen: seen)) }
        #expect(try await !scene.consent(of: scene.zofia).isYes)
    }

    @Test("lets the family be asked again that it had been asked before it")
    func asked() async throws {
        let (scene, end) = try await askedAtPhase()
        func isAsked() async throws -> Bool {
            try await scene.organisation.database.consentLine(scene.jamie)?.request?.isOfPhase == true
        }
        #expect(try await isAsked())
        #expect(try await scene.consent(of: scene.jamie).until == end)

        // signed long before the phase began, and found now
        try await RecordAnswers(
            [.init(scene.jamie, by: anna, .places(all))], by: .paper, on: scene.today.adding(days: -10)
        ).perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await isAsked())
        #expect(try await scene.consent(of: scene.jamie).until == end)

        // typed for the wrong child
        try await scene.says(scene.jamie, anna, all)
        #expect(try await !isAsked())
        #expect(try await scene.consent(of: scene.jamie).until == nil)
        try await RecordAnswers([.init(scene.jamie, by: anna, .mistake())], by: .paper)
            .perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await isAsked())
        #expect(try await scene.consent(of: scene.jamie).until == end)
    }

    /// A family that is asked again at a change of phase, its old answer standing until a day.
    private func askedAtPhase() async throws -> (scene: ConsentScene, end: Day) {
        let scene = try await ConsentScene("LLT")
        var settings = Settings()
        settings.answersEndAfterPhaseDays = 20
        try await ChangeSettings(to: settings).perform(in: scene.organisation, by: .console)
        try await scene.says(scene.jamie, anna, all)
        scene.scratch.pass(30 * 86_400)
        var person = try #require(try await scene.organisation.database.rollEntry(scene.jamie)).person
        person.form = "12C"
        try await EditPerson(scene.jamie, to: person).perform(in: scene.organisation, by: .console)
        return (scene, scene.today.adding(days: 20))
    }

    @Test("of several, in whatever order they are taken back, leaves the question and the last day")
    func several() async throws {
        let (scene, end) = try await askedAtPhase()
        let jan = ConsentAnswer.Giver.parent("Jan")
        for giver in [anna, jan] { try await scene.says(scene.jamie, giver, all) }
        for giver in [anna, jan] {
            try await RecordAnswers([.init(scene.jamie, by: giver, .mistake())], by: .paper)
                .perform(in: scene.organisation, by: .user(scene.office))
        }
        #expect(try await scene.consent(of: scene.jamie).until == end)
        #expect(try await scene.organisation.database.consentLine(scene.jamie)?.request?.isOfPhase == true)
    }

    @Test("is followed by the old last day where the family was asked anew meanwhile")
    func askedAnew() async throws {
        let (scene, end) = try await askedAtPhase()
        try await scene.says(scene.jamie, anna, all)
        try await AskAgain([scene.jamie]).perform(in: scene.organisation, by: .user(scene.office))
        try await RecordAnswers([.init(scene.jamie, by: anna, .mistake())], by: .paper)
            .perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await scene.consent(of: scene.jamie).until == end)
    }

    @Test("and the school’s never that was lifted, and a time away from the roll, leave the question too")
    func liftedOrBack() async throws {
        let (scene, end) = try await askedAtPhase()
        func isAsked() async throws -> Bool {
            try await scene.organisation.database.consentLine(scene.jamie)?.request?.isOfPhase == true
        }
        try await SayNever(scene.jamie, reason: "Their address").perform(
            in: scene.organisation, by: .user(scene.head))
        #expect(try await !scene.consent(of: scene.jamie).isYes)
        try await LiftNever(scene.jamie).perform(in: scene.organisation, by: .user(scene.head))
        #expect(try await scene.consent(of: scene.jamie).until == end)
        #expect(try await isAsked())
        try await RecordLeaving(scene.jamie, why: "Moved away").perform(in: scene.organisation, by: .console)
        try await RecordReturn(scene.jamie).perform(in: scene.organisation, by: .console)
        #expect(try await scene.consent(of: scene.jamie).until == end)
        #expect(try await isAsked())
    }

    @Test("is no silence of before: whoever comes back to the roll is asked anew")
    func returned() async throws {
        let scene = try await ConsentScene("LLT")
        try await GiveLetters(to: [scene.zofia]).perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await scene.consent(of: scene.zofia).askedOn == scene.today)
        try await RecordLeaving(scene.zofia, why: "Moved away").perform(in: scene.organisation, by: .console)
        scene.scratch.pass(100 * 86_400)
        try await RecordReturn(scene.zofia).perform(in: scene.organisation, by: .console)
        let line = try #require(try await scene.organisation.database.consentLine(scene.zofia))
        #expect(line.entry.person.consent.askedOn == nil && line.request != nil)
    }
}
