/// Something online that worries somebody about a child, as far as it is kept here: what kind of thing it is, and from
/// which page it was raised; never what was seen, nor of whom (HBK-16). The rest is said in person.
package struct Concern: Sendable, Equatable {
    /// The four kinds that LINK 3.4 tells apart; asked under every policy.
    package enum About: String, Sendable, Codable, CaseIterable {
        case ownActivity = "own-activity"
        case others
        case learnedOnline = "learned-online"
        /// Missing from education, exploitation, female genital mutilation, radicalisation.
        case statutory

        /// What it is about, as a page goes on after “About”.
        package var inWords: String {
            switch self {
            case .ownActivity: "what they did online, or were drawn into, themselves"
            case .others: "what a child or a colleague does online"
            case .learnedOnline: "something about a child that they saw or learned online"
            case .statutory: "a child missing from education, exploitation, female genital mutilation or extremism"
            }
        }
    }

    package var about: About
    /// The page from which it was raised, as an address within the organisation: `/posts/…`; nil: from none.
    package var page: String?
    /// Who is told: the safeguarding lead, or whoever stands in where there is none but the one who is worried.
    package var role: Role
    /// Where that role is held; nil: in the whole organisation.
    package var places: [Identifier<School>?]

    package init(about: About, page: String?, role: Role, places: [Identifier<School>?]) {
        self.about = about
        self.page = page
        self.role = role
        self.places = places
    }

    /// Who may be told at all, the first that somebody else holds: ours, where a paper does not say.
    package static let hearers: [Role] = [.dsl] + Releasing.ladder(from: .headteacher)

    /// Whether someone with this authority hears it.
    package func isHeard(by authority: Authority) -> Bool {
        places.contains { authority.holds(role, at: $0) }
    }
}

extension Concern {
    /// As the record keeps it.
    package var recorded: RecordValue {
        [
            "about": .text(about.rawValue), "page": RecordValue(page), "role": .text(role.rawValue),
            "places": .list(places.map { RecordValue($0?.text) }),
        ]
    }

    /// Nil for what this release cannot read.
    package init?(_ recorded: RecordValue?) {
        guard let about = recorded?["about"]?.text.flatMap(About.init(rawValue:)),
            let role = recorded?["role"]?.text.flatMap(Role.init(rawValue:)),
            case .list(let places) = recorded?["places"]
        else { return nil }
        self.init(
            about: about, page: recorded?["page"]?.text, role: role,
            places: places.map { $0.text.map { Identifier($0) } })
    }
}

extension Event.Kind {
    package static let concernRaised = Self("handbook.concern-raised")
    package static let concernHeard = Self("handbook.concern-heard")
}

extension NewTask.Kind {
    /// To speak at once with somebody who is worried about a child.
    package static let hearConcern = Self("safeguarding.hear-concern")
    /// To read what to do with a picture that is locked, and to speak with whoever locked it.
    package static let seeToLockedPicture = Self("safeguarding.see-to-locked-picture")
    /// Those that stand before all others: a child may be in danger.
    package static let concerns: [Self] = [.hearConcern, .seeToLockedPicture]
}

extension NewNotice.Kind {
    /// Somebody is worried about a child; it comes in quiet hours too.
    package static let concernRaised = Self("safeguarding.concern-raised")
}

extension RecordSubject.Kind {
    package static let concern = Self("concern")
}
