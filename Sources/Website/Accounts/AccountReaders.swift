import Governance

extension WhoMay {
    /// Who sees which accounts there are; of which schools, `AccountReach` says.
    static let accountReaders = WhoMay.roles(Set(AccountReach.roles))
}
