/// A release of a post's finding, which counts at the school that gave it and at no other.
package struct SchoolsRelease: Sendable, Equatable {
    package let school: Identifier<School>
    package let release: Release

    package init(at school: Identifier<School>, _ release: Release) {
        self.school = school
        self.release = release
    }
}

/// What people have answered for about one post.
package struct Answers: Sendable, Equatable {
    package let releases: [SchoolsRelease]
    package let corrections: [Correction]

    package init(releases: [SchoolsRelease], corrections: [Correction]) {
        self.releases = releases
        self.corrections = corrections
    }

    /// What still counts once these people have written a part of the post: nobody releases or confirms their own. A
    /// release by one of them lapses, and what one of them confirmed waits for somebody else again.
    package func counting(writtenBy writers: Set<Identifier<User>>) -> Answers {
        Answers(
            releases: releases.filter { !writers.contains($0.release.by) },
            corrections: corrections.map { correction in
                guard correction.outcome == .confirmed, let by = correction.outcomeBy, writers.contains(by) else {
                    return correction
                }
                return correction.offeredAgain
            })
    }

    /// The releases that count at a school.
    package func releases(at school: Identifier<School>) -> [Release] {
        releases.filter { $0.school == school }.map(\.release)
    }

    /// Held findings that still wait at a school: neither released there nor confirmed as a mistake; each once.
    package func unreleased(_ findings: [Finding], at school: Identifier<School>) -> [Finding] {
        let released = Set(releases(at: school).map(\.finding))
        let corrected = Set(confirmed(at: school).map(\.finding))
        var seen: Set<FindingKey> = []
        return findings.filter { finding in
            finding.severity == .hold && !released.contains(finding.key)
                && (finding.basis == .record || !corrected.contains(finding.key))
                && seen.insert(finding.key).inserted
        }
    }

    /// The corrections that were confirmed at a school.
    package func confirmed(at school: Identifier<School>) -> [ConfirmedCorrection] {
        corrections.compactMap { correction in
            guard correction.outcome == .confirmed, correction.schools.contains(school), let by = correction.outcomeBy
            else { return nil }
            return ConfirmedCorrection(correction.finding, by: by, says: correction.says)
        }
    }

    /// What waits for a yes or no at a school: offered, or confirmed only elsewhere; not rejected or withdrawn.
    package func offered(at school: Identifier<School>) -> Set<FindingKey> {
        Set(
            corrections.filter { correction in
                correction.outcome == nil || correction.outcome == .confirmed && !correction.schools.contains(school)
            }.map(\.finding))
    }
}
