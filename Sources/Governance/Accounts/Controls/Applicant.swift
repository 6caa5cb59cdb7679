/// Who may ask for an account.
package struct Applicant: Control {
    package static let id = "accounts.applicant"
    package static let about = "Lets only members of staff ask for an account, where a policy speaks of them alone."
    package static let parameters: [Parameter] = []
    package static let codes = ["applicant_not_staff"]

    package init(_ arguments: Arguments) {}

    package func examine(_ act: OpenAccount) -> [Observation] {
        guard act.step == .asking || act.step == .deciding, !act.applicant.isStaff else { return [] }
        return [
            Observation(
                "applicant_not_staff", at: Place("name"), evidence: act.applicant.rawValue, basis: .record,
                says:
                    "An account is asked for by a member of staff, and this is the request of a \(act.applicant.title).",
                advice: "Ask a member of staff to put it forward.")
        ]
    }

    package static let examples: [ControlExample<OpenAccount>] = [
        .init("an employee", .example(), finds: []),
        .init("an agency worker", .example { $0.applicant = .agency }, finds: []),
        .init("a parent, once it is open", .example(.changing) { $0.applicant = .parent }, finds: []),
        .init("a parent", .example { $0.applicant = .parent }, finds: ["applicant_not_staff"]),
        .init("a volunteer", .example { $0.applicant = .volunteer }, finds: ["applicant_not_staff"]),
        .init(
            "a governor, at the decision", .example(.deciding) { $0.applicant = .governor },
            finds: [
                "applicant_not_staff"
            ]),
    ]
}
