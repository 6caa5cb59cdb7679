import Governance

extension Policy {
    /// What the program finds by itself on a day, as notes, what matters most first; sections that wait for a room
    /// are listed apart.
    func foundNotes(on day: Day, policyLink: String) -> [Note] {
        let notes = remarks(on: day).filter { $0.kind != .notCarriedYet }.map { remark in
            let (tone, word) = Self.words(remark.kind)
            return Note(
                tone, word, remark.says.withoutPrefix("Not approved: ") + (remark.source.map { " (\($0))" } ?? ""),
                icon: remark.kind == .reviewOverdue ? .clock : nil,
                clause: remark.at.map { ClauseChip($0, at: policyLink + "#" + ClauseChip.anchor($0)) })
        }
        return [.block, .hold, .warn, .quiet].flatMap { tone in notes.filter { $0.tone == tone } }
    }

    private static func words(_ kind: FoundRemark.Kind) -> (Tone, String) {
        switch kind {
        case .reviewOverdue: (.block, "Overdue for review.")
        case .notApproved: (.block, "Not approved.")
        case .approverMissing: (.hold, "Approver not named.")
        case .notAdopted: (.hold, "Not adopted.")
        case .draft: (.hold, "A draft.")
        case .versionAfterApproval: (.hold, "Changed after approval.")
        case .reviewMissing: (.hold, "No review.")
        case .hiddenSign: (.hold, "A hidden sign.")
        case .outdatedEdition: (.warn, "An old edition.")
        case .notCarriedYet: (.quiet, "Not carried yet.")
        }
    }

    /// The sections that wait for a room of the program, by room.
    func waiting(policyLink: String) -> [PolicyRemarksPage.Waiting] {
        Room.allCases.compactMap { room in
            var sections: [String] = []
            for clause in clauses where !sections.contains(clause.at) {
                if clause.carriers.contains(where: { if case .notYet(room, _, _) = $0 { true } else { false } }) {
                    sections.append(clause.at)
                }
            }
            guard !sections.isEmpty else { return nil }
            return PolicyRemarksPage.Waiting(
                room: room.title,
                sections: sections.map { ClauseChip($0, at: policyLink + "#" + ClauseChip.anchor($0)) })
        }
    }
}

extension Room {
    /// As a heading says it.
    var title: String { rawValue.capitalisedFirst }
}

extension String {
    fileprivate func withoutPrefix(_ prefix: String) -> String {
        guard hasPrefix(prefix) else { return self }
        let rest = dropFirst(prefix.count)
        return rest.capitalisedFirst
    }
}
