import Actions
import Foundation
import Governance
import Platforms
import PolicySeeds
import Reading
import Store
import Testing

@Suite("A parent’s link") struct ParentsLinkTests {
    private let all = Set(Consent.Channel.allCases)

    @Test("goes out once to each address for a whole list, names no child, and opening it changes nothing")
    func mailed() async throws {
        let scene = try await ParentsLinkScene()
        let taken = await scene.mail.taken
        #expect(taken.map(\.to).sorted() == ["anna@family.example", "sam@family.example"])
        #expect(taken.allSatisfy { !$0.text.contains("Zofia") && !$0.text.contains("Jamie") })
        try await scene.runDue()
        #expect(await scene.mail.taken.count == 2, "nobody is asked twice")
        let link = try #require(await scene.links(to: "anna@family.example").last)
        let events = try await scene.organisation.database.recordHead()
        for _ in 0..<3 {
            let opened = try #require(try await scene.organisation.pictureLink(link))
            #expect(opened.pupils.map(\.person.given) == ["Jan", "Zofia"])
        }
        #expect(try await scene.organisation.database.recordHead() == events)
    }

    @Test("is used up by sending the form, for every child of the address, and withdrawing is the same form")
    func used() async throws {
        let scene = try await ParentsLinkScene()
        let link = try #require(await scene.links(to: "anna@family.example").last)
        let pupils = try #require(try await scene.organisation.pictureLink(link)).pupils
        let answer = AnswerByLink(
            link: link, children: pupils.map { .init($0.id, allowing: all) }, name: "Anna Kowalska",
            wording: "2026-11", language: "pl")
        try await answer.perform(in: scene.organisation)
        #expect(try await scene.consent("P1") == Consent(.granted))
        #expect(try await scene.organisation.pictureLink(link) == nil)
        await #expect(throws: ActionError.notFound) { try await answer.perform(in: scene.organisation) }
        let answers = try await scene.organisation.database.saidOfPictures(of: pupils[0].id)
        #expect(answers.first?.language == "pl" && answers.first?.wording == "2026-11" && answers.first?.way == .link)

        _ = try await WishForLink(email: "Anna@family.example", address: "192.0.2.1").perform(in: scene.organisation)
        try await scene.runDue()
        let again = try #require(await scene.links(to: "anna@family.example").last)
        #expect(again != link)
        try await AnswerByLink(
            link: again, children: [.init(pupils[1].id, allowing: [])], name: "Anna", wording: "2026-11",
            language: "en"
        ).perform(in: scene.organisation)
        #expect(try await scene.consent("P1").status == .withdrawn)
        #expect(try await scene.consent("P2") == Consent(.granted))
    }

    @Test("dies with every other of its address once one is used, and works on beside a fresh one until then")
    func alone() async throws {
        let scene = try await ParentsLinkScene()
        let first = try #require(await scene.links(to: "sam@family.example").last)
        _ = try await WishForLink(email: "sam@family.example", address: "192.0.2.1").perform(in: scene.organisation)
        try await scene.runDue()
        let second = try #require(await scene.links(to: "sam@family.example").last)
        #expect(try await scene.organisation.pictureLink(first) != nil, "a wish of a stranger takes nothing away")
        #expect(try await scene.organisation.pictureLink(second) != nil)
        #expect(
            try await scene.organisation.pictureLink(#require(await scene.links(to: "anna@family.example").last)) != nil
        )
    }

    @Test("comes in the language in which it was asked for, and so do those after it")
    func language() async throws {
        let scene = try await ParentsLinkScene()
        _ = try await WishForLink(email: "sam@family.example", address: "192.0.2.1", language: "pl")
            .perform(in: scene.organisation)
        try await scene.runDue()
        let mail = try #require(await scene.mail.taken.last)
        #expect(mail.subject.contains("zdjęcia") && mail.text.contains("?in=pl") && mail.text.contains("اردو:"))
        #expect(mail.text.hasPrefix("Dzień dobry, Sam Thornton!"))
        let link = try #require(await scene.links(to: "sam@family.example").last)
        let pupil = try #require(try await scene.organisation.pictureLink(link)).pupils[0].id
        try await AnswerByLink(
            link: link, children: [.init(pupil, allowing: all)], name: "Sam", wording: "2026-11", language: "ur"
        ).perform(in: scene.organisation)
        _ = try await WishForLink(email: "anna@family.example", address: "192.0.2.1").perform(in: scene.organisation)
        try await AskAgain([pupil]).perform(in: scene.organisation, by: .console)
        try await scene.runDue()
        #expect(
            await scene.mail.taken.contains {
                $0.to == "sam@family.example" && $0.text.contains("محترم/محترمہ \u{2068}Sam Thornton\u{2069}")
            })
    }

    @Test("has a name in its place, and nothing that the name says is filled in")
    func names() {
        let words = FamilyMailWords.all.map(\.language.rawValue)
        #expect(words == ["en", "pl", "ro", "pt", "uk", "ur", "ar"])
    }

    @Test("is no harder to take back by: no to all needs no name")
    func takesBack() async throws {
        let scene = try await ParentsLinkScene()
        let link = try #require(await scene.links(to: "anna@family.example").last)
        let pupils = try #require(try await scene.organisation.pictureLink(link)).pupils
        await #expect(throws: ActionError.self) {
            try await AnswerByLink(
                link: link, children: [.init(pupils[0].id, allowing: [.website])], name: "", wording: "2026-11",
                language: "en"
            ).perform(in: scene.organisation)
        }
        try await AnswerByLink(
            link: link, children: pupils.map { .init($0.id, allowing: []) }, name: "", wording: "2026-11",
            language: "en"
        ).perform(in: scene.organisation)
        #expect(try await scene.consent("P1") == Consent(.refused))
    }

    @Test("lives 14 days")
    func expires() async throws {
        let scene = try await ParentsLinkScene()
        let link = try #require(await scene.links(to: "sam@family.example").last)
        scene.scratch.pass(14 * 86_400 - 1)
        #expect(try await scene.organisation.pictureLink(link) != nil)
        scene.scratch.pass(2)
        #expect(try await scene.organisation.pictureLink(link) == nil)
    }

    @Test("answers for nobody else’s child")
    func others() async throws {
        let scene = try await ParentsLinkScene()
        let sam = try #require(await scene.links(to: "sam@family.example").last)
        let anna = try #require(await scene.links(to: "anna@family.example").last)
        let theirs = try #require(try await scene.organisation.pictureLink(anna)).pupils[0].id
        await #expect(throws: ActionError.notFound) {
            try await AnswerByLink(
                link: sam, children: [.init(theirs, allowing: all)], name: "Sam", wording: "2026-11", language: "en"
            ).perform(in: scene.organisation)
        }
        #expect(try await scene.organisation.pictureLink(sam) != nil, "and the link still works")
    }
}
