/// Every control over the act of having an account.
package let accountControls: [ControlEntry<OpenAccount>] = [
    ControlEntry(Applicant.self),
    ControlEntry(BusinessCase.self),
    ControlEntry(Operators.self),
    ControlEntry(OperatorsReady.self),
    ControlEntry(Networks.self),
    ControlEntry(AccountTypes.self),
    ControlEntry(HowMany.self),
    ControlEntry(SeparateAccount.self),
    ControlEntry(SchoolEmail.self),
    ControlEntry(CommentsOff.self),
    ControlEntry(TaggingOff.self),
]

/// What the product keeps where a policy is silent about accounts: nothing, so far.
package let accountOurs: [OursRule] = []
