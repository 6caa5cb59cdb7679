import Foundation

/// Who may speak for the school, at one moment.
package struct SpeakingStanding: Sendable {
    package let training: TrainingStanding
    private let authorities: [Identifier<User>: [SpeakingAuthority]]

    package init(_ authorities: [SpeakingAuthority], training: TrainingStanding) {
        self.training = training
        self.authorities = Dictionary(grouping: authorities, by: \.user)
    }

    package var today: Day { training.today }

    /// Whoever was ever given it.
    package var holders: Set<Identifier<User>> { Set(authorities.keys) }

    /// All that someone was ever given, the one that lasts longest first.
    package func authorities(of user: Identifier<User>) -> [SpeakingAuthority] {
        (authorities[user] ?? []).sorted { ($0.until, $0.givenAt) > ($1.until, $1.givenAt) }
    }

    package func state(of authority: SpeakingAuthority) -> State {
        if authority.takenBack != nil { return .takenBack }
        if authority.until < today { return .ended(authority.until) }
        if let course = authority.course, training.valid(authority.user, in: course) == nil {
            return .untrained(course)
        }
        return .holds(until: authority.until)
    }

    /// Where someone stands at a school: the best of what they were given there.
    package func state(of user: Identifier<User>, at school: Identifier<School>) -> State {
        authorities(of: user).filter { $0.reaches(school) }.map(state).min { $0.rank < $1.rank } ?? .notGiven
    }

    package enum State: Sendable, Equatable {
        case holds(until: Day)
        /// Given, and waits for this training.
        case untrained(Identifier<Course>)
        case ended(Day)
        case takenBack
        case notGiven

        fileprivate var rank: Int {
            switch self {
            case .holds: 0
            case .untrained: 1
            case .ended: 2
            case .takenBack: 3
            case .notGiven: 4
            }
        }
    }
}

extension SpeakingStanding {
    /// Those of a post's writers who may not speak for a school, as the controls read it.
    ///
    /// - Parameter words: stands for exactly what is said, to the letter.
    package func speakers(
        _ writers: [(id: Identifier<User>, name: String)], at school: Identifier<School>, words: String
    ) -> Speakers {
        Speakers(
            without: writers.sorted { $0.id < $1.id }.compactMap { writer in
                let why: Speakers.Why? =
                    switch state(of: writer.id, at: school) {
                    case .holds: nil
                    case .untrained: .untrained
                    case .ended(let day): .ended(day)
                    case .takenBack, .notGiven: .notGiven
                    }
                return why.map { Speakers.Without(ref: writer.id.text, name: writer.name, why: $0) }
            }, words: words)
    }
}

/// Which of those who wrote a post may not speak for the school.
package struct Speakers: Sendable, Equatable {
    package let without: [Without]
    /// Stands for exactly what is said, so that a release counts for these words alone.
    package let words: String

    package struct Without: Sendable, Equatable {
        package let ref: String
        package let name: String
        package let why: Why

        package init(ref: String, name: String, why: Why) {
            self.ref = ref
            self.name = name
            self.why = why
        }
    }

    package enum Why: Sendable, Equatable {
        case notGiven
        case ended(Day)
        case untrained
    }

    package init(without: [Without], words: String) {
        self.without = without
        self.words = words
    }
}
