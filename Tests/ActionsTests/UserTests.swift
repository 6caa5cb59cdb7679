import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite struct UserTests {
    @Test func anInvitedPersonSetsAPasswordOnceByTheLink() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let invited = try await InviteUser(name: "Sam Poe", email: "sam@school.example", roles: [.author])
            .perform(in: organisation, by: .console)
        #expect(try await organisation.user(ofLink: invited.link)?.name == "Sam Poe")
        await #expect(throws: ActionError.invalid("password", "Choose a password of at least 12 characters")) {
            try await SetPassword(link: invited.link, password: "short").perform(in: organisation)
        }
        try await SetPassword(link: invited.link, password: goodPassword).perform(in: organisation)
        await #expect(throws: ActionError.self) {
            try await SetPassword(link: invited.link, password: goodPassword).perform(in: organisation)
        }
        let answer = try await SignIn(
            email: "sam@school.example", password: goodPassword, address: "", device: ""
        ).perform(in: organisation)
        #expect(answer.says == nil)
    }

    @Test func aNewLinkEndsTheOneBeforeAndExpiresAfterADay() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let user = try await organisation.user(email: "ida@school.example").id
        let first = try await MakePasswordLink(user: user).perform(in: organisation, by: .console).secret
        let second = try await MakePasswordLink(user: user).perform(in: organisation, by: .console).secret
        #expect(try await organisation.user(ofLink: first) == nil)
        scratch.pass(24 * 3600 - 1)
        #expect(try await organisation.user(ofLink: second)?.id == user)
        scratch.pass(2)
        #expect(try await organisation.user(ofLink: second) == nil)
    }

    @Test func aLostPasswordSignsEveryoneOutAndUnlocks() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        let right = SignIn(email: "nell@school.example", password: goodPassword, address: "", device: "")
        guard case .signedIn(let user, let cookie) = try await right.perform(in: organisation) else {
            throw Unexpected()
        }
        for _ in 0..<5 {
            _ = try await SignIn(email: user.email, password: "wrong", address: "", device: "").perform(
                in: organisation)
        }
        let link = try await MakePasswordLink(user: user.id).perform(in: organisation, by: .console).secret
        try await SetPassword(link: link, password: "another harbour wall").perform(in: organisation)
        #expect(try await organisation.signedIn(cookie: cookie) == nil)
        let fresh = SignIn(email: user.email, password: "another harbour wall", address: "", device: "")
        #expect(try await fresh.perform(in: organisation).says == nil)
    }

    @Test func nobodyRaisesThemselves() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let ida = try await organisation.user(email: "ida@school.example").id
        let author = try await organisation.person("Sam Poe", .author)
        for (actor, user) in [(ida, ida), (author, author), (author, ida)] {
            await #expect(throws: ActionError.self) {
                try await GrantRole(user: user, role: .headteacher).perform(in: organisation, by: .user(actor))
            }
        }
        await #expect(throws: ActionError.self) {
            try await NameDeputy(absent: author, deputy: ida, from: .distantPast, until: .distantFuture)
                .perform(in: organisation, by: .user(ida))
        }
        await #expect(throws: ActionError.self) {
            try await InviteUser(name: "X", email: "x@school.example", roles: [.administrator])
                .perform(in: organisation, by: .user(author))
        }
    }

    @Test func nobodyRemovesTheLastAdministrator() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let ida = try #require(try await organisation.database.users().first)
        await #expect(throws: ActionError.conflict("This is the last administrator. Make somebody else one first")) {
            try await EndUser(user: ida.user.id, why: "left").perform(in: organisation, by: .user(ida.user.id))
        }
        await #expect(throws: ActionError.self) {
            try await EndGrant(grant: ida.grants[0].id, why: "left").perform(in: organisation, by: .user(ida.user.id))
        }
        let passing = try await organisation.person("Sam Poe")
        try await GrantRole(user: passing, role: .administrator, until: scratch.clock.now + 60)
            .perform(in: organisation, by: .console)
        await #expect(throws: ActionError.self) {
            try await EndUser(user: ida.user.id, why: "left").perform(in: organisation, by: .console)
        }
        let eve = try await InviteUser(name: "Eve Lund", email: "eve@school.example", roles: [.administrator])
            .perform(in: organisation, by: .console)
        for end in [ida.grants[0].id] {
            await #expect(throws: ActionError.self, "who has not come yet administers nothing") {
                try await EndUser(user: ida.user.id, why: "left").perform(in: organisation, by: .console)
            }
            await #expect(throws: ActionError.self) {
                try await EndGrant(grant: end, why: "left").perform(in: organisation, by: .console)
            }
        }
        try await SetPassword(link: eve.link, password: goodPassword).perform(in: organisation)
        try await EndUser(user: ida.user.id, why: "left").perform(in: organisation, by: .console)
        #expect(try await organisation.database.user(ida.user.id)?.grants == [])
    }

    @Test func rolesHoldWhereAndWhileTheyWereGiven() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation(isDemonstration: true)
        let schools = try await organisation.database.schools()
        let user = try await organisation.person("Sam Poe", .moderator, at: schools[0].id)
        try await GrantRole(user: user, role: .slt, from: scratch.clock.now + 60, until: scratch.clock.now + 120)
            .perform(in: organisation, by: .console)
        let cookie = try await DemonstrationSignIn(user: user, device: "").perform(in: organisation)
        func authority() async throws -> Authority? { try await organisation.signedIn(cookie: cookie)?.authority }
        #expect(try await authority()?.holds(.moderator, at: schools[0].id) == true)
        #expect(try await authority()?.holds(.moderator, at: schools[1].id) == false)
        #expect(try await authority()?.holds(.moderator, at: nil) == false)
        #expect(try await authority()?.reach(as: [.moderator]) == .only([schools[0].id]))
        #expect(try await authority()?.holds(.slt, at: nil) == false)
        scratch.pass(60)
        #expect(try await authority()?.holds(.slt, at: schools[1].id) == true)
        scratch.pass(60)
        #expect(try await authority()?.holds(.slt, at: nil) == false)
    }

    @Test func aDeputyMayWhatTheAbsentMayButNotAdminister() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation(isDemonstration: true)
        let head = try await organisation.person("Eve Lund", .headteacher, .administrator)
        let deputy = try await organisation.person("Sam Poe", .author)
        let now = scratch.clock.now
        let id = try await NameDeputy(absent: head, deputy: deputy, from: now, until: now + 3600)
            .perform(in: organisation, by: .user(head))
        let cookie = try await DemonstrationSignIn(user: deputy, device: "").perform(in: organisation)
        let authority = try #require(try await organisation.signedIn(cookie: cookie)?.authority)
        #expect(authority.holds(.headteacher, at: nil))
        #expect(!authority.holds(.administrator, at: nil))
        scratch.pass(60)
        try await EndDeputy(deputising: id).perform(in: organisation, by: .user(head))
        #expect(try await organisation.signedIn(cookie: cookie)?.authority.holds(.headteacher, at: nil) == false)
        #expect(try await organisation.database.deputies().isEmpty)
    }
}
