import Actions
import Foundation
import Governance
import Reading
import Testing

/// `smallPolicy` with a key, and with whom it binds.
private func policy(_ key: String, binds: String = "employee, governor", says: String = "Be kind.") -> [UInt8] {
    let text = String(decoding: smallPolicy, as: UTF8.self).replacing("TEST", with: key)
        .replacing("says: Be kind.", with: "says: \(says)")
        .replacing(
            "nation: england\n",
            with: "nation: england\nbinds:\n  - { who: [\(binds)], as: full, at: \"1\" }\n"
                + "  - { who: [volunteer], as: running-an-account, at: \"1\" }\n"
                + "  - { who: [trustee], as: spirit, at: \"1\" }\n")
    return [UInt8](text.utf8)
}

extension Organisation {
    /// Adds a policy and puts it in force.
    @discardableResult
    fileprivate func force(
        _ bytes: [UInt8], at school: Identifier<School>? = nil, from: Date? = nil, correction: String? = nil
    ) async throws -> Identifier<PolicyVersion> {
        let id = try await AddPolicyVersion(bytes: bytes, school: school).perform(in: self, by: .console)
        try await PutPolicyInForce(version: id, from: from, why: "A test", correction: correction)
            .perform(in: self, by: .console)
        return id
    }

    fileprivate func invite(
        _ name: String, _ kind: Binding.Who, _ roles: Role..., at school: Identifier<School>? = nil
    ) async throws -> Identifier<User> {
        let email = name.lowercased().replacing(" ", with: ".") + "@school.example"
        return try await InviteUser(name: name, email: email, roles: roles, school: school, kind: kind)
            .perform(in: self, by: .console).user
    }

    /// The versions that someone has a task to read.
    fileprivate func toRead(_ user: Identifier<User>) async throws -> [Identifier<PolicyVersion>] {
        try await database.tasks(of: user).filter { $0.kind == .acknowledgePolicy }.map { Identifier($0.subject.id) }
    }

    fileprivate func register(within reach: SchoolReach = .all) async throws -> PolicyRegister {
        let facts = try await database.registerFacts()
        return PolicyRegister(facts, try await asking(facts), within: reach)
    }
}

@Suite struct AcknowledgementTests {
    private func room() async throws -> (Scratch, Organisation, quay: Identifier<School>, mill: Identifier<School>) {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let quay = try await organisation.school(slug: "quay").id
        return (scratch, organisation, quay, try await organisation.school(slug: "mill").id)
    }

    @Test func aVersionInForceAsksEveryoneItBindsAndIsClosedByReadingIt() async throws {
        let (scratch, organisation, quay, _) = try await room()
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let parent = try await organisation.invite("Pat Roe", .parent, .author, at: quay)
        let version = try await organisation.force(policy("NEW"))
        #expect(try await organisation.toRead(author) == [version])
        #expect(try await organisation.toRead(parent).isEmpty)
        let task = try #require(try await organisation.database.tasks(of: author).first)
        #expect(task.due == Day("2026-12-07")?.close)
        #expect(task.rule.hasSuffix(": the product's own rule"))
        scratch.pass(3600)
        let at = try await AcknowledgePolicy(version: version).perform(in: organisation, by: author)
        #expect(at == scratch.clock.now)
        #expect(try await organisation.toRead(author).isEmpty)
        let story = try await organisation.database.timeline(of: RecordSubject(.policyVersion, version))
        let event = try #require(story.last)
        #expect(event.kind == .policyAcknowledged && event.actor == .user(author))
        #expect(event.content?.after?["digest"]?.text?.count == 64)
        #expect(event.content?.after?["kind"] == "employee")
    }

    @Test func saidTwiceItStandsOnce() async throws {
        let (scratch, organisation, quay, _) = try await room()
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let version = try await organisation.force(policy("NEW"))
        let first = try await AcknowledgePolicy(version: version).perform(in: organisation, by: author)
        scratch.pass(86_400)
        #expect(try await AcknowledgePolicy(version: version).perform(in: organisation, by: author) == first)
        let events = try await organisation.database.timeline(of: RecordSubject(.policyVersion, version))
        #expect(events.count { $0.kind == .policyAcknowledged } == 1)
    }

    @Test func onlyWhoIsBoundIsAsked() async throws {
        let kept = try await room()
        let (_, organisation, quay, _) = kept
        let version = try await organisation.force(policy("NEW"))
        let reader = try await organisation.invite("Val Oak", .volunteer, .governor, at: quay)
        let writer = try await organisation.invite("Vic Elm", .volunteer, .author, at: quay)
        let trustee = try await organisation.invite("Tia Ash", .trustee, .trustee)
        let idle = try await organisation.invite("Ian Low", .employee)
        #expect(try await organisation.toRead(writer) == [version])
        for user in [reader, trustee, idle] {
            #expect(try await organisation.toRead(user).isEmpty)
            await #expect(throws: ActionError.self) {
                try await AcknowledgePolicy(version: version).perform(in: organisation, by: user)
            }
        }
    }

    @Test func onlyTheVersionInForceIsAcknowledged() async throws {
        let (scratch, organisation, quay, _) = try await room()
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let old = try await organisation.force(policy("NEW"))
        scratch.pass(60)
        let new = try await organisation.force(policy("NEW", says: "Be kinder."))
        let draft = try await AddPolicyVersion(bytes: policy("LATER")).perform(in: organisation, by: .console)
        #expect(try await organisation.toRead(author) == [new])
        for version in [old, draft] {
            await #expect(
                throws: ActionError.conflict("This version is not in force, so nobody is asked to read it")
            ) { try await AcknowledgePolicy(version: version).perform(in: organisation, by: author) }
        }
    }

    @Test func aSchoolsOwnVersionIsAskedThereAndTheTrustsOfThoseWithARoleForAll() async throws {
        let (scratch, organisation, quay, mill) = try await room()
        let here = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let there = try await organisation.invite("Una Fox", .employee, .author, at: mill)
        let all = try await organisation.invite("Cal Orr", .employee, .trustCEO)
        let trusts = try await organisation.force(policy("TRUST"))
        scratch.pass(60)
        let own = try await organisation.force(policy("OWN"), at: quay)
        #expect(try await organisation.toRead(here) == [own])
        #expect(try await organisation.toRead(there) == [trusts])
        #expect(try await organisation.toRead(all) == [trusts])
        await #expect(throws: ActionError.self) {
            try await AcknowledgePolicy(version: own).perform(in: organisation, by: there)
        }
        try await GrantRole(user: all, role: .author, school: quay, why: "Helps").perform(
            in: organisation, by: .console)
        #expect(Set(try await organisation.toRead(all)) == [own, trusts])
        try await AcknowledgePolicy(version: own).perform(in: organisation, by: here)
        scratch.pass(60)
        try await EndSchoolsOwnPolicy(school: quay, why: "A test").perform(in: organisation, by: .console)
        #expect(try await organisation.toRead(here) == [trusts])
        #expect(try await organisation.toRead(all) == [trusts])
    }

    @Test func anotherOrganisationsUserAndVersionAreUnknown() async throws {
        let scratch = try Scratch()
        let installation = try scratch.installation()
        let one = try await scratch.plan("one").performFromConsole(in: installation)
        let two = try await scratch.plan("two").performFromConsole(in: installation)
        let version = try await one.force(policy("NEW"))
        let stranger = try await two.invite("Sam Poe", .employee, .author)
        await #expect(throws: ActionError.self) {
            try await AcknowledgePolicy(version: version).perform(in: one, by: stranger)
        }
        await #expect(throws: ActionError.notFound) {
            try await AcknowledgePolicy(version: version).perform(in: two, by: stranger)
        }
    }

    @Test func whoLeavesIsAskedNoMoreAndCannotSayIt() async throws {
        let kept = try await room()
        let (_, organisation, quay, _) = kept
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let version = try await organisation.force(policy("NEW"))
        try await EndUser(user: author, why: "Left").perform(in: organisation, by: .console)
        #expect(try await organisation.database.registerFacts().open.allSatisfy { $0.user != author })
        #expect(try await organisation.register().lines.allSatisfy { $0.user.id != author })
        await #expect(throws: ActionError.self) {
            try await AcknowledgePolicy(version: version).perform(in: organisation, by: author)
        }
    }

    @Test func whoComesLaterOrChangesIsAskedThen() async throws {
        let kept = try await room()
        let (_, organisation, quay, _) = kept
        let version = try await organisation.force(policy("NEW"))
        let later = try await organisation.invite("Lee Day", .employee, .author, at: quay)
        #expect(try await organisation.toRead(later) == [version])
        let parent = try await organisation.invite("Pat Roe", .parent, .author, at: quay)
        #expect(try await organisation.toRead(parent).isEmpty)
        try await ChangeUserKind(user: parent, to: .employee, why: "Works here now").perform(
            in: organisation, by: .console)
        #expect(try await organisation.toRead(parent) == [version])
        let story = try await organisation.database.timeline(of: RecordSubject(.user, parent))
        #expect(story.last?.kind == .userKindChanged)
        #expect(story.last?.content?.before?["kind"] == "parent")
        try await ChangeUserKind(user: parent, to: .parent, why: "Left the job").perform(
            in: organisation, by: .console)
        #expect(try await organisation.toRead(parent).isEmpty)
        let idle = try await organisation.invite("Ian Low", .employee)
        let grant = try await GrantRole(user: idle, role: .author, school: quay, why: "Starts")
            .perform(in: organisation, by: .console)
        #expect(try await organisation.toRead(idle) == [version])
        try await EndGrant(grant: grant, why: "Stops").perform(in: organisation, by: .console)
        #expect(try await organisation.toRead(idle).isEmpty)
    }

    @Test func onlyAnAdministratorChangesAKindAndSaysWhy() async throws {
        let kept = try await room()
        let (_, organisation, quay, _) = kept
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let head = try await organisation.invite("Eve Lund", .employee, .headteacher, at: quay)
        await #expect(throws: ActionError.self) {
            try await ChangeUserKind(user: author, to: .governor, why: "So").perform(in: organisation, by: .user(head))
        }
        await #expect(throws: ActionError.invalid("kindWhy", "Say why this changes")) {
            try await ChangeUserKind(user: author, to: .governor, why: " ").perform(in: organisation, by: .console)
        }
    }

    @Test func whatBeginsOrEndsLaterAsksThen() async throws {
        let (scratch, organisation, quay, _) = try await room()
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let first = try await organisation.force(policy("NEW"))
        scratch.pass(60)
        let second = try await organisation.force(policy("NEW", says: "Be kinder."), from: scratch.clock.now + 3600)
        let idle = try await organisation.invite("Ian Low", .employee)
        try await GrantRole(
            user: idle, role: .author, school: quay, from: scratch.clock.now + 600, until: scratch.clock.now + 7200,
            why: "For a while"
        ).perform(in: organisation, by: .console)
        #expect(try await organisation.toRead(author) == [first])
        #expect(try await organisation.toRead(idle).isEmpty)
        scratch.pass(600)
        while try await RunDue().perform(in: organisation) {}
        #expect(try await organisation.toRead(idle) == [first])
        scratch.pass(3000)
        while try await RunDue().perform(in: organisation) {}
        #expect(try await organisation.toRead(author) == [second])
        #expect(try await organisation.toRead(idle) == [second])
        scratch.pass(3600)
        while try await RunDue().perform(in: organisation) {}
        #expect(try await organisation.toRead(idle).isEmpty)
        let events = try await organisation.database.events().filter { $0.kind == .acknowledgementAsked }
        #expect(events.count == 3 && events.allSatisfy { $0.actor == .schedule })
    }

    @Test func aCorrectionAsksNobodyWhoReadTheVersionBefore() async throws {
        let (scratch, organisation, quay, _) = try await room()
        let read = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let not = try await organisation.invite("Una Fox", .employee, .author, at: quay)
        let first = try await organisation.force(policy("NEW"))
        try await AcknowledgePolicy(version: first).perform(in: organisation, by: read)
        let due = try #require(try await organisation.database.tasks(of: not).first?.due)
        scratch.pass(5 * 86_400)
        let second = try await organisation.force(policy("NEW", says: "Be kind!"), correction: "A full stop")
        #expect(try await organisation.toRead(read).isEmpty)
        #expect(try await organisation.toRead(not) == [second])
        #expect(try await organisation.database.tasks(of: not).first?.due == due)
        let line = try #require(try await organisation.register().lines.first { $0.user.id == read })
        #expect(line.isByCorrection && line.acknowledgement?.version == first && line.version.id == second)
        let event = try #require(
            try await organisation.database.timeline(of: RecordSubject(.policyVersion, second)).last)
        #expect(event.content?.after?["correction"] == "A full stop")
        scratch.pass(60)
        let third = try await organisation.force(policy("NEW", says: "Be very kind."))
        #expect(try await organisation.toRead(read) == [third])
    }

    @Test func aCorrectionNeedsAReasonAndAVersionBefore() async throws {
        let kept = try await room()
        let (_, organisation, _, _) = kept
        await #expect(throws: ActionError.self) {
            try await organisation.force(policy("OTHER"), correction: "A comma")
        }
        await #expect(throws: ActionError.invalid("correction", "Say why nobody has to read it again")) {
            try await organisation.force(policy("TEST"), correction: " ")
        }
        #expect(try await organisation.policyInForce()?.version.correction == nil)
    }

    @Test func aDeputyDoesNotReadForAnother() async throws {
        let (scratch, organisation, quay, _) = try await room()
        let absent = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let deputy = try await organisation.invite("Una Fox", .parent, .author, at: quay)
        try await organisation.force(policy("NEW"))
        try await NameDeputy(
            absent: absent, deputy: deputy, from: scratch.clock.now, until: scratch.clock.now + 86_400
        ).perform(in: organisation, by: .console)
        scratch.pass(60)
        #expect(try await organisation.toRead(deputy).isEmpty)
    }

    @Test func theSettingSaysHowLongThereIs() async throws {
        let (scratch, organisation, quay, _) = try await room()
        var settings = Settings()
        settings.acknowledgeWithinDays = 3
        try await ChangeSettings(at: quay, to: settings).perform(in: organisation, by: .console)
        let author = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        try await organisation.force(policy("NEW"))
        let due = try #require(try await organisation.database.tasks(of: author).first?.due)
        #expect(Day(of: due) == Day(of: scratch.clock.now).adding(days: 3))
        settings.acknowledgeWithinDays = 0
        await #expect(throws: ActionError.invalid("acknowledgeWithinDays", "Enter a number of days from 1 to 180")) {
            try await ChangeSettings(at: quay, to: settings).perform(in: organisation, by: .console)
        }
    }

    @Test func aReminderGoesOutOnceADayAndStandsOnRecord() async throws {
        let (scratch, organisation, quay, mill) = try await room()
        let head = try await organisation.invite("Eve Lund", .employee, .headteacher, at: quay)
        let here = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        let there = try await organisation.invite("Una Fox", .employee, .author, at: mill)
        let version = try await organisation.force(policy("NEW"))
        try await AcknowledgePolicy(version: version).perform(in: organisation, by: head)
        let first = try await RemindToAcknowledge().perform(in: organisation, by: .user(head))
        #expect(first.reminded == 1 && first.already == 0)
        let notice = try #require(try await organisation.database.news(to: here).first)
        #expect(notice.kind == .acknowledgementReminder && notice.says.hasPrefix("Eve Lund reminds you to read"))
        #expect(try await organisation.database.news(to: there).isEmpty)
        let again = try await RemindToAcknowledge(user: here).perform(in: organisation, by: .user(head))
        #expect(again.reminded == 0 && again.already == 1)
        let events = try await organisation.database.timeline(of: RecordSubject(.user, here))
        #expect(events.count { $0.kind == .acknowledgementReminded } == 1)
        scratch.pass(86_400)
        #expect(try await RemindToAcknowledge(user: here).perform(in: organisation, by: .user(head)).reminded == 1)
        await #expect(throws: ActionError.notFound) {
            try await RemindToAcknowledge(user: there).perform(in: organisation, by: .user(head))
        }
        await #expect(throws: ActionError.self) {
            try await RemindToAcknowledge().perform(in: organisation, by: .user(here))
        }
    }

    @Test func theRegisterOfOneSchoolShowsItsPeopleAlone() async throws {
        let kept = try await room()
        let (_, organisation, quay, mill) = kept
        let here = try await organisation.invite("Sam Poe", .employee, .author, at: quay)
        _ = try await organisation.invite("Una Fox", .employee, .author, at: mill)
        try await organisation.force(policy("NEW"))
        #expect(try await organisation.register(within: .only([quay])).lines.map(\.user.id) == [here])
        // Ida Ward, the administrator of all, is asked as well.
        #expect(try await organisation.register().lines.count == 3)
        let head = Authority(grants: [Grant(.headteacher, at: quay, from: .distantPast)])
        #expect(head.reach(as: PolicyRegister.readers, among: [quay, mill]) == .only([quay]))
        #expect(head.reach(as: PolicyRegister.readers, among: [quay]) == .all)
    }
}
