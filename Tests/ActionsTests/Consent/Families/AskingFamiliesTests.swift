import Actions
import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@Suite("Families") struct AskingFamiliesTests {
    @Test("of new pupils are to be asked the same day where the policy asks, with one task for the office")
    func joining() async throws {
        let scene = try await ConsentScene("LLT")
        try await scene.runDue()
        #expect(try await scene.organisation.database.consentLine(scene.zofia)?.request != nil)
        #expect(try await scene.tasks(of: scene.office, .askOnPaper).count == 1, "one for the school, not one a pupil")
        try await GiveLetters(to: [scene.zofia]).perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await scene.tasks(of: scene.office, .askOnPaper).count == 1, "another waits")
        try await GiveLetters(to: [scene.jamie]).perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await scene.tasks(of: scene.office, .askOnPaper).isEmpty)
        #expect(try await scene.consent(of: scene.zofia).askedOn == scene.today)
    }

    @Test("are not asked by themselves where the policy is silent, and are when the office asks")
    func silent() async throws {
        let scene = try await ConsentScene("DSAT")
        try await scene.runDue()
        #expect(try await scene.organisation.database.consentLine(scene.zofia)?.request == nil)
        try await AskAgain([scene.zofia]).perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await scene.organisation.database.consentLine(scene.zofia)?.request != nil)
    }

    @Test("who say nothing have said yes under LINK only two weeks after they were asked")
    func silence() async throws {
        let scene = try await ConsentScene("LINK")
        func standing() async throws -> PictureStanding {
            PictureStanding(
                try await scene.consent(of: scene.zofia), on: scene.today, channel: .social, assumed: true)
        }
        #expect(try await standing() == .neverAsked)
        try await GiveLetters(to: [scene.zofia]).perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await standing() == .neverAsked)
        scene.scratch.pass(14 * 86_400)
        #expect(try await standing() == .allowed)
    }
}
