extension AccountList {
    /// What a column says.
    enum Column: CaseIterable {
        case network, handle, name, purpose, type, school, lead, others, audience, openness, comments, tagging,
            twoFactor
        case loginEmail, recoveryEmail, passwordChanged, privacyChecked

        init?(heading: String) {
            let plain = Evidence.normalised(heading).filter { $0.isLetter }
            guard let found = Self.allCases.first(where: { $0.words.contains { $0.filter(\.isLetter) == plain } })
            else {
                return nil
            }
            self = found
        }

        var title: String {
            switch self {
            case .network: "the platform"
            case .handle: "the address or handle"
            case .name: "the name"
            case .purpose: "the purpose"
            case .type: "whose it is"
            case .school: "the school"
            case .lead: "the lead"
            case .others: "the others who run it"
            case .audience: "whom it is for"
            case .openness: "whether it is open or closed"
            case .comments: "whether comments are on"
            case .tagging: "whether tagging is on"
            case .twoFactor: "whether a second step is on"
            case .loginEmail: "the e-mail address it is registered with"
            case .recoveryEmail: "the recovery address"
            case .passwordChanged: "when the password was changed"
            case .privacyChecked: "when the privacy settings were looked at"
            }
        }

        /// The headings by which lists call it, the plainest first.
        var words: [String] {
            switch self {
            case .network: ["platform", "network", "site", "social network", "channel"]
            case .handle: ["address", "handle", "url", "link", "account", "username", "user name", "account handle"]
            case .name: ["name", "title", "account name", "page name"]
            case .purpose: ["purpose", "aim", "what for", "description", "use"]
            case .type: ["kind", "type", "whose", "account type"]
            case .school: ["school", "academy", "site name", "establishment"]
            case .audience: ["audience", "for whom", "readers", "followers"]
            case .openness: ["open or closed", "openness", "visibility", "public or private"]
            case .comments: ["comments", "comments on", "comments allowed"]
            case .tagging: ["tagging", "tagging on", "tagging allowed"]
            case .twoFactor:
                [
                    "second step", "second step at sign-in", "two-factor", "two factor authentication", "2fa", "mfa",
                    "two step",
                ]
            case .loginEmail:
                ["registered with", "login e-mail", "log-in e-mail", "registered e-mail", "account e-mail"]
            case .recoveryEmail: ["recovery e-mail", "recovery address", "recovery e-mail address"]
            case .passwordChanged: ["password changed", "last password change", "password last changed"]
            case .privacyChecked:
                ["privacy looked at", "privacy settings", "privacy settings looked at", "privacy checked"]
            case .others: ["others", "other people", "with", "also run by", "operators", "team"]
            case .lead: ["lead", "owner", "run by", "responsible", "person responsible", "staff lead", "manager"]
            }
        }
    }

    /// What the rows are read against, found by what a cell says.
    struct Known {
        let headings: [String]
        let places: [Column: Int]
        let schools: [School]
        let schoolsByName: [String: School]
        let usersByEmail: [String: User]
        let usersByName: [String: [User]]

        init(headings: [String], columns: [Column?], schools: [School], users: [User]) {
            self.headings = headings
            self.schools = schools
            places = Dictionary(
                zip(columns, columns.indices).compactMap { column, at in column.map { ($0, at) } },
                uniquingKeysWith: min)
            schoolsByName = Dictionary(
                schools.flatMap { [(Evidence.normalised($0.name), $0), ($0.slug, $0)] },
                uniquingKeysWith: { one, _ in one })
            usersByEmail = Dictionary(users.map { ($0.email.lowercased(), $0) }, uniquingKeysWith: { one, _ in one })
            usersByName = Dictionary(grouping: users) { Evidence.normalised($0.name) }
        }
    }
}
