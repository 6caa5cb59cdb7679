/// How many members of staff run an account (ACC-02).
package struct Operators: Control {
    package static let id = "accounts.operators"
    package static let about =
        "Counts the members of staff who are named to run an account, and asks for enough of them."
    package static let parameters = [
        Parameter("staff", .number(1...10), fallback: .number(2), about: "How many members of staff at least.")
    ]
    package static let codes = ["operators_too_few"]

    private let least: Int

    package init(_ arguments: Arguments) { least = arguments.number("staff") }

    package func examine(_ act: OpenAccount) -> [Observation] {
        let staff = act.operators.filter(\.kind.isStaff)
        guard staff.count < least else { return [] }
        let named =
            staff.isEmpty
            ? "No member of staff is named to run it"
            : staff.count == 1 ? "One member of staff is named to run it" : "Only \(staff.count) members of staff are"
        return [
            Observation(
                "operators_too_few", at: Place("operators"), evidence: String(staff.count), basis: .record,
                says: "\(named), and there must be \(least).", advice: "Name another member of staff.")
        ]
    }

    package static let examples: [ControlExample<OpenAccount>] = [
        .init("two members of staff", .example(), finds: []),
        .init(
            "one, where one is enough", with: ["staff": .number(1)], .example { $0.operators.removeLast() }, finds: []),
        .init(
            "two and a parent",
            .example { $0.operators.append(AccountOperator(user: Identifier("u3"), name: "P", kind: .parent)) },
            finds: []),
        .init("one name", .example { $0.operators.removeLast() }, finds: ["operators_too_few"]),
        .init("one and a parent", .example { $0.operators[1].kind = .parent }, finds: ["operators_too_few"]),
        .init("nobody, at a later change", .example(.changing) { $0.operators = [] }, finds: ["operators_too_few"]),
    ]
}
