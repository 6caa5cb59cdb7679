import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite struct RoleListTests {
    private struct Scene {
        let scratch: Scratch
        let organisation: Organisation
        let quay: Identifier<School>
        let ida: Identifier<User>
        let sam: Identifier<User>
        let nia: Identifier<User>

        /// Sam and Nia were invited as members.
        init() async throws {
            scratch = try Scratch()
            organisation = try await scratch.organisation()
            quay = try await organisation.school(slug: "quay").id
            ida = try await organisation.user(email: "ida@school.example").id
            sam = try await organisation.person("Sam Poe", .member)
            nia = try await organisation.person("Nia Fox", .member)
        }

        func trial(_ text: String, by actor: Actor? = nil) async throws -> RoleListTrial {
            try await TryRoleList(Array(text.utf8)).perform(in: organisation, by: actor ?? .user(ida))
        }

        /// Brings it in and ends what it has no longer of these people.
        @discardableResult
        func bring(
            _ text: String, ending: [Identifier<User>] = [], by actor: Actor? = nil
        ) async throws -> Int {
            let trial = try await trial(text, by: actor)
            return try await ConfirmRoleList(
                Array(text.utf8), as: trial,
                ending: Set(trial.gone.filter { ending.contains($0.user.id) }.map(\.grant.id))
            ).perform(in: organisation, by: actor ?? .user(ida))
        }

        /// `author at quay`, and without a place those of the whole organisation.
        func roles(of user: Identifier<User>) async throws -> [String] {
            let schools = try await organisation.database.schools()
            let line = try #require(try await organisation.database.user(user))
            return line.grants.map { row in
                row.grant.role.rawValue
                    + (row.grant.school.map { id in " at \(schools.first { $0.id == id }?.slug ?? "?")" } ?? "")
            }.sorted()
        }
    }

    private let list = """
        Email Address [Required];Role;School;Until;Telephone
        sam.poe@school.example;Author, Moderator;quay;31/07/2027;1
        NIA.FOX@school.example;Head;;;
        nia.fox@school.example;headteacher;;;
        nobody@school.example;author;;;
        sam.poe@school.example;Wizard;;;
        sam.poe@school.example;admin;;;
        sam.poe@school.example;author;Castle School;;
        sam.poe@school.example;author;Mill School;31/02/2027;
        sam.poe@school.example;author;Mill School;20/11/2026;
        sam.poe@school.example;author;Quay School;31/08/2027;
        Ida@school.example;headteacher;;;
        ;author;;;

        """

    @Test func theTrialSavesNothingAndSaysWhatWouldHappenRowByRow() async throws {
        let scene = try await Scene()
        let head = try await scene.organisation.database.recordHead()
        let trial = try await scene.trial(list)
        #expect(trial.added.map(\.user.id) == [scene.sam, scene.sam, scene.nia])
        #expect(trial.added.map(\.role) == [.author, .moderator, .headteacher])
        #expect(trial.added.map { $0.school?.slug } == ["quay", "quay", nil])
        #expect(trial.added.first?.until == Day("2027-07-31"))
        #expect(trial.known == 1, "the second line of Nia's")
        #expect(trial.held.map(\.line) == [5, 6, 7, 8, 9, 10, 11, 12, 13])
        #expect(
            trial.held.map(\.column) == [
                "Email Address [Required]", "Role", "Role", "School", "Until", "Until", "Until", "Role",
                "Email Address [Required]",
            ])
        #expect(trial.held.allSatisfy { !$0.advice.isEmpty })
        #expect(trial.held[0].says == "Nobody who signs in has this address")
        #expect(trial.held[1].says == RoleList.unknownRole)
        #expect(trial.held[2].advice.contains("school office"))
        #expect(trial.held[3].advice.contains("quay"))
        #expect(trial.held[6].says == "Row 2 says the same with another end")
        #expect(trial.held[7].says.contains("nobody gives a role to themselves"))
        #expect(trial.notRead == ["Telephone"])
        #expect(try await scene.roles(of: scene.sam) == ["member"])
        #expect(try await scene.organisation.database.recordHead() == head)
    }

    @Test func confirmedItIsOneChangeAndASecondTimeNothingChanges() async throws {
        let scene = try await Scene()
        #expect(try await scene.bring(list) == 3)
        #expect(try await scene.roles(of: scene.sam) == ["author at quay", "member", "moderator at quay"])
        #expect(try await scene.roles(of: scene.nia) == ["headteacher", "member"])
        let grant = try #require(
            try await scene.organisation.database.user(scene.sam)?.grants.first { $0.grant.role == .author })
        #expect(grant.grant.until == Day("2027-08-01")?.start())
        #expect(grant.why == "By the list of roles of \(Day(of: scene.scratch.clock.now).inWords)")
        let head = try await scene.organisation.database.recordHead()
        let again = try await scene.trial(list)
        #expect(again.added.isEmpty && again.known == 4 && again.gone.isEmpty)
        #expect(try await scene.bring(list) == 0)
        #expect(try await scene.organisation.database.recordHead() == head)
    }

    @Test func whatChangedSinceTheTrialIsLookedAtAgain() async throws {
        let scene = try await Scene()
        let trial = try await scene.trial(list)
        try await EndUser(user: scene.nia, why: "Left").perform(in: scene.organisation, by: .console)
        #expect(try await scene.trial(list).mark != trial.mark)
        await #expect(throws: ActionError.conflict("Something has changed since the trial. Look at it once more")) {
            try await ConfirmRoleList(Array(list.utf8), as: trial).perform(in: scene.organisation, by: .user(scene.ida))
        }
        #expect(try await scene.roles(of: scene.sam) == ["member"])
        let held = try await scene.trial("Email,Role\nnia.fox@school.example,author\n").held
        #expect(held.map(\.says) == ["They were shut out and cannot sign in"])
    }

    @Test func whoIsOnTheRollAndCannotSignInIsToldApart() async throws {
        let scene = try await Scene()
        try await AddPerson(
            Person(ref: "S1", kind: .staff, given: "Una", family: "Lee", school: "quay", email: "una@school.example")
        ).perform(in: scene.organisation, by: .console)
        let held = try await scene.trial("Email,Role\nuna@school.example,author\n").held
        #expect(held.map(\.says) == ["They are on the roll and cannot sign in yet"])
    }

    @Test func whatAnEarlierListGaveEndsOnlyWhereItIsTicked() async throws {
        let scene = try await Scene()
        try await scene.bring("Email,Role\nsam.poe@school.example,moderator\nnia.fox@school.example,author\n")
        let next = "Email\tRole\nsam.poe@school.example\tauthor\n"
        let trial = try await scene.trial(next)
        #expect(trial.gone.map(\.user.id) == [scene.nia, scene.sam])
        #expect(trial.gone.map(\.isNamed) == [false, true])
        #expect(try await scene.bring(next) == 1, "nothing is ticked")
        #expect(try await scene.roles(of: scene.sam) == ["author", "member", "moderator"])
        #expect(try await scene.bring(next, ending: [scene.sam]) == 1)
        #expect(try await scene.roles(of: scene.sam) == ["author", "member"])
        #expect(try await scene.roles(of: scene.nia) == ["author", "member"])
        #expect(try await scene.trial(next).gone.map(\.user.id) == [scene.nia])
    }

    @Test func ofWhomARowIsHeldBackNothingIsProposedToEnd() async throws {
        let scene = try await Scene()
        try await scene.bring("Email,Role\nsam.poe@school.example,moderator\nnia.fox@school.example,author\n")
        let trial = try await scene.trial(
            "Email,Role\nsam.poe@school.example,moderater\nnia.fox@school.example,author\n")
        #expect(trial.held.count == 1 && trial.gone.isEmpty)
    }

    @Test func whatWasGivenByHandOrByAGroupIsNeverTouched() async throws {
        let scene = try await ProviderScene { $0.groupRoles = [.init(group: "writers", role: .author)] }
        let organisation = scene.organisation
        let uma = try await scene.invited("Uma Roy", .moderator)
        _ = try await scene.come(.link(uma.link), ["sub": "uma-there", "groups": ["writers"]])
        let bring = { (text: String) in
            let trial = try await TryRoleList(Array(text.utf8)).perform(in: organisation, by: .user(scene.ida))
            try await ConfirmRoleList(Array(text.utf8), as: trial).perform(in: organisation, by: .user(scene.ida))
            return trial
        }
        let both = "Email,Role\numa.roy@school.example,author\numa.roy@school.example,moderator\n"
        #expect(try await bring(both).known == 2)
        let none = try await bring("Email,Role\numa.roy@school.example,governor\n")
        #expect(none.gone.isEmpty && none.added.count == 1)
        #expect(
            try await Set(organisation.database.user(uma.user)?.grants.map(\.grant.role) ?? [])
                == [.author, .moderator, .governor])
        // and the group takes nothing that the list gave
        _ = try await scene.come(.signIn, ["sub": "uma-there", "groups": [String]()])
        #expect(
            try await Set(organisation.database.user(uma.user)?.grants.map(\.grant.role) ?? [])
                == [.moderator, .governor])
    }

    @Test func anotherEndInTheNextListTakesThePlaceOfTheFirst() async throws {
        let scene = try await Scene()
        try await scene.bring("Email,Role,Until\nsam.poe@school.example,author,31/07/2027\n")
        #expect(try await scene.bring("Email,Role,Until\nsam.poe@school.example,author,31/12/2026\n") == 1)
        #expect(try await scene.roles(of: scene.sam) == ["author", "member"])
        scene.scratch.pass(60 * 86_400)
        #expect(try await scene.roles(of: scene.sam) == ["member"])
    }

    @Test func theLastAdministratorWhoCanComeInStays() async throws {
        let scene = try await Scene()
        // Ida has a password; Sam has none and Nia gets one
        let admins = "Email,Role\nsam.poe@school.example,administrator\nnia.fox@school.example,administrator\n"
        try await scene.bring(admins)
        let link = try await MakePasswordLink(user: scene.nia).perform(in: scene.organisation, by: .console).secret
        try await SetPassword(link: link, password: goodPassword).perform(in: scene.organisation)
        let idas = try #require(try await scene.organisation.database.user(scene.ida)?.grants.first)
        try await EndGrant(grant: idas.id, why: "Another does it").perform(
            in: scene.organisation, by: .user(scene.nia))
        let none = "Email,Role\nsam.poe@school.example,author\n"
        let trial = try await scene.trial(none, by: .user(scene.nia))
        #expect(trial.lastAdministrator?.id == scene.nia)
        #expect(trial.gone.map(\.user.id) == [scene.sam])
        let held = try await scene.trial(
            "Email,Role,Until\nnia.fox@school.example,administrator,31/07/2027\n", by: .console
        ).held
        #expect(held.first?.says == "Nobody else who can come in administers the organisation for good")
        try await scene.bring(none, ending: [scene.sam, scene.nia], by: .user(scene.nia))
        #expect(try await scene.roles(of: scene.nia) == ["administrator", "member"])
        #expect(try await scene.roles(of: scene.sam) == ["author", "member"])
    }

    @Test func allAdministratorsAtOnceDoNotEnd() async throws {
        let scene = try await Scene()
        let admins = "Email,Role\nsam.poe@school.example,administrator\nnia.fox@school.example,administrator\n"
        try await scene.bring(admins)
        for user in [scene.sam, scene.nia] {
            let link = try await MakePasswordLink(user: user).perform(in: scene.organisation, by: .console).secret
            try await SetPassword(link: link, password: goodPassword).perform(in: scene.organisation)
        }
        let idas = try #require(try await scene.organisation.database.user(scene.ida)?.grants.first)
        try await EndGrant(grant: idas.id, why: "Another does it").perform(
            in: scene.organisation, by: .user(scene.nia))
        await #expect(throws: ActionError.self) {
            try await scene.bring(
                "Email,Role\nida@school.example,author\n", ending: [scene.sam, scene.nia], by: .console)
        }
        #expect(try await scene.roles(of: scene.sam) == ["administrator", "member"])
        #expect(try await scene.roles(of: scene.ida) == [])
    }

    @Test func onlyAnAdministratorOfTheWholeOrganisationBringsItIn() async throws {
        let scene = try await Scene()
        let head = try await scene.organisation.person("Hal Ode", .headteacher, .it)
        let there = try await scene.organisation.person("Ada Ode", .administrator, at: scene.quay)
        let text = "Email,Role,School\nsam.poe@school.example,author,quay\n"
        for actor in [Actor.user(head), .user(there)] {
            await #expect(throws: ActionError.self) { try await scene.trial(text, by: actor) }
            await #expect(throws: ActionError.self) {
                try await ConfirmRoleList(Array(text.utf8)).perform(in: scene.organisation, by: actor)
            }
        }
        #expect(try await scene.roles(of: scene.sam) == ["member"])
    }

    @Test func whoBecomesAnAuthorIsAskedToReadAndWhoLosesTheRoleHandsOver() async throws {
        let (scratch, organisation, quay, _) = try await twoSchools()
        let version = try await organisation.force(bindingPolicy("QUAY"), at: quay)
        let sam = try await organisation.person("Sam Poe")
        #expect(try await !organisation.toRead(sam).contains(version))
        let text = Array("Email,Role,School\nsam.poe@school.example,author,quay\n".utf8)
        try await ConfirmRoleList(text).perform(in: organisation, by: .console)
        #expect(try await organisation.toRead(sam) == [version])
        let other = Array("Email,Role,School\nida@school.example,governor,quay\n".utf8)
        let gone = try await TryRoleList(other).perform(in: organisation, by: .console).gone
        try await ConfirmRoleList(other, ending: Set(gone.map(\.grant.id))).perform(in: organisation, by: .console)
        #expect(try await !organisation.toRead(sam).contains(version))
        withExtendedLifetime(scratch) {}
    }

    @Test(arguments: [
        ("", "empty"), ("Name,Colour\nSam,Red\n", "Missing: the e-mail address, the role"), ("%PDF-1.7", "PDF"),
        ("<!doctype html><html>", "web page"),
    ]) func whatIsNoListOfRolesIsRefused(text: String, says: String) async throws {
        let scene = try await Scene()
        do {
            _ = try await scene.trial(text)
            Issue.record("it was read")
        } catch ActionError.invalid(let errors) {
            #expect(errors.first?.field == "file" && errors.first?.says.contains(says) == true)
        }
    }

    @Test func eachRoleIsKnownByItsTitleAndNoWordMeansTwo() {
        var meant: [String: Role] = [:]
        for role in Role.allCases {
            for words in [role.title, role.rawValue, role.title.uppercased()] + role.otherWords {
                #expect(Role(words: words) == role, "\(words)")
                #expect(meant.updateValue(role, forKey: words) ?? role == role, "\(words)")
                #expect(Role.clearer(than: words) == nil, "\(words)")
            }
        }
        #expect(Role(words: " Head-Teacher ") == .headteacher)
        #expect(Role(words: "admin") == nil && Role.clearer(than: "Admin") != nil)
    }
}
