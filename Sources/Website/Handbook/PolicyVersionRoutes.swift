import Actions
import Foundation
import Governance
import Reading

/// The versions of the policy: all of them, one of them, and what is decided about it.
enum PolicyVersionRoutes {
    static let all: [Route] = [
        .get(.policyVersions, .signedIn, list),
        .get(.policyVersion(.any), .signedIn, version),
        .get(.policyVersionFile(.any), .signedIn, file),
        .get(.policyVersionApproval(.any), .policyKeepers) { visit in
            let version = try await Desk(visit).forDecision()
            return .page(approvalForm(version, visit))
        },
        .post(.policyVersionApproval(.any), .policyKeepers, .form, approve),
        .get(.policyVersionForce(.any), .policyKeepers) { visit in
            .page(try await forceForm(Desk(visit), visit))
        },
        .post(.policyVersionForce(.any), .policyKeepers, .form, putInForce),
    ]

    // MARK: - Looking

    @Sendable private static func list(_ visit: Visit) async throws -> Reply {
        let work = try visit.work
        let history = try await work.database.policyHistory()
        let schools = try await work.database.schools()
        let may = WhoMay.policyKeepers.admits(visit.visitor)
        var groups: [PolicyVersionsPage.Group] = []
        for school in [nil] + schools.map(Optional.some) {
            let entries = history.versions.filter { $0.school == school?.id }
                .sorted { ($0.inForceFrom ?? $0.addedAt, $0.addedAt) > ($1.inForceFrom ?? $1.addedAt, $1.addedAt) }
                .map { entry($0, history.state(of: $0, on: visit.now), visit) }
            guard !entries.isEmpty else { continue }
            groups.append(
                PolicyVersionsPage.Group(
                    anchor: "of-" + (school?.slug ?? "all"),
                    heading: schools.count < 2
                        ? nil : school.map { "Of \($0.name) alone" } ?? "For every school without its own",
                    ledger: entries))
        }
        let tabs = try? await PolicyShown(visit).tabs(visit, .policyVersions)
        return .page(
            Page(
                "Versions",
                lead: "What the organisation runs by, and ran by before. Words that were added never change.",
                actions: may
                    ? [HeadAction("Bring in a new version", icon: .upload, visit.link(.newPolicyVersion), filled: true)]
                    : [], tabs: tabs ?? [], room: .policy,
                PolicyVersionsPage(
                    groups: groups, anyGroups: !groups.isEmpty,
                    blank: Blank(
                        "No policy is here yet", "Whatever was ever in force will be listed here.",
                        action: may ? HeadAction("Bring one in", visit.link(.newPolicyVersion)) : nil),
                    schools: schools.count < 2
                        ? nil : HeadAction("Which school follows which policy", visit.link(.policySchools)))))
    }

    private static func entry(
        _ version: PolicyVersion, _ state: PolicyVersion.State, _ visit: Visit
    ) -> LedgerEntry {
        let when =
            switch state {
            case .draft, .approved: "added"
            case .coming: "from then"
            case .inForce: "in force since"
            case .replaced: "in force from"
            }
        let day = When.date(version.inForceFrom ?? version.addedAt).split(separator: " ")
        return LedgerEntry(
            day.dropLast().joined(separator: " "), (day.last.map(String.init) ?? "") + ", " + when,
            title: PolicyVersionForms.name(version), link: visit.link(.policyVersion(.value(version.id.text))),
            tag: Tag(state),
            text: (version.approvalInWords.map { "Approved: \($0)." } ?? "No approval is on record.")
                + " Digest \(version.words.digest.prefix(12)).")
    }

    @Sendable private static func version(_ visit: Visit) async throws -> Reply {
        let desk = try await Desk(visit)
        let (version, state) = (desk.version, desk.state)
        let policy = try? await desk.work.policy(version)
        var facts = [
            Fact("Holds for", desk.holdsFor), Fact("Added", When.date(version.addedAt)),
            Fact("Approval on record", version.approvalInWords ?? "None"),
        ]
        if let from = version.inForceFrom {
            facts.append(Fact(state == .coming ? "Will hold from" : "In force from", When.full(from)))
        }
        if let end = version.endsAt { facts.append(Fact("Ended", When.full(end))) }
        facts.append(Fact("Digest (SHA-256)", version.words.digest))
        facts.append(
            Fact("Exact words", "Download the file", link: visit.link(.policyVersionFile(.value(version.id.text)))))
        var notes: [Note] = []
        if policy == nil {
            notes.append(
                Note(
                    .block, "This release cannot read it.",
                    "Its bytes are whole and can be downloaded; the release that added it can read them."))
        }
        let beside = desk.beside(visit.query["beside"])
        var changes: PolicyChanges?
        if let policy, let beside, let other = try? await desk.work.policy(beside) {
            changes = PolicyChanges("What changes from \(desk.called(beside)) to this one", from: other, to: policy)
        }
        let story = try await desk.work.database.timeline(of: RecordSubject(.policyVersion, version.id))
        return .page(
            Page(
                PolicyVersionForms.name(version), title: "Version", eyebrow: policy?.organisation,
                crumb: Crumb("Versions", visit.link(.policyVersions)), room: .policy,
                PolicyVersionPage(
                    tag: Tag(state), notes: notes, facts: facts, next: desk.next, anyNext: !desk.next.isEmpty,
                    story: story.compactMap(LedgerEntry.init), document: policy?.documentFacts ?? [],
                    anyDocument: policy != nil, compare: desk.compare(chosen: beside), changes: changes)))
    }

    @Sendable private static func file(_ visit: Visit) async throws -> Reply {
        let desk = try await Desk(visit)
        let name = desk.version.words.key.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return .download(
            name: "\(name)-\(desk.version.words.digest.prefix(12)).yaml", type: "application/yaml",
            try await desk.work.bytes(of: desk.version))
    }

    // MARK: - Deciding

    private static func approvalForm(_ version: PolicyVersion, _ visit: Visit, problems: [Problem] = []) -> Page {
        PolicyVersionForms.approval(
            of: version, to: visit.link(.policyVersionApproval(.value(version.id.text))), back: back(version, visit),
            form: visit.form, problems: problems)
    }

    private static func back(_ version: PolicyVersion, _ visit: Visit) -> Crumb {
        Crumb("The version", visit.link(.policyVersion(.value(version.id.text))))
    }

    @Sendable private static func approve(_ visit: Visit) async throws -> Reply {
        let version = try await Desk(visit).forDecision()
        let chosen = visit.form["approvedBy"]
        let body = chosen == "other" ? visit.form.trimmed("other") : chosen
        var problems: [Problem] = []
        if chosen.isEmpty { problems.append(Problem("approvedBy", "Choose who approved it")) }
        if chosen == "other", body.isEmpty { problems.append(Problem("other", "Enter which body or office it was")) }
        let day = Day(visit.form.trimmed("on"))
        if day == nil { problems.append(Problem("on", "Enter the day of approval, for example 2026-11-12")) }
        problems += unconfirmed(visit, "Tick the box if it was approved and shall go on record")
        guard problems.isEmpty, let day else { return .page(approvalForm(version, visit, problems: problems)) }
        do {
            try await ApprovePolicyVersion(
                version: version.id, approvedBy: body, on: day, minute: visit.form.trimmed("minute")
            ).perform(in: visit.work, by: visit.actor)
            return .see(.policyVersion(.value(version.id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(approvalForm(version, visit, problems: errors.map(Problem.init)))
        }
    }

    private static func forceForm(_ desk: Desk, _ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let version = try desk.forDecision()
        let before = desk.history.inForce(at: version.school, on: visit.now)
        return PolicyVersionForms.force(
            of: version, holdsFor: desk.holdsFor, instead: before.map(PolicyVersionForms.name),
            corrects: before?.words.key == version.words.key,
            to: visit.link(.policyVersionForce(.value(version.id.text))), back: back(version, visit),
            today: Day(of: visit.now), form: visit.form, problems: problems)
    }

    @Sendable private static func putInForce(_ visit: Visit) async throws -> Reply {
        let desk = try await Desk(visit)
        let version = try desk.forDecision()
        let day = Day(visit.form.trimmed("from"))
        let today = Day(of: visit.now)
        var problems: [Problem] = []
        switch visit.form["when"] {
        case "now": break
        case "day":
            if let day, day > today { break }
            problems.append(Problem("from", "Enter a day after \(When.date(today)), or choose “Now”"))
        default: problems.append(Problem("when", "Choose from when it shall hold"))
        }
        if visit.form.trimmed("why").isEmpty { problems.append(Problem("why", "Say why it comes into force")) }
        let isCorrection = visit.form["asks"] == "correction"
        if isCorrection, visit.form.trimmed("correction").isEmpty {
            problems.append(Problem("correction", "Say why nobody has to read it again"))
        }
        problems += unconfirmed(visit, "Tick the box if it shall hold from then")
        guard problems.isEmpty else { return .page(try await forceForm(desk, visit, problems: problems)) }
        do {
            try await PutPolicyInForce(
                version: version.id, from: visit.form["when"] == "day" ? day?.start() : nil, why: visit.form["why"],
                correction: isCorrection ? visit.form["correction"] : nil
            ).perform(in: visit.work, by: visit.actor)
            return .see(.policyVersion(.value(version.id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await forceForm(desk, visit, problems: errors.map(Problem.init)))
        }
    }

    static func unconfirmed(_ visit: Visit, _ says: String) -> [Problem] {
        visit.form["confirm"] == "yes" ? [] : [Problem("confirm", says)]
    }
}
