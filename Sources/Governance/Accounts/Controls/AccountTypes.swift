/// Whose accounts there may be (ACC-07).
package struct AccountTypes: Control {
    package static let id = "accounts.types"
    package static let about =
        "Refuses an account of a kind that the policy does not welcome, such as a department's own."
    package static let parameters = [
        Parameter(
            "allowed", .choices(Draft.AccountType.allCases.map(\.rawValue)), about: "The kinds that are welcome.")
    ]
    package static let codes = ["account_type_not_allowed"]

    private let allowed: [String]

    package init(_ arguments: Arguments) { allowed = arguments.words("allowed") }

    package func examine(_ act: OpenAccount) -> [Observation] {
        guard !allowed.contains(act.asked.type.rawValue) else { return [] }
        let whose =
            switch act.asked.type {
            case .schoolMain: "This is a school’s main account"
            case .department: "This is a department’s account"
            case .friends: "This is an account of friends of the school"
            case .individual: "This is one person’s account"
            case .teaching: "This is an account for teaching"
            }
        return [
            Observation(
                "account_type_not_allowed", at: Place("type"), evidence: act.asked.type.rawValue, basis: .record,
                says: "\(whose), and the policy has none of these.",
                advice: act.asked.existing == nil
                    ? "Post on the school’s main account instead." : "Close it, and post on the school’s main account.")
        ]
    }

    private static let main: [String: ParameterValue] = ["allowed": .words(["school_main"])]
    private static let welcoming: [String: ParameterValue] = [
        "allowed": .words(["school_main", "department", "friends"])
    ]

    package static let examples: [ControlExample<OpenAccount>] = [
        .init("the school's own", with: main, .example(), finds: []),
        .init(
            "a department's, where they are welcome", with: welcoming, .example { $0.asked.type = .department },
            finds: []),
        .init("friends', where they are welcome", with: welcoming, .example { $0.asked.type = .friends }, finds: []),
        .init(
            "a department's", with: main, .example { $0.asked.type = .department }, finds: ["account_type_not_allowed"]),
        .init(
            "friends of the school", with: main, .example { $0.asked.type = .friends },
            finds: ["account_type_not_allowed"]),
        .init(
            "a department's that exists already", with: main,
            .example {
                $0.asked.type = .department
                $0.asked.existing = Identifier("a1")
            }, finds: ["account_type_not_allowed"]),
    ]
}
