import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions

@Suite struct UserReturnsTests {
    @Test func whoWasShutOutComesBackByALinkWithoutTheRolesAndThePasswordOfThen() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        let nell = try await organisation.user(email: "nell@school.example").id
        try await EndUser(user: nell, why: "Leave", isUnasked: true).perform(in: organisation, by: .console)
        await #expect(throws: ActionError.self, "an address of somebody shut out is not anybody's") {
            _ = try await InviteUser(name: "Nell Ode", email: "nell@school.example", roles: [.author])
                .perform(in: organisation, by: .console)
        }
        let other = try await organisation.person("Hal Ode", .headteacher)
        await #expect(throws: ActionError.self) {
            _ = try await ReopenUser(nell, why: "Back").perform(in: organisation, by: .user(other))
        }
        await #expect(throws: ActionError.invalid("why", "Say why this person comes back")) {
            _ = try await ReopenUser(nell, why: " ").perform(in: organisation, by: .console)
        }
        let link = try #require(try await ReopenUser(nell, why: "Back").perform(in: organisation, by: .console)).link
        let line = try #require(try await organisation.database.user(nell))
        #expect(line.user.endedAt == nil && line.grants.isEmpty)
        let old = SignIn(email: "nell@school.example", password: goodPassword, address: "", device: "")
        #expect(try await old.perform(in: organisation).says != nil)
        try await SetPassword(link: link, password: "another harbour wall").perform(in: organisation)
        let new = SignIn(email: "nell@school.example", password: "another harbour wall", address: "", device: "")
        #expect(try await new.perform(in: organisation).says == nil)
        #expect(try await ReopenUser(nell, why: "Again").perform(in: organisation, by: .console) == nil)
    }

    @Test func aNameAndAnAddressAreCorrectedAndTheOldAddressLetsNobodyIn() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        let ida = try await organisation.user(email: "ida@school.example").id
        let nell = try await organisation.user(email: "nell@school.example").id
        let link = try await MakePasswordLink(user: nell).perform(in: organisation, by: .console).secret
        for (name, email) in [("", "nell@school.example"), ("Nell", "ida@school.example"), ("Nell", "nell at school")] {
            await #expect(throws: ActionError.self) {
                try await ChangeUser(nell, name: name, email: email, why: "x").perform(in: organisation, by: .console)
            }
        }
        await #expect(throws: ActionError.self) {
            try await ChangeUser(ida, name: "X", email: "x@school.example", why: "x")
                .perform(in: organisation, by: .user(nell))
        }
        try await ChangeUser(nell, name: " Nell Gray ", email: "N.Gray@school.example", why: "Married")
            .perform(in: organisation, by: .user(ida))
        let user = try #require(try await organisation.database.user(nell)).user
        #expect(user.name == "Nell Gray" && user.email == "n.gray@school.example")
        #expect(try await organisation.user(ofLink: link) == nil)
        let before = SignIn(email: "nell@school.example", password: goodPassword, address: "", device: "")
        #expect(try await before.perform(in: organisation).says != nil)
        let after = SignIn(email: "n.gray@school.example", password: goodPassword, address: "", device: "")
        #expect(try await after.perform(in: organisation).says == nil)
        let event = try #require(
            try await organisation.database.timeline(of: RecordSubject(.user, nell)).first {
                $0.content?.after?["email"] == .text("n.gray@school.example")
            })
        #expect(event.content?.why == "Married")
    }

    @Test func aPasswordThatIsChangedWhileItIsTypedLetsNobodyIn() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisationWithAuthor()
        let nell = try await organisation.user(email: "nell@school.example").id
        let kept = try #require(try await organisation.database.password(of: nell))
        let holds = {
            try await organisation.database.change(by: .console) { tx in
                Recorded<Bool>.unchanged(try tx.stillHolds(kept, of: nell))
            }
        }
        #expect(try await holds())
        let link = try await MakePasswordLink(user: nell).perform(in: organisation, by: .console).secret
        try await SetPassword(link: link, password: "another harbour wall").perform(in: organisation)
        #expect(try await !holds())
    }

    @Test func whoStandsInForSomebodyIsNoSecondPersonBesideThem() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let (one, other) = (
            try await organisation.person("Sam Poe", .author), try await organisation.person("Ann Bell", .author)
        )
        let standsIn = {
            try await organisation.database.change(by: .console) { tx in
                Recorded<Bool>.unchanged(try tx.standsIn(other, for: one))
            }
        }
        #expect(try await !standsIn())
        try await NameDeputy(
            absent: one, deputy: other, from: scratch.clock.now, until: scratch.clock.now + 86_400
        ).perform(in: organisation, by: .user(one))
        #expect(try await standsIn())
        scratch.pass(86_400)
        #expect(try await !standsIn())
    }
}
