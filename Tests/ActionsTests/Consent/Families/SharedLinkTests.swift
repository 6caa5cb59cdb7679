import Actions
import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@Suite("A link of parents who share an address") struct SharedLinkTests {
    private let all = Set(Consent.Channel.allCases)

    @Test("of two parents with one address counts a no for both, and a yes for the one who signs")
    func shared() async throws {
        let scene = try await ParentsLinkScene()
        let zofia = try #require(try await scene.organisation.person(ref: "P1"))
        let anna = "anna@family.example"
        try await ChangeParents(of: zofia, [.init(name: "Jan Kowalski", email: anna, relation: "father")])
            .perform(in: scene.organisation, by: .console)
        func givers() async throws -> [ConsentAnswer.Giver: Consent.Status] {
            ConsentStanding.last(
                try await scene.organisation.database.saidOfPictures(of: zofia),
                parents: ["Anna Kowalska", "Jan Kowalski"]
            ).mapValues(\.consent.status)
        }
        for name in ["Kowalska", "Sam Thornton", "Anna"] {
            await #expect(throws: UnclearParent.self) {
                try await scene.organisation.answerByLink(of: anna, about: zofia, allowing: all, signed: name)
            }
        }
        #expect(try await givers().isEmpty)
        try await scene.organisation.answerByLink(of: anna, about: zofia, allowing: all, signed: "jan kowalski")
        #expect(try await givers() == [.parent("Jan Kowalski"): .granted], "a yes of his is none of hers")
        try await scene.organisation.answerByLink(of: anna, about: zofia, allowing: [])
        #expect(
            try await givers() == [.parent("Anna Kowalska"): .refused, .parent("Jan Kowalski"): .withdrawn],
            "a no is everybody’s at that address")
        try await scene.organisation.answerByLink(of: anna, about: zofia, allowing: all, signed: "Anna Kowalska")
        #expect(try await scene.consent("P1").status == .withdrawn, "his no is not hers to lift")
        try await AskAgain([zofia]).perform(in: scene.organisation, by: .console)
        try await scene.runDue()
        #expect(
            try #require(await scene.mail.taken.last { $0.to == anna }).text.contains("Anna Kowalska, Jan Kowalski"))
    }

    @Test("that two parents share says yes for no child of the other alone, and no for all")
    func sharedForOne() async throws {
        let scene = try await ParentsLinkScene()
        let zofia = try #require(try await scene.organisation.person(ref: "P1"))
        let jan = try #require(try await scene.organisation.person(ref: "P2"))
        let email = "anna@family.example"
        try await ChangeParents(of: jan, [.init(name: "Tom Kowalski", email: email, relation: "father")])
            .perform(in: scene.organisation, by: .console)
        func answer(_ places: Set<Consent.Channel>, _ name: String) async throws {
            try await AnswerByLink(
                link: scene.organisation.freshLink(for: email, about: zofia),
                children: [zofia, jan].map { .init($0, allowing: places) }, name: name, wording: "2026-11",
                language: "en"
            ).perform(in: scene.organisation)
        }
        await #expect(throws: UnclearParent.self) { try await answer(all, "Tom Kowalski") }
        #expect(try await scene.consent("P1") == Consent())
        try await scene.organisation.answerByLink(of: email, about: jan, allowing: all, signed: "Tom Kowalski")
        try await answer(all, "Anna Kowalska")
        #expect(try await scene.consent("P1") == Consent(.granted))
        #expect(try await scene.consent("P2") == Consent(.granted))
        try await answer([], "Tom Kowalski")
        #expect(try await scene.consent("P1").status == .withdrawn, "a no is heard from everybody there")
    }

    @Test("that parents of different children share says yes for no child of the other")
    func sharedByFamilies() async throws {
        let scene = try await ParentsLinkScene()
        let zofia = try #require(try await scene.organisation.person(ref: "P1"))
        let jamie = try #require(try await scene.organisation.person(ref: "P3"))
        let email = "both@family.example"
        for (pupil, name) in [(zofia, "Anna Kowalska"), (jamie, "Sam Thornton")] {
            try await ChangeParents(of: pupil, [.init(was: name, name: name, email: email, relation: "")])
                .perform(in: scene.organisation, by: .console)
        }
        try await RecordAnswers([.init(zofia, by: .parent("Anna Kowalska"), .places([]))], by: .paper)
            .perform(in: scene.organisation, by: .console)
        func answer(_ name: String) async throws {
            try await AnswerByLink(
                link: scene.organisation.freshLink(for: email, about: zofia),
                children: [zofia, jamie].map { .init($0, allowing: all) }, name: name, wording: "2026-11",
                language: "en"
            ).perform(in: scene.organisation)
        }
        await #expect(throws: UnclearParent.self) { try await answer("Sam Thornton") }
        #expect(try await scene.consent("P1") == Consent(.refused))
        let link = try await scene.organisation.freshLink(for: email, about: zofia)
        #expect(try await scene.organisation.pictureLink(link)?.pupils.allSatisfy(\.isShared) == true)
    }
}
