import Foundation
import Governance
import Platforms
import PolicySeeds
import Reading
import Store
import Testing

@testable import Actions

@Suite("A question to a family") struct QuestionsGoneOutTests {
    /// A school under LINK, where silence counts, with mail; families are added by the tests.
    private struct Scene {
        let scratch: Scratch
        let mail = PretendCarrier()
        let installation: Installation
        let organisation: Organisation
        let office: Identifier<User>

        init(address: Bool = true) async throws {
            scratch = try Scratch()
            installation = try Installation(
                data: scratch.folder, clock: scratch.clock, passwordRounds: 1 << 4, mail: mail)
            var plan = scratch.plan()
            plan.policy = PolicySeeds.bytes(of: "LINK") ?? []
            plan.schools = [.init(name: "Quay School", slug: "quay")]
            organisation = try await plan.performFromConsole(in: installation)
            if address {
                try await ChangePublicAddress("https://chaperone.quay.example").perform(in: installation)
            }
            office = try await InviteUser(
                name: "Priya Nair", email: "office@quay.example", roles: [.office],
                school: organisation.database.schools()[0].id
            ).perform(in: organisation, by: .console).user
            try await server("smtp.quay.example")
        }

        func server(_ host: String, isOn: Bool = true) async throws {
            try await ChangeMailServer(
                to: MailServer(host: host, port: 465, security: .tls, from: "c@quay.example", isOn: isOn)
            ).perform(in: organisation, by: .console)
        }

        func add(_ ref: String, parent email: String) async throws -> Identifier<Person> {
            try await ImportPeople(
                text: """
                    ref,kind,given,family,form,school,parent,parent_email
                    \(ref),pupil,Zofia,Kowalska\(ref),8B,quay,Anna Kowalska,\(email)
                    """
            ).perform(in: organisation, by: .console)
            return try #require(try await organisation.person(ref: ref))
        }

        func runDue() async throws {
            while try await RunDue().perform(in: organisation) {}
            try await OutsideWork().perform(in: organisation)
            while try await RunDue().perform(in: organisation) {}
        }

        func line(_ id: Identifier<Person>) async throws -> ConsentLine {
            try #require(try await organisation.database.consentLine(id))
        }

        func paperTasks() async throws -> Int {
            try await organisation.database.tasks(of: office).filter { $0.kind == .askOnPaper }.count
        }
    }

    @Test("was asked when the mail server took it, not when it was queued")
    func delivered() async throws {
        let scene = try await Scene()
        try await scene.server("refuses.quay.example")
        let zofia = try await scene.add("P1", parent: "anna@family.example")
        try await scene.runDue()
        var line = try await scene.line(zofia)
        #expect(line.entry.person.consent.askedOn == nil && line.request?.isInMail == true)
        #expect(try await scene.paperTasks() == 0, "the mail is on its way")
        scene.scratch.pass(3 * 86_400)
        try await scene.server("smtp.quay.example")
        scene.scratch.pass(86_400)
        try await scene.runDue()
        line = try await scene.line(zofia)
        #expect(line.entry.person.consent.askedOn == Day(of: scene.organisation.clock.now))
        #expect(line.request?.askedAt != nil)
    }

    @Test("that no server delivers is asked on paper")
    func refused() async throws {
        let scene = try await Scene()
        let zofia = try await scene.add("P1", parent: "refused@family.example")
        try await scene.runDue()
        let line = try await scene.line(zofia)
        #expect(line.entry.person.consent.askedOn == nil && line.request?.isForPaper == true)
        #expect(try await scene.paperTasks() == 1)
    }

    @Test("goes to every family, however many of them one change asks")
    func batches() async throws {
        let scene = try await Scene(address: false)
        var pupils: [Identifier<Person>] = []
        for number in 1...5 { pupils.append(try await scene.add("P\(number)", parent: "family\(number)@home.example")) }
        try await scene.runDue()
        try await ChangePublicAddress("https://chaperone.quay.example").perform(in: scene.installation)
        #expect(try await AskFamilies(most: 2).perform(in: scene.organisation) == 5)
        #expect(try await AskFamilies(most: 2).perform(in: scene.organisation) == 0, "nobody is asked twice")
        for pupil in pupils { #expect(try await scene.line(pupil).request?.isInMail == true) }
        #expect(try await scene.paperTasks() == 0)
    }

    @Test("to an address that is no more is asked on paper, where no other is known")
    func addressEnds() async throws {
        let scene = try await Scene()
        let zofia = try await scene.add("P1", parent: "anna@family.example")
        try await scene.runDue()
        #expect(try await scene.line(zofia).request?.askedAt != nil)
        try await ChangeParents(
            of: zofia, [.init(was: "Anna Kowalska", name: "Anna Kowalska", email: "", relation: "mother")]
        ).perform(in: scene.organisation, by: .user(scene.office))
        try await scene.runDue()
        #expect(try await scene.line(zofia).request?.isForPaper == true)
        #expect(try await scene.paperTasks() == 1)
    }

    @Test("goes out by no mail whose link would lead nowhere")
    func noAddress() async throws {
        let scene = try await Scene(address: false)
        let zofia = try await scene.add("P1", parent: "anna@family.example")
        try await scene.runDue()
        #expect(await scene.mail.taken.isEmpty)
        #expect(try await scene.organisation.familyMail() == .hasNoAddress)
        #expect(try await scene.line(zofia).request?.isForPaper == true)
        #expect(try await scene.paperTasks() == 1)
    }

    @Test("stays a task on paper where mail is off, whoever else answers meanwhile")
    func mailOff() async throws {
        let scene = try await Scene()
        try await scene.server("smtp.quay.example", isOn: false)
        let zofia = try await scene.add("P1", parent: "anna@family.example")
        let other = try await scene.add("P2", parent: "sam@family.example")
        try await scene.runDue()
        #expect(try await scene.paperTasks() == 1)
        try await RecordAnswers([.init(other, by: .form, .places([.website]))], by: .paper)
            .perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await scene.paperTasks() == 1, "one family still waits")
        try await scene.server("smtp.quay.example")
        try await scene.runDue()
        #expect(try await scene.paperTasks() == 0, "they are asked by mail now")
        #expect(try await scene.line(zofia).request?.askedAt != nil)
    }

    @Test("went to nobody when the address was a mistake: links to it die, and it is asked anew")
    func mended() async throws {
        let scene = try await Scene()
        let zofia = try await scene.add("P1", parent: "wrong@family.example")
        try await scene.runDue()
        let old = try #require(
            await scene.mail.taken.last?.text.firstMatch(of: /pictures\/([a-z0-9]{20,})/).map { String($0.1) })
        #expect(try await scene.organisation.pictureLink(old) != nil)
        #expect(try await scene.line(zofia).entry.person.consent.askedOn != nil)
        try await ChangeParents(
            of: zofia,
            [.init(was: "Anna Kowalska", name: "Anna Kowalska", email: "Anna@family.example", relation: "mother")]
        ).perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await scene.organisation.pictureLink(old) == nil)
        #expect(try await scene.line(zofia).entry.person.consent.askedOn == nil, "silence has not begun")
        try await scene.runDue()
        #expect(await scene.mail.taken.last?.to == "anna@family.example")
        #expect(try await scene.line(zofia).entry.person.consent.askedOn != nil)
        #expect(
            try await scene.organisation.database.timeline(of: RecordSubject(.person, zofia)).contains {
                $0.kind == .parentsChanged
            })
    }

    @Test("has parents whom the office adds, renames and takes off; what they said stays theirs")
    func parents() async throws {
        let scene = try await Scene()
        let zofia = try await scene.add("P1", parent: "anna@family.example")
        let office: Actor = .user(scene.office)
        try await RecordAnswers([.init(zofia, by: .parent("Anna Kowalska"), .places([]))], by: .paper)
            .perform(in: scene.organisation, by: office)
        try await ChangeParents(
            of: zofia,
            [
                .init(was: "Anna Kowalska", name: "Anna Nowak", email: "anna@family.example", relation: "mother"),
                .init(name: "Jan Kowalski", email: "", relation: "father"),
            ]
        ).perform(in: scene.organisation, by: office)
        let answers = try await scene.organisation.database.saidOfPictures(of: zofia)
        #expect(answers.map(\.giver) == [.parent("Anna Nowak")])
        try await RecordAnswers(
            [.init(zofia, by: .parent("Anna Nowak"), .places(Set(Consent.Channel.allCases)))], by: .paper,
            evenIfOlder: true
        ).perform(in: scene.organisation, by: office)
        #expect(
            try await scene.line(zofia).entry.person.consent == Consent(.granted), "her new answer replaces her own")
        try await ChangeParents(
            of: zofia,
            [.init(was: "Jan Kowalski", name: "Jan Kowalski", email: "", relation: "", ends: true)]
        ).perform(in: scene.organisation, by: office)
        _ = try await scene.add("P1", parent: "anna@family.example")
        let names = try await scene.organisation.database.parents(of: scene.line(zofia).entry).map(\.name)
        #expect(names == ["Anna Nowak"], "no list brings back who was renamed or taken off")
        await #expect(throws: ActionError.self) {
            try await ChangeParents(of: zofia, [.init(name: "X", email: "no address", relation: "")])
                .perform(in: scene.organisation, by: office)
        }
    }

    @Test("never has one parent under the name of another, whose no would be theirs to lift")
    func names() async throws {
        let scene = try await Scene()
        let zofia = try await scene.add("P1", parent: "anna@family.example")
        let office: Actor = .user(scene.office)
        func change(_ lines: ChangeParents.Line...) async throws {
            try await ChangeParents(of: zofia, lines).perform(in: scene.organisation, by: office)
        }
        func line(_ was: String?, _ name: String, ends: Bool = false) -> ChangeParents.Line {
            .init(was: was, name: name, email: "", relation: "", ends: ends)
        }
        try await change(line(nil, "Jan Kowalski"))
        try await RecordAnswers([.init(zofia, by: .parent("Jan Kowalski"), .places([]))], by: .paper)
            .perform(in: scene.organisation, by: office)
        await #expect(throws: ActionError.self, "the name of another who is on record") {
            try await change(line("Anna Kowalska", "Jan Kowalski"))
        }
        await #expect(throws: ActionError.self, "or of one whom the same form takes off") {
            try await change(line("Jan Kowalski", "Jan Kowalski", ends: true), line("Anna Kowalska", "Jan Kowalski"))
        }
        try await change(line("Jan Kowalski", "Jan Nowak"))
        await #expect(throws: ActionError.self, "or one that another had until it was mended") {
            try await change(line("Anna Kowalska", "Jan Kowalski"))
        }
        await #expect(throws: ActionError.self, "or somebody new under it") {
            try await change(line(nil, "Jan Kowalski"))
        }
        try await change(line("Jan Nowak", "Jan Kowalski"))
        try await change(line("Jan Kowalski", "Jan Kowalski", ends: true))
        await #expect(throws: ActionError.self, "or of one who was taken off and said no") {
            try await change(line("Anna Kowalska", "Jan Kowalski"))
        }
        try await RecordAnswers(
            [.init(zofia, by: .parent("Anna Kowalska"), .places(Set(Consent.Channel.allCases)))], by: .paper
        ).perform(in: scene.organisation, by: office)
        let consent = try await scene.line(zofia).entry.person.consent
        #expect(consent.shut(on: Day(of: scene.organisation.clock.now)).count == 4, "his no stands: \(consent)")
    }
}
