import Actions
import Foundation
import Governance

/// One request, as a handler sees it: where, who, when, and what was sent.
package struct Visit: Sendable {
    package let site: Site
    package let organisation: OrganisationShown?
    package let visitor: Visitor?
    /// The session's token that every form carries back.
    package let csrf: String
    package let now: Date
    /// The number that an error page shows and the log holds.
    package let reference: String
    /// What waits in a room, for the navigation.
    package var waiting: [SiteURL: Int] = [:]
    /// Pieces of the address by name.
    package var parts: [String: String] = [:]
    package var query = Form()
    package var form = Form()
    /// Where the request came from, for throttling; a proxy's word only when it is trusted.
    package var address: String?
    /// The page of this organisation from which the visitor comes, as `/posts/…`, by the browser's own word; nil: from none.
    package var cameFrom: String?
    /// What the browser says of itself.
    package var device = ""
    /// Which part of a film it wants.
    var range: String?
    /// The console's token, when this browser goes on with set-up.
    package var setUpToken: String?
    /// The secret of a sign-in that is on its way in this browser.
    package var step: String?
    /// The cookie of a session that counts no more.
    var lostCookie: String?
    var arrival: Arrival?
    var session: Session?

    package init(
        site: Site, organisation: OrganisationShown? = nil, visitor: Visitor? = nil, csrf: String = "", now: Date,
        reference: String = ""
    ) {
        self.site = site
        self.organisation = organisation
        self.visitor = visitor
        self.csrf = csrf
        self.now = now
        self.reference = reference
    }

    /// A link within the visited organisation.
    package func link(_ url: SiteURL) -> String { url.link(in: organisation?.key ?? "") }

    package var surroundings: Surroundings {
        Surroundings(
            school: organisation?.name ?? "", word: organisation?.pupilWord ?? PupilWord(), csrf: csrf,
            organisation: organisation?.key)
    }
}

/// The organisation whose pages are visited, as far as every page shows it.
package struct OrganisationShown: Shows {
    /// Its key in addresses.
    package var key: String
    package var name: String
    /// `uses The Link School’s policy`; nil when it has none in force.
    package var usesPolicy: String?
    /// The sentence at the foot: which version is in force, since when.
    package var policyInForce: String
    package var demonstration: Bool
    package var pupilWord: PupilWord
    package var colour: SchoolColour?
    /// How to reach the designated safeguarding lead, in the school's words.
    package var dslContact: String?
    /// Whom to ask about what, at the foot of every page (HBK-09).
    package var questions: [Question]

    package struct Question: Shows {
        package var text: String
        package var small: String
    }

    package init(
        key: String, name: String, usesPolicy: String? = nil, policyInForce: String = "", demonstration: Bool = false,
        pupilWord: PupilWord = PupilWord(), colour: SchoolColour? = nil, dslContact: String? = nil,
        questions: [Question] = []
    ) {
        self.key = key
        self.name = name
        self.usesPolicy = usesPolicy
        self.policyInForce = policyInForce
        self.demonstration = demonstration
        self.pupilWord = pupilWord
        self.colour = colour
        self.dslContact = dslContact
        self.questions = questions
    }
}

/// The word a school uses for a pupil.
package struct PupilWord: Shows, Equatable {
    package var one: String
    package var many: String
    package init(one: String = "pupil", many: String = "pupils") {
        self.one = one
        self.many = many
    }

    /// With the plural that the word has.
    package init(_ one: String) {
        let irregular = ["child": "children", "young person": "young people"]
        self.init(one: one, many: irregular[one.lowercased()] ?? one + "s")
    }

    package var capital: String { many.capitalisedFirst }
}

/// Someone signed in.
package struct Visitor: Shows {
    package var id: String
    package var name: String
    /// For the round mark beside the name.
    package var initials: String
    /// Which of the five shapes the mark has.
    package var shape: Int
    package private(set) var roles: Set<Role>
    /// Those of them that hold for the whole organisation.
    package private(set) var rolesEverywhere: Set<Role>
    /// The roles as words.
    package var says: String

    /// - Parameter everywhere: the roles for the whole organisation; nil: all of them.
    package init(id: String, name: String, roles: Set<Role>, everywhere: Set<Role>? = nil) {
        self.id = id
        self.name = name
        self.roles = roles
        rolesEverywhere = everywhere ?? roles
        initials = name.split(separator: " ").compactMap(\.first).map(String.init).prefix(2).joined()
        shape = Int(name.utf8.reduce(0) { ($0 &* 31 &+ UInt32($1)) & 0xffff } % 5) + 1
        says = roles.sorted().map(\.title).joined(separator: ", ")
    }

    package var givenName: String { name.split(separator: " ").first.map(String.init) ?? name }
}

extension Visit {
    /// The organisation in which actions are performed.
    package var work: Organisation {
        get throws {
            guard let organisation = arrival?.organisation else { throw TurnedAway.notFound }
            return organisation
        }
    }

    /// Who is signed in.
    package var me: SignedIn {
        get throws {
            guard let signedIn = session?.signedIn else { throw TurnedAway.signInFirst }
            return signedIn
        }
    }

    /// Who acts, for the record.
    package var actor: Actor {
        get throws { .user(try me.user.id) }
    }

    /// A piece of the address; empty when the route has none of that name.
    package func part(_ name: String) -> String { parts[name] ?? "" }
}
