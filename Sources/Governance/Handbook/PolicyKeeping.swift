extension Authority {
    /// Whether its holder may bring in, approve and put in force the policy of a school; nil: the organisation's.
    ///
    /// In an organisation that is one school, who heads the school keeps the organisation's policy.
    package func keepsPolicy(of school: Identifier<School>?, among schools: [School]) -> Bool {
        let only = schools.count == 1 ? schools.first?.id : nil
        return holds(.administrator, .headteacher, .trustCEO, .trustExecutive, at: school ?? only)
    }
}
