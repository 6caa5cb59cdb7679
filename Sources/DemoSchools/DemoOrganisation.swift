import Foundation
import Governance

/// An invented organisation that lives by one of the five policies. Nothing in it is real.
package struct DemoOrganisation: Sendable {
    /// Its place in addresses, for example `harbour-view`.
    package let slug: String
    package let name: String
    /// The key of the policy it uses.
    package let policy: String
    /// Whose policy that is, as pages say it: "uses The Link School's policy".
    package let policyOwner: String
    package let pupilWord: String
    /// Any CSS colour; pages derive readable ones from it.
    package let colour: String
    package let schools: [DemoSchool]
    package let people: [DemoPerson]
    package let accounts: [DemoAccount]
    package let suppliers: [String]
    package let confidentialWords: [String]
    package let tone: String
    /// Seeds the roll's names; another seed gives another roll.
    package let seed: UInt64
    /// The share of given and family names from each list of `DemoNames`.
    package let names: DemoNames.Mix
}

package struct DemoSchool: Sendable {
    package let slug: String
    package let name: String
    package let pupils: Int
    /// Forms, youngest first.
    package let forms: [String]
    package let phone: String
    package let email: String
    package let postcode: String
}

/// Someone who signs in.
package struct DemoPerson: Sendable {
    package let key: String
    package let title: String
    package let given: String
    package let family: String
    /// What they are, as the list of people says it.
    package let post: String
    /// Role, and the school's slug or nil for the whole organisation.
    package let grants: [(role: Role, school: String?)]
    package let portrait: Portrait
    /// What they are to the school; a policy says which kinds it binds.
    package var kind: Binding.Who = .employee

    package var name: String { "\(given) \(family)" }
    package func email(at organisation: DemoOrganisation) -> String {
        """
        \(given).\(family)@\(organisation.slug).example
        """.folding(options: .diacriticInsensitive, locale: nil).lowercased()
            .replacing("'", with: "").replacing(" ", with: "")
    }

    /// A simple drawing: which of the drawn heads, and which of the four tints.
    package struct Portrait: Sendable {
        package let head: Int
        package let tint: Int
    }
}

package struct DemoAccount: Sendable {
    package let key: String
    package let name: String
    package let network: String
    package let handle: String
    package let type: Draft.AccountType
    /// The slug of the school that owns it.
    package let school: String
    package let readByChildren: Bool
}
