import Actions
import Governance
import Platforms
import PolicySeeds
import Reading
import Store

/// A school with mail, to which a list brings two pupils of one parent and one of another.
struct ParentsLinkScene {
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
