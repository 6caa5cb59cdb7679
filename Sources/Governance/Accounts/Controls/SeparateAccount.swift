/// A school's account is nobody's personal one (ACC-08).
package struct SeparateAccount: Control {
    package static let id = "accounts.separate"
    package static let about = "Refuses somebody’s personal account that is offered as the school’s."
    package static let parameters: [Parameter] = []
    package static let codes = ["personal_account_offered"]

    package init(_ arguments: Arguments) {}

    package func examine(_ act: OpenAccount) -> [Observation] {
        guard act.asked.isPersonal || act.details.isPersonal == true else { return [] }
        return [
            Observation(
                "personal_account_offered", at: Place("personal"), evidence: act.asked.name, basis: .record,
                says: "This is somebody’s personal account, and the school’s must be wholly apart from it.",
                advice: "Set up an account of its own for the school.")
        ]
    }

    package static let examples: [ControlExample<OpenAccount>] = [
        .init("an account of its own", .example(), finds: []),
        .init("one person's, set up for the school", .example { $0.asked.type = .individual }, finds: []),
        .init("opened apart", .example(.opening) { $0.details.isPersonal = false }, finds: []),
        .init("a personal account", .example { $0.asked.isPersonal = true }, finds: ["personal_account_offered"]),
        .init(
            "a personal account at its opening", .example(.opening) { $0.details.isPersonal = true },
            finds: ["personal_account_offered"]),
        .init(
            "a personal account that exists",
            .example {
                $0.asked.isPersonal = true
                $0.asked.existing = Identifier("a1")
            }, finds: ["personal_account_offered"]),
    ]
}
