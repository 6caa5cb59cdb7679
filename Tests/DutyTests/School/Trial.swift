import Actions
import Foundation
import Governance
import Reading

/// A post tried the whole way: checked, sent, and put before an approver, each through the action that people use.
struct Trial: Sendable {
    let post: Identifier<Post>
    let findings: [Finding]
    let wasSent: Bool
    let wasApproved: Bool
    /// What stopped it, at sending or at approval.
    let stopping: [Finding]

    func has(_ code: String) -> Bool { findings.contains { $0.code == code } }
}

extension DutySchool {
    /// A draft for the families' account, in three hours' time, with the question of privacy answered.
    func draft(_ text: String, _ alter: (inout PostDraft) -> Void = { _ in }) -> PostDraft {
        var draft = PostDraft(
            text: text, infringesPrivacy: false, publishAt: now + 3 * 3_600, places: [DraftPlace(account: families)])
        alter(&draft)
        return draft
    }

    func start(_ draft: PostDraft, by user: Identifier<User>? = nil) async throws -> Identifier<Post> {
        try await StartPost(school: school, content: draft).perform(
            in: organisation, by: .user(user ?? staff.author))
    }

    func findings(on draft: PostDraft, of post: Identifier<Post>? = nil) async throws -> [Finding] {
        try await CheckDraft(content: draft, post: post).perform(in: organisation).flatMap(\.standing)
    }

    func send(_ post: Identifier<Post>, by user: Identifier<User>? = nil) async throws -> Sending {
        let version = try seen(try await database.postStory(post), "no post").draft.version
        return try await SendForApproval(post: post, version: version)
            .perform(in: organisation, by: .user(user ?? staff.author))
    }

    func approve(_ post: Identifier<Post>, by user: Identifier<User>? = nil) async throws -> Approving {
        let revision = try seen(try await database.postStory(post)?.lastRevision, "nothing was sent").number
        return try await ApprovePost(post: post, revision: revision)
            .perform(in: organisation, by: .user(user ?? staff.moderator))
    }

    func trial(_ draft: PostDraft) async throws -> Trial {
        let post = try await start(draft)
        let findings = try await findings(on: draft, of: post)
        if case .refused(let places) = try await send(post) {
            return Trial(
                post: post, findings: findings, wasSent: false, wasApproved: false,
                stopping: places.flatMap(\.stopping))
        }
        // What its author flagged is decided by a senior leader.
        let approver = draft.mayHarmStanding ? staff.slt : staff.moderator
        if case .refused(let places) = try await approve(post, by: approver) {
            return Trial(
                post: post, findings: findings, wasSent: true, wasApproved: false,
                stopping: places.flatMap(\.stopping))
        }
        return Trial(post: post, findings: findings, wasSent: true, wasApproved: true, stopping: [])
    }
}

extension DutySchool {
    /// Throws unless the finding is made under this section and does what its severity says: a block is not sent, a
    /// hold is sent and not approved before its role releases it, a warning stops nothing.
    @discardableResult
    func expect(_ code: String, _ severity: Severity, at section: String, in draft: PostDraft) async throws -> Trial {
        let trial = try await trial(draft)
        let found = try seen(
            trial.findings.first { $0.code == code && $0.clause == section },
            "\(code) at \(section) was not found in “\(draft.text)”, only \(Self.told(trial.findings))")
        try see(found.severity == severity, "\(code) at \(section) is \(found.severity), not \(severity)")
        try see(found.source == nil, "\(code) at \(section) is shown as ours")
        try await expect(trial, doesWhat: found)
        return trial
    }

    /// Throws unless the finding is made, and shown as ours with its source.
    func expectOurs(_ code: String, _ severity: Severity, source: String, in draft: PostDraft) async throws {
        let trial = try await trial(draft)
        let found = try seen(trial.findings.first { $0.code == code }, "\(code) was not found in “\(draft.text)”")
        try see(found.clause == nil, "\(code) cites \(found.clause ?? "")")
        try see(found.source?.hasPrefix("ours: ") == true, "\(code) is not shown as ours")
        try see(found.source?.contains(source) == true, "\(code) rests on \(found.source ?? "nothing")")
        try see(found.severity == severity, "\(code) is \(found.severity), not \(severity)")
        try await expect(trial, doesWhat: found)
    }

    /// Throws unless the draft has no such finding.
    @discardableResult
    func expectNone(_ code: String, in draft: PostDraft) async throws -> Trial {
        let trial = try await trial(draft)
        try see(!trial.has(code), "\(code) was found in “\(draft.text)”")
        return trial
    }

    private func expect(_ trial: Trial, doesWhat finding: Finding) async throws {
        let stops = trial.stopping.contains { $0.key == finding.key }
        switch finding.severity {
        case .block: try see(!trial.wasSent && stops, "\(finding.code) was sent all the same")
        case .hold:
            try see(trial.wasSent && !trial.wasApproved && stops, "\(finding.code) holds nothing")
            try await release(finding, of: trial.post)
            if case .refused(let places) = try await approve(trial.post, by: staff.head) {
                let still = places.flatMap(\.stopping).contains { $0.key == finding.key }
                try see(!still, "\(finding.code) holds after its release")
            }
        case .warn: try see(!stops, "\(finding.code) stops the post")
        }
    }

    func release(_ finding: Finding, of post: Identifier<Post>, by user: Identifier<User>? = nil) async throws {
        let holder = finding.releasedBy == .headteacher ? staff.head : staff.slt
        try await ReleaseFinding(post: post, finding: finding.key, reason: "Talked over this morning")
            .perform(in: organisation, by: .user(user ?? holder))
    }

    private static func told(_ findings: [Finding]) -> String {
        findings.map { "\($0.code) at \($0.clause ?? $0.source ?? "")" }.joined(separator: "; ")
    }
}
