/// Whoever runs an account has read the policy and is trained, employee or not (ACC-04).
package struct OperatorsReady: Control {
    package static let id = "accounts.operators-ready"
    package static let about =
        "Asks of everyone who runs an account, employee or not, that they have read the policy and are trained: at the decision and at every later change."
    package static let parameters = [
        Parameter(
            "needs", .choices(["read", "trained"]), fallback: .words(["read", "trained"]),
            about: "What must be on record of each.")
    ]
    package static let codes = ["operator_unread", "operator_untrained"]

    private let asksReading: Bool
    private let asksTraining: Bool

    package init(_ arguments: Arguments) {
        asksReading = arguments.words("needs").contains("read")
        asksTraining = arguments.words("needs").contains("trained")
    }

    package func examine(_ act: OpenAccount) -> [Observation] {
        // Whoever asks hears of it; what must be in order is in order when somebody decides.
        let certainty: Observation.Certainty = act.step == .asking ? .slight : .plain
        return act.operators.flatMap { person in
            let seen = { (code: String, says: String, advice: String) in
                Observation(
                    code, certainty, refs: [person.user.text], at: Place("operators"), evidence: person.user.text,
                    basis: .record, says: "\(person.name) \(says)", advice: advice)
            }
            var found: [Observation] = []
            if asksReading, !person.hasRead {
                found.append(
                    seen(
                        "operator_unread", "has not said that they have read the policy.",
                        "Ask them to read it and to say so; it is on their first page."))
            }
            if asksTraining, person.isTrained != true {
                found.append(
                    seen(
                        "operator_untrained", "has no training on record.",
                        "Arrange it, or name somebody who has been trained."))
            }
            return found
        }
    }

    package static let examples: [ControlExample<OpenAccount>] = [
        .init("all have read and are trained", .example(.deciding), finds: []),
        .init(
            "untrained, where only reading is asked", with: ["needs": .words(["read"])],
            .example(.deciding) { $0.operators[0].isTrained = false }, finds: []),
        .init("nobody named", .example(.deciding) { $0.operators = [] }, finds: []),
        .init("has not read it", .example(.deciding) { $0.operators[0].hasRead = false }, finds: ["operator_unread"]),
        .init(
            "nobody knows of training", .example(.deciding) { $0.operators[1].isTrained = nil },
            finds: ["operator_untrained"]),
        .init(
            "a parent is held to the same, at a later change",
            .example(.changing) {
                $0.operators.append(AccountOperator(user: Identifier("u3"), name: "Ana Reis", kind: .parent))
            }, finds: ["operator_unread", "operator_untrained"]),
        .init("who asks is told", .example { $0.operators[0].hasRead = false }, finds: ["operator_unread"]),
    ]
}
