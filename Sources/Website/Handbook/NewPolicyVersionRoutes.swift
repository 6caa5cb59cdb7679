import Actions
import Foundation
import Governance
import Reading

/// Bringing in a version: checked first, shown with what it would change, and added only then.
enum NewPolicyVersionRoutes {
    static let all: [Route] = [
        .get(.newPolicyVersion, .policyKeepers, start),
        .post(.newPolicyVersion, .policyKeepers, .upload(megabytes: 4), check),
        .post(.newPolicyVersionDecision, .policyKeepers, .upload(megabytes: 4), add),
    ]

    /// What the form shows when it comes, and when it comes back.
    private struct Typed {
        var source = ""
        var builtIn = "template"
        var text = ""
        var school = ""
    }

    @Sendable private static func start(_ visit: Visit) async throws -> Reply {
        var typed = Typed()
        typed.school = visit.query["school"]
        if let bytes = try await startingText(visit.query["start"], visit) {
            typed.text = String(decoding: bytes, as: UTF8.self)
            typed.source = "text"
        }
        return .page(try await form(typed, visit))
    }

    /// A built-in policy by its key, or a version by its id; nil when nothing was asked for.
    private static func startingText(_ key: String, _ visit: Visit) async throws -> [UInt8]? {
        if key.isEmpty { return nil }
        if let bytes = builtInPolicy(key) { return bytes }
        let versions = try await visit.work.database.policyHistory().versions
        guard let version = versions.first(where: { $0.id.text == key }) else { throw TurnedAway.notFound }
        return try await visit.work.bytes(of: version)
    }

    // MARK: - Checking

    @Sendable private static func check(_ visit: Visit) async throws -> Reply {
        var typed = Typed(
            source: visit.form["source"], builtIn: visit.form["builtIn"], text: visit.form["text"],
            school: visit.form["school"])
        if visit.form.has("edit") {
            let bytes = Data(base64Encoded: visit.form["bytes"]) ?? Data()
            typed.text = String(decoding: bytes, as: UTF8.self)
            typed.source = "text"
            return .page(try await form(typed, visit))
        }
        let bytes: [UInt8]
        switch typed.source {
        case "file":
            guard let file = visit.form.files["file"] else {
                return .page(try await form(typed, visit, problems: [Problem("file", "Choose the file")]))
            }
            bytes = file.bytes
            // What was brought can be mended on the page, if it is text at all.
            if let text = String(validating: file.bytes, as: UTF8.self), file.bytes.count <= 1_048_576 {
                typed.text = text
            }
        case "built-in":
            guard let found = builtInPolicy(typed.builtIn) else {
                return .page(try await form(typed, visit, problems: [Problem("builtIn", "Choose a policy")]))
            }
            bytes = found
        case "text":
            guard !visit.form.trimmed("text").isEmpty else {
                return .page(try await form(typed, visit, problems: [Problem("text", "Paste the text of the policy")]))
            }
            bytes = Array(typed.text.utf8)
        default:
            return .page(
                try await form(typed, visit, problems: [Problem("source", "Choose where the policy comes from")]))
        }
        return try await judge(bytes, typed, visit)
    }

    private static func judge(_ bytes: [UInt8], _ typed: Typed, _ visit: Visit) async throws -> Reply {
        let faults = policyFaults(in: bytes)
        guard faults.isEmpty else {
            var typed = typed
            if typed.source == "file", !typed.text.isEmpty { typed.source = "text" }
            return .page(try await form(typed, visit, faults: faults))
        }
        do {
            let school = try await school(typed.school, visit)
            let trial = try await AddPolicyVersion(bytes: bytes, school: school?.id)
                .trial(in: visit.work, by: visit.actor)
            return .page(try await preview(trial, bytes, school, visit))
        } catch ActionError.invalid(let errors) {
            return .page(try await form(typed, visit, problems: errors.map { Problem("source", $0.says) }))
        }
    }

    private static func school(_ slug: String, _ visit: Visit) async throws -> School? {
        if slug.isEmpty { return nil }
        guard let school = try await visit.work.database.schools().first(where: { $0.slug == slug }) else {
            throw ActionError.invalid("school", "There is no such school")
        }
        return school
    }

    private static func preview(
        _ trial: PolicyTrial, _ bytes: [UInt8], _ school: School?, _ visit: Visit
    ) async throws -> Page {
        let notes = trial.policy.foundNotes(on: Day(of: visit.now), policyLink: "")
            .map { note in Note(note.tone, note.strong, note.text, icon: note.icon) }
        let noted = trial.policy.remarks.count
        var changes: PolicyChanges?
        if let beside = trial.beside, let old = try? await visit.work.policy(beside) {
            changes = PolicyChanges(
                "What it would change, beside \(PolicyVersionForms.name(beside)) in force", from: old, to: trial.policy)
        }
        return Page(
            "The file can be taken: \(trial.policy.title)", title: "The file can be taken",
            lead: "Nothing is stored yet. Added, it is a draft for "
                + "\(school?.name ?? visit.organisation?.name ?? "the organisation") and holds only once it is put in force.",
            crumb: Crumb("Versions", visit.link(.policyVersions)), room: .policy,
            PolicyPreviewPage(
                to: visit.link(.newPolicyVersionDecision), again: visit.link(.newPolicyVersion),
                bytes: Data(bytes).base64EncodedString(), school: school?.slug ?? "",
                facts: trial.policy.documentFacts + [Fact("Digest (SHA-256)", trial.words.digest)], notes: notes,
                anyNotes: !notes.isEmpty || noted > 0,
                noted: noted == 0
                    ? nil : "\(noted) \(noted == 1 ? "remark stands" : "remarks stand") in the file itself.",
                changes: changes, cancel: visit.link(.policyVersions)))
    }

    // MARK: - Adding

    @Sendable private static func add(_ visit: Visit) async throws -> Reply {
        guard let bytes = Data(base64Encoded: visit.form["bytes"]), !bytes.isEmpty else {
            throw TurnedAway.unreadableForm
        }
        var typed = Typed(source: "text", text: String(decoding: bytes, as: UTF8.self))
        typed.school = visit.form["school"]
        do {
            let school = try await school(typed.school, visit)
            let id = try await AddPolicyVersion(bytes: Array(bytes), school: school?.id)
                .perform(in: visit.work, by: visit.actor)
            return .see(.policyVersion(.value(id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await form(typed, visit, problems: errors.map { Problem("source", $0.says) }))
        }
    }

    // MARK: - The form

    private static func form(
        _ typed: Typed, _ visit: Visit, faults: [PolicyFault] = [], problems: [Problem] = []
    ) async throws -> Page {
        let shown = faults.enumerated().map { place, fault in
            NewPolicyVersionPage.Fault(
                anchor: "fault-\(place + 1)", line: fault.line, column: fault.column,
                text: fault.text.isEmpty ? nil : fault.text, says: fault.says, advice: fault.advice)
        }
        let most = 8
        var summary = shown.prefix(most).map { Problem($0.anchor, "Line \($0.line), column \($0.column): \($0.says)") }
        if shown.count > most { summary.append(Problem("faults", "And \(shown.count - most) more, listed below")) }
        let offers = try policyOffers()
        let link = visit.link(.newPolicyVersion)
        let inForce = try await visit.work.policyInForce(at: try await school(typed.school, visit)?.id)?.version
        let starts =
            [HeadAction("The template", link + "?start=template")]
            + (inForce.map { [HeadAction("The version in force", link + "?start=" + $0.id.text)] } ?? [])
            + offers.map { HeadAction($0.key, link + "?start=" + $0.key) }
        return Page(
            "Bring in a new version",
            lead: "First it is checked. Nothing is stored until you have seen what it would change.",
            crumb: Crumb("Versions", visit.link(.policyVersions)), problems: summary + problems, room: .policy,
            NewPolicyVersionPage(
                to: link, faults: shown, anyFaults: !shown.isEmpty,
                source: ChoiceField(
                    "source", "Where does it come from?",
                    [
                        ("file", "A file on this machine", nil),
                        ("built-in", "One of the policies built into Chaperone", "The five papers, and the template."),
                        ("text", "The text below", "Pasted, or written here."),
                    ], chosen: [typed.source], problems: problems),
                school: try await schoolField(typed, visit, problems),
                file: TextField(
                    "file", "The file, if it is one", hint: "A .yaml file in UTF-8, at most 1 MB.", problems: problems),
                builtIn: SelectField(
                    "builtIn", "Which, if it is built in",
                    [("template", "The template: plain rules to start from")]
                        + offers.map { ($0.key, "\($0.policy.organisation): \($0.policy.title)") },
                    chosen: typed.builtIn, problems: problems),
                text: TextField("text", "The text, if it is text", value: typed.text, problems: problems),
                starts: starts, cancel: visit.link(.policyVersions)))
    }

    /// For whom it is meant: asked only where the visitor has a choice.
    private static func schoolField(_ typed: Typed, _ visit: Visit, _ problems: [Problem]) async throws -> SelectField?
    {
        let schools = try await visit.work.database.schools()
        guard schools.count > 1 else { return nil }
        let authority = try visit.me.authority
        let general =
            authority.keepsPolicy(of: nil, among: schools) ? [("", "Every school that has none of its own")] : []
        let own = schools.filter { authority.keepsPolicy(of: $0.id, among: schools) }
            .map { ($0.slug, "\($0.name) alone") }
        return SelectField(
            "school", "For whom is it?", hint: "A school’s own policy holds there in place of the organisation’s.",
            general + own, chosen: typed.school, problems: problems)
    }
}
