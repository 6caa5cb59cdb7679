import Actions
import Foundation
import Governance
import Reading

extension PolicyVersionRoutes {
    /// One version on the desk of a visitor: what it is, where it holds, and what the visitor may do with it.
    struct Desk {
        let visit: Visit
        let work: Organisation
        let history: PolicyHistory
        let version: PolicyVersion
        let state: PolicyVersion.State
        let school: School?
        let mayDecide: Bool

        /// - Throws: `TurnedAway.notFound` when there is no such version.
        init(_ visit: Visit) async throws {
            self.visit = visit
            work = try visit.work
            let history = try await work.database.policyHistory()
            guard let version = history.versions.first(where: { $0.id.text == visit.part("version") }) else {
                throw TurnedAway.notFound
            }
            self.history = history
            self.version = version
            state = history.state(of: version, on: visit.now)
            let schools = try await work.database.schools()
            school = schools.first { $0.id == version.school }
            mayDecide = try visit.me.authority.keepsPolicy(of: version.school, among: schools)
        }

        /// The version, for someone who may decide about it.
        ///
        /// - Throws: `TurnedAway.notAllowed` for whoever holds the role only at another school.
        func forDecision() throws -> PolicyVersion {
            guard mayDecide else {
                throw TurnedAway.notAllowed("Only those who keep the policy of \(holdsFor) can decide about it")
            }
            return version
        }

        var holdsFor: String {
            school.map { "\($0.name) alone" } ?? visit.organisation?.name ?? "The whole organisation"
        }

        /// What can be done next, the likeliest as the filled button.
        var next: [HeadAction] {
            guard mayDecide else { return [] }
            let id = SiteURL.Part.value(version.id.text)
            var next: [HeadAction] = []
            if version.approval == nil, state != .replaced {
                next.append(
                    HeadAction(
                        "Put its approval on record", icon: .approve, visit.link(.policyVersionApproval(id)),
                        filled: state == .draft))
            }
            if version.inForceFrom == nil {
                next.append(
                    HeadAction(
                        "Put it in force", icon: .flag, visit.link(.policyVersionForce(id)),
                        filled: state == .approved))
            }
            return next
        }

        /// What it is set beside: the one asked for, else the one that held when it came, else the one in force.
        func beside(_ asked: String) -> PolicyVersion? {
            if let chosen = history.versions.first(where: { $0.id.text == asked && $0.id != version.id }) {
                return chosen
            }
            let before = version.inForceFrom.map { min($0, visit.now) - 1 } ?? visit.now
            let other = history.inForce(at: version.school, on: before)
            return other?.id == version.id ? nil : other
        }

        func compare(chosen: PolicyVersion?) -> PolicyVersionPage.Compare? {
            let others = history.versions.filter { $0.id != version.id }
            guard !others.isEmpty else { return nil }
            return PolicyVersionPage.Compare(
                to: visit.link(.policyVersion(.value(version.id.text))),
                beside: SelectField(
                    "beside", "Set it beside", others.reversed().map { ($0.id.text, label($0)) },
                    chosen: chosen?.id.text ?? ""))
        }

        /// Within a sentence: `the version in force`, `LINK of 3 November 2026`.
        func called(_ other: PolicyVersion) -> String {
            history.state(of: other, on: visit.now) == .inForce && other.school == version.school
                ? "the version in force" : "\(other.words.key) of \(When.date(other.inForceFrom ?? other.addedAt))"
        }

        private func label(_ other: PolicyVersion) -> String {
            let state = Tag(history.state(of: other, on: visit.now)).text.lowercased()
            return "\(PolicyVersionForms.name(other)), \(state), \(When.date(other.inForceFrom ?? other.addedAt))"
        }
    }
}
