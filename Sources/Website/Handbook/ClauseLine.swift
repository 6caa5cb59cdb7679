import Governance

/// One clause on the policy's page: where, what, by which word, and what carries it.
package struct ClauseLine: Shows {
    package var anchor: String
    /// The ids of sections that begin here and are no clause themselves, since links lead to them too.
    package var sections: [String]
    package var at: String
    /// A heading rather than a number, which needs more room in the margin.
    package var isLong: Bool
    package var heading: String?
    package var says: String
    package var word: String?
    package var because: String?
    package var tag: Tag
    package var carried: [CarrierLine]

    package init(_ clause: Clause, in policy: Policy, headed: Bool, sections: [String]) {
        anchor = ClauseChip.anchor(clause.at, part: clause.part)
        self.sections = sections
        at = clause.at
        isLong = clause.at.count > 7
        heading = headed ? clause.heading : nil
        says = clause.says
        word = Self.word(clause)
        because = clause.because
        tag = Self.state(clause)
        carried = clause.carriers.map { CarrierLine($0, in: policy) }
    }

    private static func word(_ clause: Clause) -> String? {
        guard let word = clause.word, let breach = clause.breach else { return nil }
        let does =
            switch breach {
            case .block: "so a breach stops"
            case .hold: "so a breach waits for release"
            case .warn: "so it advises"
            }
        return "The paper’s word: \(word.rawValue), \(does)"
    }

    private static func state(_ clause: Clause) -> Tag {
        let missing = clause.carriers.filter { if case .notYet = $0 { true } else { false } }.count
        if clause.carriers.isEmpty { return Tag(.quiet, "Says what is so", icon: .fact) }
        if missing == 0 { return Tag(.clear, "Works", icon: .check) }
        return missing == clause.carriers.count ? Tag(.hold, "Not yet", icon: .notyet) : Tag(.quiet, "In part")
    }
}

/// What carries a clause out, in words.
package struct CarrierLine: Shows {
    package var icon: Icon
    package var kind: String
    package var text: String

    package init(_ carrier: Carrier, in policy: Policy) {
        switch carrier {
        case .control(let id, _, let severity, _):
            icon = .rule
            kind = "Rule:"
            let about = controlCatalogue.first { $0.id == id }?.about ?? id
            text = about + (severity.map { " (" + Self.does($0) + ")" } ?? "")
        case .duty(let duty):
            icon = .bell
            kind = "Duty:"
            text = Self.says(duty)
        case .setting(let name, let value):
            icon = .setting
            kind = "Setting:"
            text = "\(name.replacing("-", with: " ")): \(value)"
        case .route(let topic, let roles):
            icon = .route
            kind = "Route:"
            text = "\(topic.rawValue.replacing("-", with: " ")) to \(roles.map(\.title).joined(separator: ", "))"
        case .told(let place, let words):
            icon = .told
            kind = "Told \(Self.says(place)):"
            text = words
        case .fact(let name):
            icon = .fact
            kind = "Document:"
            text = policy.says(fact: name)
        case .notYet(let room, let note, _):
            icon = .notyet
            kind = "Not yet:"
            text = note ?? "comes with the room \(room.title)"
        }
    }

    private static func does(_ severity: Severity) -> String {
        switch severity {
        case .block: "stops"
        case .hold: "waits for release"
        case .warn: "advises"
        }
    }

    private static func says(_ duty: DutyKind) -> String {
        switch duty {
        case .reviewPosts: "authors look again at what they posted"
        case .takedownOrders: "what breaks the policy is taken down when asked"
        case .acknowledge: "everyone bound is asked to read each version and to say so"
        case .policyReview: "the policy is reviewed on time"
        case .train: "everyone bound is asked to be trained, and again when it ends"
        case .offerTraining: "leaders see that each school year has training for staff"
        case .teachFamilies: "leaders see that each school year has something for pupils and for parents"
        case .tellParents: "switching posting by parents on opens the task of telling them"
        case .readGuidance: "everyone bound is asked to read each edition of the guidance on safeguarding"
        case .accountDecision: "each account that is asked for is decided on by the role named"
        case .accountTelling: "each account is told to the role named before it goes live"
        case .accountOpening: "an account is opened only after that, and then looked at"
        case .accountCustody: "log-in details are kept encrypted, by those named"
        case .accountLegacy: "accounts from before are brought into order or shut"
        case .accountHandover: "when somebody leaves, their accounts are handed over or closed"
        case .staffGroups: "groups of staff have somebody who looks after them"
        case .accountFollowing: "whom an account follows is compared with the roll, where its network says so"
        case .accountPasswords: "passwords are strong, and changed in time"
        case .authorityToSpeak: "managers give the authority until a day, and say before it whether it goes on"
        case .leaverConfidentiality: "whoever leaves is reminded, and says so"
        case .askFamilies: "families are asked when a pupil joins, by mail or on paper"
        case .pictureList: "the list of those who must not be published is kept, with a number for each change"
        case .knowList: "whoever posts is asked to read each change of that list and to say so"
        case .withdrawals: "a no reaches what is on its way and what is out, at once"
        }
    }

    private static func says(_ place: ToldPlace) -> String {
        switch place {
        case .compose: "while writing"
        case .account: "when an account is taken on"
        case .acknowledgement: "when the policy is read"
        case .policy: "here"
        case .help: "in the help"
        case .conduct: "about personal accounts"
        case .families: "on the page for families"
        }
    }
}
