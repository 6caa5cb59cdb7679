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

    /// A school with mail, to which a list brings two pupils of one parent and one of another.
    private struct Scene {
        let scratch: Scratch
        let mail = PretendCarrier()
        let organisation: Organisation

        init(_ policy: String = "LLT") async throws {
            scratch = try Scratch()
            let installation = try Installation(
                data: scratch.folder, clock: scratch.clock, passwordRounds: 1 << 4, mail: mail)
            var plan = scratch.plan()
            plan.policy = PolicySeeds.bytes(of: policy) ?? []
            plan.schools = [.init(name: "Quay School", slug: "quay")]
            organisation = try await plan.performFromConsole(in: installation)
            try await ChangePublicAddress("https://chaperone.quay.example").perform(in: installation)
            try await ChangeMailServer(
                to: MailServer(host: "smtp.quay.example", port: 465, security: .tls, from: "c@quay.example", isOn: true)
            ).perform(in: organisation, by: .console)
            try await ImportPeople(
                text: """
                    ref,kind,given,family,form,school,parent,parent_email
                    P1,pupil,Zofia,Kowalska,8B,quay,Anna Kowalska,anna@family.example
                    P2,pupil,Jan,Kowalski,4A,quay,Anna Kowalska,anna@family.example
                    P3,pupil,Jamie,Thornton,7A,quay,Sam Thornton,sam@family.example
                    """
            ).perform(in: organisation, by: .console)
            try await runDue()
        }

        func runDue() async throws {
            while try await RunDue().perform(in: organisation) {}
            try await OutsideWork().perform(in: organisation)
        }

        /// The links that went to an address, the last one last.
        func links(to address: String) async -> [String] {
            await mail.taken.filter { $0.to == address }.compactMap { mail in
                mail.text.firstMatch(of: /pictures\/([a-z0-9]{20,})/).map { String($0.1) }
            }
        }

        func consent(_ ref: String) async throws -> Consent {
            let entries = try await organisation.database.rollEntries()
            return entries.first { $0.person.ref == ref }?.person.consent ?? Consent(.unreadable)
        }
    }

    @Test("goes out once to each address for a whole list, names no child, and opening it changes nothing")
    func mailed() async throws {
        let scene = try await Scene()
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
        let scene = try await Scene()
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
        let scene = try await Scene()
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
        let scene = try await Scene()
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
        let words = FamilyMailWords.all.map(\.code)
        #expect(words == ["en", "pl", "ro", "pt", "uk", "ur", "ar"])
    }

    @Test("is no harder to take back by: no to all needs no name")
    func takesBack() async throws {
        let scene = try await Scene()
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

    @Test("of two parents with one address counts a no for both, and a yes for the one who signs")
    func shared() async throws {
        let scene = try await Scene()
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
        let scene = try await Scene()
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
        let scene = try await Scene()
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

    @Test("lives 14 days")
    func expires() async throws {
        let scene = try await Scene()
        let link = try #require(await scene.links(to: "sam@family.example").last)
        scene.scratch.pass(14 * 86_400 - 1)
        #expect(try await scene.organisation.pictureLink(link) != nil)
        scene.scratch.pass(2)
        #expect(try await scene.organisation.pictureLink(link) == nil)
    }

    @Test("answers for nobody else’s child")
    func others() async throws {
        let scene = try await Scene()
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

    @Test("is answered alike whether the address is known or not, and often asked for from one place it waits")
    func unknown() async throws {
        let scene = try await Scene()
        let known = try await WishForLink(email: "sam@family.example", address: "192.0.2.1").perform(
            in: scene.organisation)
        let other = try await WishForLink(email: "x@family.example", address: "192.0.2.1").perform(
            in: scene.organisation)
        #expect(known == .asked && other == .asked)
        try await scene.runDue()
        #expect(await scene.mail.taken.filter { $0.to == "x@family.example" }.isEmpty)
        #expect(await scene.mail.taken.filter { $0.to == "sam@family.example" }.count == 2)
        var last = WishForLink.Answer.asked
        for _ in 0..<6 {
            last = try await WishForLink(email: "y@family.example", address: "192.0.2.1").perform(
                in: scene.organisation)
        }
        #expect(last != .asked)
    }

    @Test("is sent to one address five times a day at most, from wherever it is asked for")
    func bombed() async throws {
        let scene = try await Scene()
        for stranger in 1...9 {
            _ = try await WishForLink(email: "sam@family.example", address: "192.0.2.\(stranger)")
                .perform(in: scene.organisation)
            try await scene.runDue()
        }
        let links = await scene.links(to: "sam@family.example")
        #expect(links.count == 5)
        #expect(try await scene.organisation.pictureLink(try #require(links.first)) != nil)
        scene.scratch.pass(86_401)
        _ = try await WishForLink(email: "sam@family.example", address: "192.0.2.77").perform(in: scene.organisation)
        try await scene.runDue()
        #expect(await scene.links(to: "sam@family.example").count == 6)
    }

    @Test("is not mailed in the evening, but at seven in the morning; who asks for one gets it at once")
    func quiet() async throws {
        let scene = try await Scene()
        scene.scratch.pass(12 * 3600)
        let hour =
            Calendar(identifier: .gregorian).dateComponents(
                in: TimeZone(identifier: "Europe/London")!, from: scene.organisation.clock.now
            ).hour ?? 0
        try #require(hour >= 19)
        _ = try await WishForLink(email: "sam@family.example", address: "192.0.2.9").perform(in: scene.organisation)
        try await ImportPeople(
            text: """
                ref,kind,given,family,form,school,parent,parent_email
                P9,pupil,Lena,Marsh,7A,quay,Ines Marsh,ines@family.example
                """
        ).perform(in: scene.organisation, by: .console)
        try await scene.runDue()
        #expect(await scene.links(to: "sam@family.example").count == 2)
        #expect(await scene.links(to: "ines@family.example").isEmpty)
        scene.scratch.pass(12 * 3600)
        try await scene.runDue()
        #expect(await scene.links(to: "ines@family.example").count == 1)
    }
}
