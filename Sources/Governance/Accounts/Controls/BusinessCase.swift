/// The points that an application must make before anybody decides on it (ACC-01).
package struct BusinessCase: Control {
    package static let id = "accounts.business-case"
    package static let about =
        "Asks an application for the points that the policy wants made, and names each one missing; what the register keeps of "
        + "them is not taken away later."
    package static let parameters = [
        Parameter(
            "points", .choices(Point.allCases.map(\.rawValue)),
            about: "Which points an application must make.")
    ]
    package static let codes = Point.allCases.map(\.code)

    private enum Point: String, CaseIterable {
        case aim, audience, promotion, operators, openness, reason, talk, teaching

        var code: String { "case_\(rawValue)_missing" }

        var says: (says: String, advice: String) {
            switch self {
            case .aim: ("The application does not say what the account is for.", "Say its aim in a sentence.")
            case .audience:
                ("The application does not say whom the account is meant for.", "Name its audience, such as families.")
            case .promotion:
                (
                    "The application does not say how people will hear of the account.",
                    "Say how it will be made known, such as by the newsletter."
                )
            case .operators:
                ("The application does not say who will run the account.", "Name those who will run it.")
            case .openness:
                (
                    "The application does not say whether the account will be open or closed.",
                    "Choose whether everybody can read it."
                )
            case .reason:
                (
                    "The application gives no strong reason of teaching or of business.",
                    "Say in five words or more why the account is needed."
                )
            case .talk:
                (
                    "The application does not say that it was talked over with the headteacher.",
                    "Talk it over first, then write when that was and what was said."
                )
            case .teaching:
                (
                    "It is for teaching, and the application does not say that this was thought through.",
                    "Say which class it is for, how old they are, and what could go wrong."
                )
            }
        }

        func isMade(in asked: AccountCase) -> Bool {
            switch self {
            case .aim: words(asked.aim) > 0
            case .audience: words(asked.audience) > 0
            case .promotion: words(asked.promotion) > 0
            case .operators: !asked.operators.isEmpty
            case .openness: asked.openness != nil
            case .reason: words(asked.reason) > 4
            case .talk: words(asked.talk) > 0
            case .teaching: asked.type != .teaching || isThoughtThrough(asked.teaching)
            }
        }

        /// Whether the register keeps it of the account, where it may be changed later.
        var isKept: Bool {
            switch self {
            case .aim, .audience, .promotion, .openness: true
            case .operators, .reason, .talk, .teaching: false
            }
        }

        private func isThoughtThrough(_ said: TeachingConsideration?) -> Bool {
            guard let said else { return false }
            return [said.group, said.ages, said.risks].allSatisfy { words($0) > 0 }
        }

        private func words(_ text: String) -> Int {
            text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
        }
    }

    private let points: [Point]

    package init(_ arguments: Arguments) {
        points = arguments.words("points").compactMap(Point.init(rawValue:))
    }

    package func examine(_ act: OpenAccount) -> [Observation] {
        guard act.step != .opening else { return [] }
        return points.filter { (act.step != .changing || $0.isKept) && !$0.isMade(in: act.asked) }.map { point in
            Observation(
                point.code, at: Place(point.rawValue), evidence: point.rawValue, basis: .record, says: point.says.says,
                advice: point.says.advice)
        }
    }

    private static let five: [String: ParameterValue] = [
        "points": .words(["aim", "audience", "promotion", "operators", "openness"])
    ]

    private static let taught: [String: ParameterValue] = ["points": .words(["teaching"])]

    package static let examples: [ControlExample<OpenAccount>] = [
        .init("all five points", with: five, .example(), finds: []),
        .init("a point nobody asks", with: ["points": .words(["aim"])], .example { $0.asked.talk = "" }, finds: []),
        .init(
            "no talk at a later change, for the register keeps none", with: ["points": .words(["talk"])],
            .example(.changing) { $0.asked.talk = "" }, finds: []),
        .init("no teaching, so nothing of it is asked", with: taught, .example(), finds: []),
        .init(
            "teaching that was thought through", with: taught,
            .example {
                $0.asked.type = .teaching
                $0.asked.teaching = TeachingConsideration(group: "8B", ages: "12 and 13", risks: "Replies: closed")
            }, finds: []),
        .init("nothing new is said at its opening", with: five, .example(.opening) { $0.asked.aim = "" }, finds: []),
        .init(
            "its aim taken away later", with: five, .example(.changing) { $0.asked.aim = "" },
            finds: ["case_aim_missing"]),
        .init(
            "teaching of which nothing was said", with: taught, .example { $0.asked.type = .teaching },
            finds: ["case_teaching_missing"]),
        .init(
            "teaching without its risks", with: taught,
            .example(.deciding) {
                $0.asked.type = .teaching
                $0.asked.teaching = TeachingConsideration(group: "8B", ages: "12 and 13", risks: " ")
            }, finds: ["case_teaching_missing"]),
        .init("no aim", with: five, .example { $0.asked.aim = " \n" }, finds: ["case_aim_missing"]),
        .init("no audience", with: five, .example { $0.asked.audience = "-" }, finds: ["case_audience_missing"]),
        .init(
            "no word of how it will be made known", with: five, .example { $0.asked.promotion = "" },
            finds: ["case_promotion_missing"]),
        .init("nobody to run it", with: five, .example { $0.asked.operators = [] }, finds: ["case_operators_missing"]),
        .init(
            "neither open nor closed", with: five, .example { $0.asked.openness = nil },
            finds: ["case_openness_missing"]),
        .init(
            "a trivial reason", with: ["points": .words(["reason"])], .example { $0.asked.reason = "For fun" },
            finds: ["case_reason_missing"]),
        .init(
            "no talk with the headteacher", with: ["points": .words(["talk"])],
            .example(.deciding) { $0.asked.talk = "" }, finds: ["case_talk_missing"]),
    ]
}
