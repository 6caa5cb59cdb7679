/// How many accounts there may be on one network (ACC-07).
package struct HowMany: Control {
    package static let id = "accounts.how-many"
    package static let about =
        "Counts a school’s accounts of one kind on one network; a sixth form’s, and each person’s own, count for themselves."
    package static let parameters = [
        Parameter("most", .number(1...20), fallback: .number(1), about: "How many at most."),
        Parameter(
            "types", .choices(Draft.AccountType.allCases.map(\.rawValue)), fallback: .words(["school_main"]),
            about: "The kinds of account that are counted."),
    ]
    package static let codes = ["account_second"]

    private let most: Int
    private let types: [String]

    package init(_ arguments: Arguments) {
        most = arguments.number("most")
        types = arguments.words("types")
    }

    package func examine(_ act: OpenAccount) -> [Observation] {
        let asked = act.asked
        guard types.contains(asked.type.rawValue) else { return [] }
        let same = act.others.filter {
            $0.network == asked.network && $0.type == asked.type && $0.forSixthForm == asked.forSixthForm
                && (asked.type != .individual || $0.lead == asked.lead)
        }
        guard same.count >= most, let first = same.first else { return [] }
        return [
            Observation(
                "account_second", at: Place("network"), evidence: asked.network.rawValue, basis: .record,
                says: "There is an account on \(asked.network.title) already: \(first.name).",
                advice: "Use that one, or say why a second is needed.")
        ]
    }

    private static func other(_ network: Network, _ type: Draft.AccountType = .schoolMain) -> OtherAccount {
        OtherAccount(name: "Quay on \(network.title)", network: network, type: type, lead: Identifier("u9"))
    }

    package static let examples: [ControlExample<OpenAccount>] = [
        .init("the first", .example(), finds: []),
        .init("the first on this network", .example { $0.others = [other(.instagram)] }, finds: []),
        .init("a department's beside the school's", .example { $0.others = [other(.x, .department)] }, finds: []),
        .init(
            "the sixth form's beside the school's",
            .example {
                $0.others = [other(.x)]
                $0.asked.forSixthForm = true
            }, finds: []),
        .init(
            "another person's own", with: ["types": .words(["individual"])],
            .example {
                $0.others = [other(.x, .individual)]
                $0.asked.type = .individual
            }, finds: []),
        .init("a second", .example { $0.others = [other(.x)] }, finds: ["account_second"]),
        .init(
            "a second of the same person", with: ["types": .words(["individual"])],
            .example {
                $0.others = [other(.x, .individual)]
                $0.asked.type = .individual
                $0.asked.lead = Identifier("u9")
            }, finds: ["account_second"]),
    ]
}
