import Foundation

/// The wish of somebody who is on no roll, a visitor or a parent, not to be pictured; kept by the school with a description,
/// and found when they are named under a picture.
package struct VisitorObjection: Sendable, Equatable {
    package let id: Identifier<VisitorObjection>
    package let school: Identifier<School>
    package let given: String
    package let family: String
    /// By which colleagues know them: `grandmother of Zofia, reads with Year 2 on Fridays`.
    package let description: String
    /// The day on which they said it.
    package let saidOn: Day
    /// Of the list of those who must not be published, with it on.
    package let version: Int
    package let at: Date
    /// When it was lifted; nil: it holds.
    package let liftedAt: Date?

    package init(
        id: Identifier<VisitorObjection>, school: Identifier<School>, given: String, family: String,
        description: String, saidOn: Day, version: Int, at: Date, liftedAt: Date? = nil
    ) {
        self.id = id
        self.school = school
        self.given = given
        self.family = family
        self.description = description
        self.saidOn = saidOn
        self.version = version
        self.at = at
        self.liftedAt = liftedAt
    }

    /// As controls meet them, beside those on the roll.
    package func person(at slug: String?) -> Person {
        Person(
            ref: Self.ref(id), kind: .visitor, given: given, family: family, school: slug,
            consent: Consent(.objected))
    }

    /// By which drafts and findings know them.
    package static func ref(_ id: Identifier<VisitorObjection>) -> String { "visitor-\(id.text)" }
}
