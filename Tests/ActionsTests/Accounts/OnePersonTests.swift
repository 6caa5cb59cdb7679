import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite("Going back to one person for a look at log-in details") struct OnePersonTests {
    /// A school that asks for two people, whose people have been there for longer than they must.
    private struct Scene {
        let school: AccountSchool
        var organisation: Organisation { school.organisation }

        init(everywhere: Bool = false, days: Double = 20) async throws {
            school = try await AccountSchool("LLT")
            var two = Settings()
            two.twoPeopleForLogins = true
            try await ChangeSettings(at: everywhere ? nil : school.school, to: two)
                .perform(in: school.organisation, by: .user(school.admin))
            school.scratch.pass(days * 86_400)
        }

        func ask(everywhere: Bool = false) async throws -> OnePersonRequest {
            let place = everywhere ? nil : school.school
            var settings = try await organisation.database.ownSettings(of: place)
            settings.twoPeopleForLogins = false
            try await ChangeSettings(at: place, to: settings, why: "Two of us in half term")
                .perform(in: organisation, by: .user(school.admin))
            return try #require(try await organisation.database.waitingOnePersonRequest(at: place))
        }

        func isTwo() async throws -> Bool {
            try await organisation.database.settings(at: school.school).isTwoPeopleForLogins
        }

        func refusesConfirmation(of request: OnePersonRequest, by user: Identifier<User>) async throws -> Bool {
            do {
                try await ConfirmOnePerson(request.id).perform(in: organisation, by: .user(user))
                return false
            } catch is ActionError {
                return try await isTwo()
            }
        }

        func event(_ kind: Event.Kind) async throws -> EventLine? {
            try await organisation.database.events(most: 20).first { $0.kind == kind }
        }
    }

    @Test("changes nothing until another confirms it; then everybody who keeps them is told")
    func confirmed() async throws {
        let scene = try await Scene()
        let school = scene.school
        var settings = try await school.organisation.database.ownSettings(of: school.school)
        settings.twoPeopleForLogins = nil
        settings.tone = "Warm"
        try await ChangeSettings(at: school.school, to: settings, why: "Half term")
            .perform(in: school.organisation, by: .user(school.admin))
        let own = try await school.organisation.database.ownSettings(of: school.school)
        #expect(own.tone == "Warm" && own.twoPeopleForLogins == true)
        let request = try #require(
            try await school.organisation.database.waitingOnePersonRequest(at: school.school))
        #expect(try await school.tasks(school.slt).contains { $0.kind == .confirmOnePerson })
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .confirmOnePerson })
        #expect(try await scene.event(.onePersonAsked)?.content?.why == "Half term")
        try await ConfirmOnePerson(request.id).perform(in: school.organisation, by: .user(school.slt))
        #expect(try await !scene.isTwo())
        #expect(try await school.tasks(school.slt).allSatisfy { $0.kind != .confirmOnePerson })
        #expect(try await scene.event(.onePersonConfirmed)?.actor == .user(school.slt))
        #expect(try await scene.event(.settingsChanged)?.content?.before?["twoPeopleForLogins"] == .flag(true))
        let news = try await school.organisation.database.news(to: school.admin)
        #expect(news.contains { $0.says.contains("Sanjay Mehta confirms it") })
        await #expect(throws: ActionError.self) {
            try await ConfirmOnePerson(request.id).perform(in: school.organisation, by: .user(school.slt))
        }
    }

    @Test("is confirmed by nobody who asked for it, who is of another school, or who neither keeps nor allows")
    func strangers() async throws {
        let scene = try await Scene()
        let school = scene.school
        let mill = try await school.organisation.school(slug: "mill").id
        let other = try await school.organisation.person("Moss Hale", .slt, .administrator, at: mill)
        school.scratch.pass(20 * 86_400)
        let request = try await scene.ask()
        for user in [school.admin, other, school.it, school.lead, school.head] {
            #expect(try await scene.refusesConfirmation(of: request, by: user))
        }
        #expect(try await school.tasks(other).allSatisfy { $0.kind != .confirmOnePerson })
        await #expect(throws: ActionError.self) {
            try await DeclineOnePerson(request.id, why: "No").perform(in: school.organisation, by: .user(other))
        }
    }

    @Test("is not confirmed by a second user whom whoever asks has made, made able, or given a way in, nor by a deputy")
    func madeForIt() async throws {
        let scene = try await Scene()
        let school = scene.school
        let (work, admin) = (school.organisation, Actor.user(school.admin))
        let second = try await work.person("Ivy Long", .author)
        let kept = try await work.person("Olu Grant", .administrator)
        school.scratch.pass(20 * 86_400)
        // another user, made today
        let made = try await InviteUser(
            name: "Ida Second", email: "ida.second@school.example", roles: [.administrator], why: "Help"
        ).perform(in: work, by: admin).user
        // a role given today, said to have begun long ago
        try await GrantRole(
            user: second, role: .administrator, from: school.scratch.clock.now - 300 * 86_400, why: "Help"
        ).perform(in: work, by: admin)
        // a way in made today for somebody who may
        _ = try await MakePasswordLink(user: kept).perform(in: work, by: admin)
        // somebody who stands in for one who may
        try await NameDeputy(
            absent: school.slt, deputy: school.lead, from: school.scratch.clock.now,
            until: school.scratch.clock.now + 9 * 86_400
        ).perform(in: work, by: admin)
        let request = try await scene.ask()
        for user in [made, second, kept, school.lead] {
            #expect(try await scene.refusesConfirmation(of: request, by: user))
        }
        // one whom such a user has made is none either
        let third = try await InviteUser(
            name: "Ida Third", email: "ida.third@school.example", roles: [.administrator], why: "Help"
        ).perform(in: work, by: .user(made)).user
        #expect(try await scene.refusesConfirmation(of: request, by: third))
        try await DeclineOnePerson(request.id, why: "Who are they all?").perform(in: work, by: .user(made))
        #expect(try await scene.isTwo())
    }

    @Test("is not confirmed by whoever stands in for the one who asks, while they do")
    func standIn() async throws {
        let scene = try await Scene()
        let school = scene.school
        let request = try await scene.ask()
        let now = school.scratch.clock.now
        try await NameDeputy(absent: school.admin, deputy: school.slt, from: now, until: now + 86_400)
            .perform(in: school.organisation, by: .user(school.admin))
        #expect(try await scene.refusesConfirmation(of: request, by: school.slt))
        school.scratch.pass(2 * 86_400)
        try await ConfirmOnePerson(request.id).perform(in: school.organisation, by: .user(school.slt))
        #expect(try await !scene.isTwo())
    }

    @Test("cannot be asked where nobody stands who could confirm it")
    func nobody() async throws {
        let scene = try await Scene(days: 3)
        await #expect(throws: ActionError.self) { try await scene.ask() }
        #expect(try await scene.isTwo())
    }

    @Test("lapses after seven days, and may be asked anew")
    func lapsed() async throws {
        let scene = try await Scene()
        let school = scene.school
        let request = try await scene.ask()
        await #expect(throws: ActionError.self) { try await scene.ask() }
        school.scratch.pass(OnePersonRequest.lasts)
        #expect(try await scene.refusesConfirmation(of: request, by: school.slt))
        while try await RunDue().perform(in: school.organisation) {}
        #expect(try await school.organisation.database.onePersonRequest(request.id)?.answer == .lapsed)
        #expect(try await scene.event(.onePersonLapsed) != nil)
        #expect(try await school.tasks(school.slt).allSatisfy { $0.kind != .confirmOnePerson })
        #expect(try await scene.refusesConfirmation(of: request, by: school.slt))
        let news = try await school.organisation.database.news(to: school.admin)
        #expect(news.contains { $0.says.contains("Two are still asked for") })
        let again = try await scene.ask()
        try await ConfirmOnePerson(again.id).perform(in: school.organisation, by: .user(school.slt))
        #expect(try await !scene.isTwo())
    }

    @Test("is declined with a reason, or taken back; then nobody confirms it any more")
    func declined() async throws {
        let scene = try await Scene()
        let school = scene.school
        for user in [school.slt, school.admin] {
            let request = try await scene.ask()
            await #expect(throws: ActionError.self) {
                try await DeclineOnePerson(request.id, why: " ").perform(in: school.organisation, by: .user(user))
            }
            try await DeclineOnePerson(request.id, why: "We are enough")
                .perform(in: school.organisation, by: .user(user))
            #expect(try await scene.refusesConfirmation(of: request, by: school.slt))
            #expect(try await scene.event(.onePersonDeclined)?.content?.why == "We are enough")
        }
        let news = try await school.organisation.database.news(to: school.admin)
        #expect(news.count { $0.says.contains("declines") } == 1)
    }

    @Test("for every school is confirmed by somebody who reaches every school that it concerns")
    func everywhere() async throws {
        let scene = try await Scene(everywhere: true)
        let school = scene.school
        let other = try await school.organisation.person("Olu Grant", .administrator)
        school.scratch.pass(20 * 86_400)
        let request = try await scene.ask(everywhere: true)
        #expect(try await scene.refusesConfirmation(of: request, by: school.slt))
        try await ConfirmOnePerson(request.id).perform(in: school.organisation, by: .user(other))
        #expect(try await !scene.isTwo())
    }

    @Test("counts no more once whoever asked administers the organisation no more")
    func askerGone() async throws {
        let scene = try await Scene()
        let school = scene.school
        let link = try await InviteUser(name: "Olu Grant", email: "olu@school.example", roles: [.administrator])
            .perform(in: school.organisation, by: .console).link
        try await SetPassword(link: link, password: goodPassword).perform(in: school.organisation)
        let request = try await scene.ask()
        try await EndUser(user: school.admin, why: "Left", isUnasked: true)
            .perform(in: school.organisation, by: .console)
        #expect(try await scene.refusesConfirmation(of: request, by: school.slt))
    }

    @Test("of one school is over where two people are asked for everywhere meanwhile, and its own choice stays")
    func everywhereMeanwhile() async throws {
        let scene = try await Scene()
        let school = scene.school
        let request = try await scene.ask()
        var two = Settings()
        two.twoPeopleForLogins = true
        try await ChangeSettings(to: two).perform(in: school.organisation, by: .user(school.admin))
        #expect(try await scene.refusesConfirmation(of: request, by: school.slt))
        try await ChangeSettings(at: school.school, to: Settings())
            .perform(in: school.organisation, by: .user(school.slt))
        #expect(try await school.organisation.database.ownSettings(of: school.school).twoPeopleForLogins == true)
    }

    @Test("is refused by the database itself to whoever asked")
    func schema() async throws {
        let scene = try await Scene()
        let request = try await scene.ask()
        await #expect(throws: (any Error).self) {
            try await scene.organisation.database.change(by: .console) { tx in
                try tx.settle(request, as: .confirmed, by: request.askedBy)
                return Recorded(Event(.onePersonConfirmed, .organisation))
            }
        }
    }
}
