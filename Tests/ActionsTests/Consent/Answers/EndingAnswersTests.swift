import Actions
import Foundation
import GRDB
import Governance
import Reading
import Store
import Testing

@Suite("Answers about pictures that end") struct EndingAnswersTests {
    private let all = Set(Consent.Channel.allCases)
    private let anna = ConsentAnswer.Giver.parent("Anna")

    @Test("that ran out leave the question open until somebody answers it")
    func openQuestion() async throws {
        let scene = try await ConsentScene("LLT")
        try await scene.says(scene.zofia, anna, all, until: scene.today.adding(days: 10))
        scene.scratch.pass(1)
        try await scene.runDue()
        scene.scratch.pass(12 * 86_400)
        try await scene.runDue()
        #expect(try await scene.organisation.database.consentLine(scene.zofia)?.request?.because == .ends)
        try await scene.says(scene.zofia, anna, all)
        #expect(try await scene.organisation.database.consentLine(scene.zofia)?.request == nil)
    }

    @Test("of an adult end too, and nothing is stuck")
    func adult() async throws {
        let scene = try await ConsentScene("LLT")
        let adult = try await AddPerson(
            Person(ref: "S1", kind: .staff, given: "Ann", family: "Whitcombe", school: "quay")
        ).perform(in: scene.organisation, by: .console)
        try await scene.says(adult, .themselves, all, until: scene.today.adding(days: 40))
        scene.scratch.pass(86_400)
        try await scene.runDue()
        #expect(try await scene.tasks(of: scene.office, .renewConsents).isEmpty)
        scene.scratch.pass(10 * 86_400)
        try await scene.runDue()
        #expect(try await scene.tasks(of: scene.office, .renewConsents).count == 1, "nobody signs in as them")
        scene.scratch.pass(31 * 86_400)
        try await scene.runDue()
        #expect(try await scene.organisation.database.consentLine(adult)?.request == nil, "no family is asked")
    }

    @Test("of staff who sign in are asked of them themselves before they end, and they say so on their own page")
    func staff() async throws {
        let scene = try await ConsentScene("LLT")
        let tom = try await AddPerson(
            Person(ref: "S2", kind: .staff, given: "Tom", family: "Ashworth", school: "quay")
        ).perform(in: scene.organisation, by: .console)
        await #expect(throws: ActionError.self) {
            try await AnswerForMyself(allowing: all).perform(in: scene.organisation, by: scene.author)
        }
        try await LinkUser(tom, to: scene.author).perform(in: scene.organisation, by: .console)
        try await scene.says(tom, .themselves, all, until: scene.today.adding(days: 40))
        scene.scratch.pass(11 * 86_400)
        try await scene.runDue()
        let task = try #require(try await scene.tasks(of: scene.author, .renewMyConsent).first)
        #expect(task.subject == RecordSubject(.person, tom) && task.due == scene.today.adding(days: 29).start())
        #expect(try await scene.tasks(of: scene.office, .renewConsents).isEmpty)
        try await AnswerForMyself(allowing: [.website]).perform(in: scene.organisation, by: scene.author)
        #expect(try await scene.consent(of: tom) == Consent(.restricted, channels: [.website]))
        #expect(try await scene.tasks(of: scene.author, .renewMyConsent).isEmpty)
        let answer = try #require(try await scene.organisation.database.saidOfPictures(of: tom).last)
        #expect(answer.giver == .themselves && answer.by == .user(scene.author) && answer.consent.until == nil)
        try await AnswerForMyself(allowing: []).perform(in: scene.organisation, by: scene.author)
        #expect(try await scene.consent(of: tom).status == .withdrawn)
    }

    @Test("end: the office is told a month before, the family is asked again, and what is over counts no more")
    func ending() async throws {
        let scene = try await ConsentScene("LLT")
        try await scene.says(scene.zofia, anna, all, until: scene.today.adding(days: 60))
        try await scene.says(scene.zofia, .parent("Jan"), [.website])
        try await scene.runDue()
        #expect(try await scene.tasks(of: scene.office, .renewConsents).isEmpty)
        let other = try await ConsentScene("LLT")
        try await other.says(other.zofia, anna, all, until: other.today.adding(days: 60))
        other.scratch.pass(31 * 86_400)
        try await other.runDue()
        #expect(try await other.tasks(of: other.office, .renewConsents).count == 1)
        #expect(try await other.organisation.database.consentLine(other.zofia)?.request?.because == .ends)
    }
}
