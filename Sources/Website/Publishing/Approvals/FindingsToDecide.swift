import Foundation
import Governance
import Reading

/// The findings of a post that waits, sorted by what is asked of whom.
struct FindingsToDecide {
    var releases: [HeldFinding] = []
    var corrections: [OfferedCorrection] = []
    var settled: [SettledFinding] = []
    var advice: [FindingLine] = []
    /// How many of them keep the visitor from approving for the schools where they may.
    var openHere = 0
}

extension ApprovalDesk {
    /// A held finding stands once for each school: a release counts where it was given.
    func findings(
        _ lines: [CheckedDraft.Line], _ story: PostStory, _ waiting: [Placement], isWriter: Bool, _ problems: [Problem]
    ) async throws -> FindingsToDecide {
        let corrections = Dictionary(
            story.answers.corrections.map { ($0.finding, $0) }, uniquingKeysWith: { _, last in last })
        var found = FindingsToDecide()
        let mine = Set(decidable(story, waiting).map(\.account.id))
        for line in lines {
            let finding = line.finding
            let schools = Set(waiting.map(\.account).filter { line.accounts.contains($0.id) }.map(\.school))
            let correction = corrections[finding.key]
            if let correction, correction.outcome == .confirmed, schools.isSubset(of: correction.schools) {
                found.settled.append(SettledFinding(finding, correction, story.names, in: visit))
            } else if let correction, correction.outcome == nil || correction.outcome == .confirmed {
                found.corrections.append(
                    offered(finding, correction, story, isWriter: isWriter, problems: problems))
                if !mine.isDisjoint(with: line.accounts) { found.openHere += 1 }
            } else if finding.severity == .warn {
                found.advice.append(FindingLine(finding, number: line.number, in: visit))
            } else {
                try await sort(line, story, waiting, isWriter: isWriter, problems, into: &found)
            }
        }
        return found
    }

    private func sort(
        _ line: CheckedDraft.Line, _ story: PostStory, _ waiting: [Placement], isWriter: Bool, _ problems: [Problem],
        into found: inout FindingsToDecide
    ) async throws {
        let accounts = waiting.map(\.account).filter { line.accounts.contains($0.id) }
        let schools = Set(accounts.map(\.school)).sorted()
        for school in schools {
            let named =
                schools.count > 1 ? Composition.listed(accounts.filter { $0.school == school }.map(\.name)) : nil
            let release = story.answers.releases(at: school).first { $0.finding == line.finding.key }
            if let release, line.finding.severity == .hold {
                found.settled.append(SettledFinding(line.finding, release, for: named, story.names, in: visit))
            } else {
                found.releases.append(
                    try await held(line, story, at: school, of: named, isWriter: isWriter, problems))
                if decidable(story, waiting).contains(where: { $0.account.school == school }) { found.openHere += 1 }
            }
        }
    }

    private func held(
        _ line: CheckedDraft.Line, _ story: PostStory, at school: Identifier<School>, of accounts: String?,
        isWriter: Bool, _ problems: [Problem]
    ) async throws -> HeldFinding {
        let finding = line.finding
        let base = FindingLine(finding, number: line.number, in: visit)
        let picture = story.lastRevision.flatMap { CheckedDraft.picture(of: line, in: $0.content) }.map {
            HeadAction("See \($0.picture.kind.word) \($0.number)", "#picture-\($0.number)")
        }
        guard finding.severity == .hold else {
            return HeldFinding(
                picture: picture, tone: base.tone, tag: base.tag, clause: base.clause, ours: base.ours, says: base.says,
                advice: base.advice, who: "nobody. It must change: return the post.", form: nil)
        }
        let named = finding.releasedBy ?? .slt
        var needed: Role?
        var names: [String] = []
        for role in Releasing.ladder(from: named) where needed == nil {
            names = try await desk.holders(of: role, at: school, without: story.writers)
            if !names.isEmpty { needed = role }
        }
        let mine =
            !isWriter && needed.map { Releasing.role(of: desk.me.authority, at: school, for: $0) != nil } ?? false
        let field = "reason-\(line.number)"
        let who: String =
            if mine {
                "\(needed?.title ?? named.title). That is you."
            } else if let needed {
                "\(needed.title). \(Composition.listed(names)) can."
            } else {
                "\(named.title). Nobody here holds that role."
            }
        return HeldFinding(
            picture: picture, tone: base.tone, tag: base.tag, clause: base.clause, ours: base.ours, says: base.says,
            advice: base.advice,
            who: [accounts.map { "for \($0), by " }, who].compactMap { $0 }.joined(),
            form: mine
                ? HeldFinding.ReleaseForm(
                    action: visit.link(.approvalReleases(.value(story.post.id.text))),
                    finding: FindingToken.text(of: finding.key), number: line.number,
                    reason: TextField(
                        field, "Why is it safe to release?", hint: "One sentence. It is kept with the post.",
                        value: visit.form[field], short: true, problems: problems)) : nil)
    }

    private func offered(
        _ finding: Finding, _ correction: Correction, _ story: PostStory, isWriter: Bool, problems: [Problem]
    ) -> OfferedCorrection {
        let base = FindingLine(finding, number: 0, in: visit)
        let schools = story.lastPlaces.map(\.placement).filter { $0.state == .waiting }.map(\.account.school)
        let may =
            !isWriter && schools.contains { desk.me.authority.holds(any: PostApproval.roles, at: $0) }
        let field = "why-" + correction.id.text
        return OfferedCorrection(
            tag: Tag(.warn, "To confirm"), clause: base.clause, ours: base.ours, says: base.says,
            kind: correction.kind.title, authorSays: quoted(correction.says),
            form: may
                ? OfferedCorrection.ConfirmForm(
                    action: visit.link(.approvalCorrections(.value(story.post.id.text))),
                    correction: correction.id.text,
                    yes: "Yes, that is so",
                    why: TextField(
                        field, "Why?", hint: "Needed when you say no.", value: visit.form[field], problems: problems))
                : nil,
            who: may
                ? nil : "Whoever approves the post confirms it, and nobody who wrote it.")
    }
}

extension SettledFinding {
    /// - Parameter accounts: those it counts for, where the post goes to accounts of several schools.
    init(
        _ finding: Finding, _ release: Release, for accounts: String?, _ names: [Identifier<User>: String],
        in visit: Visit
    ) {
        let base = FindingLine(finding, number: 0, in: visit)
        self.init(
            tag: Tag(.clear, "Released", icon: .check), clause: base.clause, ours: base.ours, says: base.says,
            by: "\(names[release.by] ?? "Someone"), as \(release.role.title)" + (accounts.map { ", for \($0)" } ?? ""),
            why: quoted(release.reason))
    }

    init(_ finding: Finding, _ correction: Correction, _ names: [Identifier<User>: String], in visit: Visit) {
        let base = FindingLine(finding, number: 0, in: visit)
        let who = correction.outcomeBy.flatMap { names[$0] } ?? "Someone"
        let when = correction.outcomeAt.map { ", \(When.near($0, now: visit.now))" } ?? ""
        self.init(
            tag: Tag(.clear, "Confirmed", icon: .check), clause: base.clause, ours: base.ours, says: base.says,
            by: "\(who)\(when), of \(correction.kind.title.lowercased())", why: quoted(correction.says))
    }
}
