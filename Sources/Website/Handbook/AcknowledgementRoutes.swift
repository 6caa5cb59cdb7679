import Actions
import Foundation
import Governance
import Reading

/// To read a version and say so.
enum AcknowledgementRoutes {
    static let all: [Route] = [
        .get(.policyAcknowledgement(.any), .signedIn) { visit in .page(try await page(visit)) },
        .post(.policyAcknowledgement(.any), .signedIn, .form, acknowledge),
    ]

    @Sendable private static func acknowledge(_ visit: Visit) async throws -> Reply {
        guard visit.form["confirm"] == "yes" else {
            return .page(try await page(visit, [Problem("confirm", "Tick the box when you have read it")]))
        }
        try await AcknowledgePolicy(version: Identifier(visit.part("version")))
            .perform(in: visit.work, by: visit.me.user.id)
        return .see(.policyAcknowledgement(.value(visit.part("version"))))
    }

    private static func page(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try await ReadingDesk(visit)
        guard let version = desk.facts.history.versions.first(where: { $0.id.text == visit.part("version") }) else {
            throw TurnedAway.notFound
        }
        let policy = try await visit.work.policy(version)
        let schools = try await visit.work.database.schools()
        let link = policyLink(version, desk.facts, schools, visit)
        let standing = desk.standing(with: version)
        let last = desk.lastRead(before: version)
        var changes: PolicyChanges?
        if let last, let old = try? await visit.work.policy(last) {
            let roles = desk.asked.first { $0.version.id == version.id }?.roles ?? []
            changes = PolicyChanges(
                "What changes for you since the version of \(When.date(last.inForceFrom ?? last.addedAt))", from: old,
                to: policy, for: PolicyChange.Readers.concerning(roles))
        }
        let told = AcknowledgementPage.told(by: policy, policyLink: link)
        let mayRead = if case .toRead = standing { true } else { false }
        let isRead = if case .read = standing { true } else { false }
        return Page(
            heading(standing, desk, version), title: "Read the policy",
            eyebrow: "\(PolicyVersionForms.name(version)), \(policy.organisation)",
            crumb: Crumb("Policy", visit.link(.policy)), problems: problems, frame: .journey, room: .policy,
            AcknowledgementPage(
                standing: note(standing, version, desk), facts: facts(version, standing, schools),
                asked: mayRead ? asked(policy, desk, version, link) : [], anyAsked: mayRead,
                whole: HeadAction("Read the whole policy", icon: .policy, link),
                changes: changes,
                first: last == nil && mayRead ? "You have read no version before this one, so read all of it." : nil,
                told: told, anyTold: !told.isEmpty,
                form: mayRead
                    ? AcknowledgementPage.Saying(
                        to: visit.link(.policyAcknowledgement(.value(version.id.text))), problems) : nil,
                next: isRead ? [HeadAction("Go home", visit.link(.home), filled: true)] : []))
    }

    /// The policy's page, as it shows this version's school.
    private static func policyLink(
        _ version: PolicyVersion, _ facts: RegisterFacts, _ schools: [School], _ visit: Visit
    ) -> String {
        let isInForce = facts.history.state(of: version, on: visit.now) == .inForce
        guard isInForce else { return visit.link(.policyVersion(.value(version.id.text))) }
        let anyOwn = schools.contains { facts.history.inForce(at: $0.id, on: visit.now)?.school == $0.id }
        guard anyOwn else { return visit.link(.policy) }
        let slug = schools.first { $0.id == version.school }?.slug ?? PolicyShown.all
        return visit.link(.policy) + "?school=" + slug
    }

    private static func heading(
        _ standing: ReadingDesk.Standing, _ desk: ReadingDesk, _ version: PolicyVersion
    ) -> String {
        switch standing {
        case .notAsked: "You are not asked to read this version"
        case .toRead: "Read the policy and say so"
        case .read: desk.sentence(on: version) ?? ""
        }
    }

    private static func note(
        _ standing: ReadingDesk.Standing, _ version: PolicyVersion, _ desk: ReadingDesk
    ) -> Note? {
        let digest = version.words.digest.prefix(12)
        switch standing {
        case .toRead: return nil
        case .read(_, byCorrection: false):
            return Note(
                .clear, "It stands on record.", "You said it of \(PolicyVersionForms.name(version)), version \(digest)."
            )
        case .read(_, byCorrection: true):
            return Note(
                .clear, "You need not say it again.",
                version.correction.map { "Why nobody is asked again: “\($0)”" } ?? "")
        case .notAsked:
            let isInForce = desk.facts.history.state(of: version, on: desk.visit.now) == .inForce
            return Note(
                .quiet, isInForce ? "It is for others." : "It is not in force.",
                isInForce
                    ? "It does not bind you, or holds where you have no role. You may read it all the same."
                    : "Only the version in force is read and acknowledged.")
        }
    }

    private static func facts(
        _ version: PolicyVersion, _ standing: ReadingDesk.Standing, _ schools: [School]
    ) -> [Fact] {
        var facts = [Fact("In force here since", version.inForceFrom.map { When.date($0) } ?? "Not in force")]
        if schools.count > 1 {
            facts.append(
                Fact("Holds for", schools.first { $0.id == version.school }?.name ?? "Every school without its own"))
        }
        facts.append(Fact("Approval on record", version.approvalInWords ?? "None"))
        if case .toRead(let due?) = standing { facts.append(Fact("To be read by", When.date(due))) }
        return facts
    }

    /// The sections that ask everyone bound to read it, and those that bind the reader.
    private static func asked(
        _ policy: Policy, _ desk: ReadingDesk, _ version: PolicyVersion, _ link: String
    ) -> [ClauseChip] {
        guard let person = desk.facts.people.first,
            let asked = desk.asked.first(where: { $0.version.id == version.id })
        else { return [] }
        let binding = policy.bindings(asking: person.user.kind, holding: asked.roles).map(\.at)
        var sections: [String] = []
        for at in policy.sections(carriedBy: .acknowledge) + binding where !sections.contains(at) {
            sections.append(at)
        }
        return sections.map { ClauseChip($0, at: link + "#" + ClauseChip.anchor($0)) }
    }
}
