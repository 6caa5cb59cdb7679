extension Policy {
    /// Whether families are asked when a pupil joins.
    package var asksFamilies: Bool { !sections(carriedBy: .askFamilies).isEmpty }

    /// Whether silence counts as a yes, so that families are asked what they object to.
    package var takesSilenceForConsent: Bool {
        clauses.contains { clause in
            clause.carriers.contains { carrier in
                guard case .control(Pictures.id, let arguments, _, _) = carrier else { return false }
                return arguments.word("unrecorded") == "allowed"
            }
        }
    }
}
