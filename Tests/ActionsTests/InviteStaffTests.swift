import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions
@testable import Platforms

@Suite struct InviteStaffTests {
    private func staff(
        _ organisation: Organisation, _ ref: String, _ given: String, school: String? = "quay", email: String?
    ) async throws -> Identifier<Person> {
        try await AddPerson(
            Person(ref: ref, kind: .staff, given: given, family: "Poe", school: school, email: email)
        ).perform(in: organisation, by: .console)
    }

    @Test func everyOneTickedIsAUserAtTheirSchoolKnownOnTheRollAndMailedALink() async throws {
        let scene = try await MailScene()
        let organisation = scene.organisation
        let sam = try await staff(organisation, "S1", "Sam", email: "sam@school.example")
        let ann = try await staff(organisation, "S2", "Ann", school: "mill", email: "ann@school.example")
        let done = try await InviteStaff([sam, ann], as: .member, why: "Staff").perform(
            in: organisation, by: .user(scene.ida))
        #expect(done.areMailed)
        let mails = try await scene.work()
        #expect(Set(mails.map(\.to)) == ["sam@school.example", "ann@school.example"])
        for invitation in done.each {
            #expect(mails.first { $0.to == invitation.user.email }?.text.contains(invitation.link) == true)
            let line = try #require(try await organisation.database.user(invitation.user.id))
            #expect(line.grants.map(\.grant.role) == [.member])
            let school = try #require(line.grants.first?.grant.school)
            let slug = try await organisation.database.schools().first { $0.id == school }?.slug
            #expect(slug == (invitation.user.name == "Sam Poe" ? "quay" : "mill"))
            try await SetPassword(link: invitation.link, password: goodPassword).perform(in: organisation)
        }
        #expect(try await organisation.database.user(of: sam)?.email == "sam@school.example")
        #expect(try await organisation.database.staffToInvite(of: nil, most: 10).ready.isEmpty)
        #expect(try await organisation.database.invitedUsers().isEmpty)
    }

    @Test func whoeverIsInvitedIsAskedToReadThePolicyAtTheirSchool() async throws {
        let (scratch, organisation, quay, _) = try await twoSchools()
        let version = try await organisation.force(bindingPolicy("QUAY"), at: quay)
        let sam = try await staff(organisation, "S1", "Sam", email: "sam@school.example")
        let ann = try await staff(organisation, "S2", "Ann", school: "mill", email: "ann@school.example")
        let done = try await InviteStaff([sam, ann], as: .member, why: "Staff").perform(in: organisation, by: .console)
        #expect(try await organisation.toRead(done.each[0].user.id) == [version])
        #expect(try await !organisation.toRead(done.each[1].user.id).contains(version))
        withExtendedLifetime(scratch) {}
    }

    @Test func withoutMailTheLinksAreShownToWhoeverInvites() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let sam = try await staff(organisation, "S1", "Sam", email: "sam@school.example")
        let done = try await InviteStaff([sam], as: .author, why: "Staff").perform(in: organisation, by: .console)
        #expect(!done.areMailed)
        #expect(try await organisation.user(ofLink: done.each[0].link)?.name == "Sam Poe")
    }

    @Test func thoseWhoCannotBeInvitedAreToldApart() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let ready = try await staff(organisation, "S1", "Ready", email: "ready@school.example")
        let known = try await staff(organisation, "S2", "Known", email: "ida@school.example")
        let sharing = [
            try await staff(organisation, "S3", "Share", email: "office@school.example"),
            try await staff(organisation, "S4", "Shares", email: "office@school.example"),
        ]
        let without = try await staff(organisation, "S5", "Without", email: nil)
        let gone = try await staff(organisation, "S6", "Gone", email: "gone@school.example")
        _ = try await RecordLeaving(gone, why: "moved").perform(in: organisation, by: .console)
        let found = try await organisation.database.staffToInvite(of: nil, most: 10)
        #expect(found.ready.map(\.id) == [ready] && found.readyCount == 1)
        #expect(found.known.map(\.id) == [known])
        #expect(found.sharing.map(\.id) == sharing)
        #expect(found.withoutAddress.map(\.id) == [without])
        let mill = try await organisation.school(slug: "mill").id
        #expect(try await organisation.database.staffToInvite(of: mill, most: 10).ready.isEmpty)
    }

    @Test func oneWhoCannotBeInvitedStopsAllAndNothingIsKept() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let sam = try await staff(organisation, "S1", "Sam", email: "sam@school.example")
        let pupil = try await AddPerson(
            Person(ref: "P1", kind: .pupil, given: "Kit", family: "Lowe", school: "quay")
        ).perform(in: organisation, by: .console)
        let known = try await staff(organisation, "S2", "Ida", email: "ida@school.example")
        let nowhere = try await staff(organisation, "S3", "Una", school: nil, email: "una@school.example")
        for (other, role) in [(pupil, Role.member), (known, .member), (sam, .member), (nowhere, .author)] {
            await #expect(throws: ActionError.self) {
                _ = try await InviteStaff([sam, other], as: role, why: "Staff").perform(in: organisation, by: .console)
            }
        }
        #expect(try await organisation.database.users().map(\.user.email) == ["ida@school.example"])
        #expect(try await organisation.database.user(of: sam) == nil)
    }

    @Test func onlyAnAdministratorInvitesAndOnlyToRolesThatKeepNothing() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let sam = try await staff(organisation, "S1", "Sam", email: "sam@school.example")
        let head = try await organisation.person("Hal Ode", .headteacher, .it)
        let quay = try await organisation.school(slug: "quay").id
        let there = try await organisation.person("Ada Ode", .administrator, at: quay)
        for actor in [Actor.user(head), .user(there)] {
            await #expect(throws: ActionError.self) {
                _ = try await InviteStaff([sam], as: .member, why: "Staff").perform(in: organisation, by: actor)
            }
        }
        for role in Role.allCases where ![.member, .author].contains(role) {
            await #expect(throws: ActionError.invalid("role", "Choose what they do here")) {
                _ = try await InviteStaff([sam], as: role, why: "Staff").perform(in: organisation, by: .console)
            }
        }
        await #expect(throws: ActionError.invalid("why", "Say why they get a way in")) {
            _ = try await InviteStaff([sam], as: .member, why: " ").perform(in: organisation, by: .console)
        }
    }

    @Test func whoHasNotComeIsWrittenToAgainAfterADayAndTheLinkBeforeIsOver() async throws {
        let scene = try await MailScene()
        let organisation = scene.organisation
        let sam = try await staff(organisation, "S1", "Sam", email: "sam@school.example")
        let ann = try await staff(organisation, "S2", "Ann", email: "ann@school.example")
        let first = try await InviteStaff([sam, ann], as: .member, why: "Staff").perform(
            in: organisation, by: .user(scene.ida)
        ).each
        try await SetPassword(link: first[1].link, password: goodPassword).perform(in: organisation)
        let waiting = try await organisation.database.invitedUsers()
        #expect(waiting.map(\.user.name) == ["Sam Poe"])
        let again = InviteAgain(first.map(\.user.id) + [scene.ida])
        #expect(try await again.perform(in: organisation, by: .user(scene.ida)).each.isEmpty)
        scene.scratch.pass(InviteAgain.pause)
        let second = try await again.perform(in: organisation, by: .user(scene.ida)).each
        #expect(second.map(\.user.name) == ["Sam Poe"])
        #expect(try await organisation.user(ofLink: first[0].link) == nil)
        #expect(try await organisation.user(ofLink: second[0].link)?.name == "Sam Poe")
        let nell = try await organisation.person("Nell Ode", .headteacher)
        await #expect(throws: ActionError.self) {
            _ = try await again.perform(in: organisation, by: .user(nell))
        }
    }
}
