/// Whom a policy binds, and how far (HBK-03).
package struct Binding: Sendable, Equatable {
    package enum Who: String, Sendable, Codable, CaseIterable {
        case employee, agency, casual, contractor, consultant, officer, volunteer, parent, pupil
        case trustee, director, governor, member
        case advisoryBoard = "advisory-board"

        /// One of them, as a page says it.
        package var title: String {
            switch self {
            case .employee: "employee"
            case .agency: "agency worker"
            case .casual: "casual worker"
            case .contractor: "contractor"
            case .consultant: "consultant"
            case .officer: "officer"
            case .volunteer: "volunteer"
            case .parent: "parent or carer"
            case .pupil: "pupil"
            case .trustee: "trustee"
            case .director: "director"
            case .governor: "governor"
            case .member: "member of the trust"
            case .advisoryBoard: "member of an advisory board"
            }
        }
    }
    package enum Extent: String, Sendable, Codable, CaseIterable {
        /// Must acknowledge, train and obey.
        case full
        /// Keeps to it in spirit.
        case spirit
        /// Only when running an account for the school.
        case runningAnAccount = "running-an-account"
        /// The standard of behaviour is asked of them.
        case behaviour
    }
    package var who: Who
    package var extent: Extent
    /// The section that says so.
    package var at: String

    package init(who: Who, extent: Extent, at: String) {
        self.who = who
        self.extent = extent
        self.at = at
    }
}

/// What a route of a policy is about; fixed, so that pages and tasks can ask for it.
package enum RouteTopic: String, Sendable, Codable, CaseIterable {
    /// Misuse of social media, incidents.
    case misuse
    /// A mistake of one's own on a school account, and advice about it.
    case mistakes
    /// Something that may be illegal.
    case illegal
    /// Abuse by colleagues.
    case colleagues
    /// Questions about the policy.
    case questions
    /// Staff groups on social media.
    case groups
    /// Enquiries by journalists.
    case press
    /// A statement someone is unsure of, before it is posted.
    case uncertain
    /// Content that may be controversial.
    case controversial
    /// Applications for accounts, or the telling before one goes live.
    case accounts
    /// Log-in details.
    case logins
    /// Fake accounts and bad posts of others.
    case impostors
    /// A compromising picture.
    case compromisingPicture = "compromising-picture"
    /// Content about the school seen online.
    case seenOnline = "seen-online"
    /// Who answers for the policy overall.
    case oversight
    /// Who delivers it from day to day.
    case delivery
    /// Who reviews it.
    case review
    case aboutHeadteacher = "about-headteacher"
    case aboutExecutive = "about-executive"
    case aboutCEO = "about-ceo"
    /// Contact that needs leave or talk first.
    case contact
}

/// Duties the product can open tasks for; a policy file names them after `duty:`.
package enum DutyKind: String, Sendable, Codable, CaseIterable {
    /// Authors look again at what they posted (PUB-16).
    case reviewPosts = "publishing.review-posts"
    /// Content in breach is taken down when asked (PUB-17).
    case takedownOrders = "publishing.takedown-orders"
    /// The policy itself is reviewed on time (HBK-02).
    case policyReview = "handbook.policy-review"
    /// Everyone bound is asked to read each version and to say so (HBK-06, HBK-15).
    case acknowledge = "handbook.acknowledge"
    /// A named role decides on each account that is asked for (ACC-03).
    case accountDecision = "accounts.decision"
    /// A named role is told of an account before it goes live, and no more is asked (ACC-03).
    case accountTelling = "accounts.telling"
    /// An account is opened only after that, and then looked at and reviewed (ACC-05).
    case accountOpening = "accounts.opening"
    /// Log-in details are kept by those named (ACC-06).
    case accountCustody = "accounts.custody"
    /// Accounts that were there before are brought into order or shut (ACC-05, ACC-07).
    case accountLegacy = "accounts.legacy"
    /// An account whose lead leaves is handed over or closed (ACC-09).
    case accountHandover = "accounts.handover"
    /// Groups of staff have somebody who answers for what is in them, and looks (ACC-12).
    case staffGroups = "accounts.groups"
    /// Whom an account follows is compared with the roll, so that it follows no learner (ACC-11).
    case accountFollowing = "accounts.following"
    /// Passwords are strong and changed, and privacy settings looked at (ACC-15).
    case accountPasswords = "accounts.passwords"
    /// Whoever leaves is reminded that what is confidential stays so (CON-06).
    case leaverConfidentiality = "conduct.leavers"
    /// Managers give the authority to speak for the school until a day, and say before it whether it goes on (CON-07).
    case authorityToSpeak = "conduct.authority-to-speak"

    /// Families are asked about pictures when their child joins (IMG-09).
    case askFamilies = "consent.ask-families"
    /// The list of those who must not be published is kept, by the role that is named (IMG-03).
    case pictureList = "consent.do-not-publish-list"
    /// Whoever posts says that they know each change of that list (IMG-03).
    case knowList = "consent.know-the-list"
    /// A no reaches what is on its way, and what is out (IMG-07).
    case withdrawals = "consent.withdrawals"

    /// Whoever is bound does the training that fits, and again when it no longer counts (HBK-07).
    case train = "handbook.train"
    /// Leaders see that there is training or a briefing for staff each school year (HBK-13).
    case offerTraining = "handbook.offer-training"
    /// Pupils are taught and parents informed each school year (HBK-12).
    case teachFamilies = "handbook.teach-families"
    /// Everyone bound reads each edition of the statutory guidance on safeguarding and says so (HBK-16).
    case readGuidance = "handbook.read-guidance"
    /// Parents who can post on a learning platform are told what is acceptable there (HBK-14).
    case tellParents = "handbook.tell-parents"

    /// The rows of the table of duties that it alone carries, of a clause that names one of them; nil: those of its room.
    package var carries: Set<String>? {
        switch self {
        case .acknowledge: ["HBK-06", "HBK-15"]
        case .train: ["HBK-07"]
        case .offerTraining: ["HBK-13"]
        case .teachFamilies: ["HBK-12"]
        case .readGuidance: ["HBK-16"]
        case .tellParents: ["HBK-14"]
        case .authorityToSpeak: ["CON-07", "HBK-07"]
        case .askFamilies: ["IMG-09"]
        case .pictureList, .knowList: ["IMG-03"]
        case .withdrawals: ["IMG-07"]
        default: nil
        }
    }
}
