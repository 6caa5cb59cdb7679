/// What people have answered for about one post.
package struct Answers: Sendable, Equatable {
    package let releases: [Release]
    package let corrections: [Correction]

    package init(
        releases: [Release], corrections: [Correction]
    ) {
        self.releases = releases
        self.corrections = corrections
    }

    package var confirmed: [ConfirmedCorrection] {
        corrections.compactMap { correction in
            guard correction.outcome == .confirmed, let by = correction.outcomeBy else { return nil }
            return ConfirmedCorrection(correction.finding, by: by, says: correction.says)
        }
    }

    /// Offered, and neither confirmed, rejected nor withdrawn.
    package var offered: Set<FindingKey> { Set(corrections.filter { $0.outcome == nil }.map(\.finding)) }
}
