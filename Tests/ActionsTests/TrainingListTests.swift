import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite struct TrainingListTests {
    private struct Scene {
        let scratch: Scratch
        let organisation: Organisation
        let course: Identifier<Course>
        let sam: Identifier<User>
        let nia: Identifier<User>

        init() async throws {
            scratch = try Scratch()
            organisation = try await scratch.organisation()
            course = try await AddCourse(name: "Online safety", months: 12).perform(in: organisation, by: .console)
            let organisation = organisation
            let invited = { (name: String, email: String) in
                try await InviteUser(name: name, email: email, roles: [.author])
                    .perform(in: organisation, by: .console).user
            }
            sam = try await invited("Sam Poe", "sam@school.example")
            nia = try await invited("Nia Fox", "nia@school.example")
            _ = try await invited("Nia Fox", "nia2@school.example")
        }

        func trial(_ text: String, by actor: Actor = .console) async throws -> TrainingListTrial {
            try await TryTrainingList(Array(text.utf8)).perform(in: organisation, by: actor)
        }
    }

    private let list = """
        E-mail address;Course;Done on;Certificate;Score
        sam@school.example;online safety;03/09/2026;4471;9
        Nia Fox;Online safety;03/09/2026;;
        nia@school.example;Online safety;2026-09-03;;
        SAM@school.example;Online safety;3/9/2026;again;
        sam@school.example;Fire safety;03/09/2026;;
        sam@school.example;Online safety;31/02/2026;;
        sam@school.example;Online safety;03/09/2030;;
        sam@school.example;Online safety;;;
        nobody@school.example;Online safety;03/09/2026;;

        """

    @Test func theTrialSavesNothingAndSaysWhatWouldHappenRowByRow() async throws {
        let scene = try await Scene()
        let trial = try await scene.trial(list)
        #expect(trial.added.map(\.user.id) == [scene.sam, scene.nia])
        #expect(trial.added.first?.certificate == "4471")
        #expect(trial.known == 1, "the second line of Sam's")
        #expect(trial.held.map(\.line) == [3, 6, 7, 8, 9, 10])
        #expect(trial.held.first?.says == "2 people have this name")
        #expect(trial.held.allSatisfy { !$0.column.isEmpty && !$0.advice.isEmpty })
        #expect(trial.notRead == ["Score"])
        #expect(try await scene.organisation.database.trainingStanding().attendances(of: scene.sam).isEmpty)
    }

    @Test func confirmedItIsOneChangeAndASecondTimeNothingChanges() async throws {
        let scene = try await Scene()
        let bytes = Array(list.utf8)
        let trial = try await scene.trial(list)
        let head = try await scene.organisation.database.recordHead()
        #expect(try await ConfirmTrainingList(bytes, as: trial).perform(in: scene.organisation, by: .console) == 2)
        let done = try await scene.organisation.database.trainingStanding().attendances(of: scene.sam)
        #expect(done.map(\.certificate) == ["4471"])
        #expect(try await scene.organisation.database.recordHead() != head)
        let again = try await scene.trial(list)
        #expect(again.added.isEmpty && again.known == 3)
        #expect(try await ConfirmTrainingList(bytes).perform(in: scene.organisation, by: .console) == 0)
    }

    @Test func whatChangedSinceTheTrialIsLookedAtAgain() async throws {
        let scene = try await Scene()
        let trial = try await scene.trial(list)
        try await EndUser(user: scene.nia, why: "Left").perform(in: scene.organisation, by: .console)
        await #expect(throws: ActionError.self) {
            try await ConfirmTrainingList(Array(list.utf8), as: trial).perform(in: scene.organisation, by: .console)
        }
        #expect(try await scene.organisation.database.trainingStanding().attendances(of: scene.sam).isEmpty)
    }

    @Test(arguments: [
        ("", "empty"), ("Name,Colour\nSam,Red\n", "Missing"), ("%PDF-1.7", "PDF"),
        ("<!doctype html><html>", "web page"),
    ]) func whatIsNoListOfTrainingIsRefused(text: String, says: String) async throws {
        let scene = try await Scene()
        do {
            _ = try await scene.trial(text)
            Issue.record("it was read")
        } catch ActionError.invalid(let errors) {
            #expect(errors.first?.field == "file" && errors.first?.says.contains(says) == true)
        }
    }

    @Test func nobodyBringsInThoseOfAnotherSchool() async throws {
        let scene = try await Scene()
        let quay = try #require(try await scene.organisation.database.schools().first { $0.slug == "quay" }).id
        let leader = try await scene.organisation.person("Lea Orme", .slt, at: quay)
        let trial = try await scene.trial(list, by: .user(leader))
        #expect(trial.added.isEmpty)
        #expect(trial.held.contains { $0.says == "Nobody whose training you keep has this address or name" })
    }
}
