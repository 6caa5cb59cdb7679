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

    /// What still counts once these people have written a part of the post: nobody releases or confirms their own. A
    /// release by one of them lapses, and what one of them confirmed waits for somebody else again.
    package func counting(writtenBy writers: Set<Identifier<User>>) -> Answers {
        Answers(
            releases: releases.filter { !writers.contains($0.by) },
            corrections: corrections.map { correction in
                guard correction.outcome == .confirmed, let by = correction.outcomeBy, writers.contains(by) else {
                    return correction
                }
                return correction.offeredAgain
            })
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
