import Foundation
import Governance
import Store

/// A parent answers by a link, for one child or for all of its address, and the link is used up. They say for which
/// places yes and for which no; withdrawing is the same form. Where several parents have the address, a no counts for each
/// of them, and a yes for the one whose name is signed. For a child who has left, as long as something that shows them is
/// out, there is only a no, which takes it down.
package struct AnswerByLink: Sendable {
    package struct Child: Sendable {
        package var person: Identifier<Person>
        package var allowed: Set<Consent.Channel>

        package init(_ person: Identifier<Person>, allowing allowed: Set<Consent.Channel>) {
            self.person = person
            self.allowed = allowed
        }
    }

    package var link: String
    package var children: [Child]
    /// As whoever answers writes it; kept beside the name that is on record for the address. Whoever says no to all may
    /// leave it out: taking back is no harder than giving.
    /// What is written tells several parents of one address apart.
    package var name: String
    package var wording: String
    package var language: String

    package init(link: String, children: [Child], name: String, wording: String, language: String) {
        self.link = link
        self.children = children
        self.name = name
        self.wording = wording
        self.language = language
    }

    package func perform(in organisation: Organisation) async throws {
        let name = trimmed(name)
        let isAllNo = children.allSatisfy(\.allowed.isEmpty)
        guard isAllNo || !name.isEmpty, name.count <= 200 else { throw ActionError.invalid("name", "Write your name") }
        guard !children.isEmpty else { throw ActionError.invalid("answer", "Answer for each place") }
        try await organisation.change(by: .visitor) { tx in
            guard let used = try tx.usePictureLink(tokenHash(link)) else { throw ActionError.notFound }
            let pupils = try tx.pupils(ofParent: used.email)
            try tx.keepFamilyLanguage(language, of: used.email)
            var changes = ConsentChanges(organisation, tx)
            for child in children {
                guard let pupil = pupils.first(where: { $0.entry.id == child.person }) else {
                    throw ActionError.notFound
                }
                guard pupil.outSinceLeaving == nil || child.allowed.isEmpty else {
                    throw ActionError.conflict("Who has left is shown nowhere anew: there is only a no")
                }
                for parent in try pupil.speaking(allowing: child.allowed, signed: name, among: pupils) {
                    let giver = ConsentAnswer.Giver.parent(parent)
                    try changes.note(
                        ConsentAnswer(
                            person: child.person, giver: giver,
                            consent: tx.consent(
                                allowing: child.allowed, until: nil, of: child.person, by: giver,
                                on: Day(of: tx.now), at: tx.school(slug: pupil.entry.person.school), organisation),
                            way: .link, wording: wording, language: language, signedAs: name.isEmpty ? nil : name,
                            on: Day(of: tx.now), at: tx.now, by: .visitor))
                }
            }
            try changes.settle()
            return changes.recorded(())
        }
        try await organisation.noteDue()
    }
}

/// Several parents have the address of a link, and nobody can tell which of them says yes.
package struct UnclearParent: Error, Sendable, Equatable {}

extension PictureLinkPupil {
    /// For whom of those at the address an answer counts.
    /// - Parameter all: the pupils of the address.
    /// - Throws: `UnclearParent` where a yes is signed by nobody of them, or may be by two; or, for the child of one
    ///   parent, by another who shares the address and is a parent of other children only.
    fileprivate func speaking(
        allowing allowed: Set<Consent.Channel>, signed: String, among all: [PictureLinkPupil]
    ) throws -> [String] {
        guard !allowed.isEmpty, Set(all.flatMap(\.parents)).count > 1 else { return parents }
        let signing = parents.filter { TypedName.isSignature(signed, of: $0) }
        if parents.count == 1 {
            let others = all.flatMap(\.parents)
            guard !signing.isEmpty || !others.contains(where: { TypedName.isSignature(signed, of: $0) }) else {
                throw UnclearParent()
            }
            return parents
        }
        guard signing.count == 1 else { throw UnclearParent() }
        return signing
    }
}

/// A pupil whom a parent's link is about.
package struct LinkedPupil: Sendable, Equatable {
    package let id: Identifier<Person>
    package let person: Person
    /// Whether several parents have the address, of one child or of several.
    package let isShared: Bool
    /// How many posts that show somebody who has left are out; nil: they are on the roll.
    package let outSinceLeaving: Int?
}

extension Organisation {
    /// What a parent's link opens: until when, and for whom. Opening it changes nothing. Nil when it does not count.
    package func pictureLink(_ link: String) async throws -> (until: Date, pupils: [LinkedPupil])? {
        guard let found = try await database.pictureLink(tokenHash(link)), !found.pupils.isEmpty else { return nil }
        let isShared = Set(found.pupils.flatMap(\.parents)).count > 1
        return (
            found.link.expiresAt,
            found.pupils.map {
                LinkedPupil(
                    id: $0.entry.id, person: $0.entry.person, isShared: isShared,
                    outSinceLeaving: $0.outSinceLeaving)
            }
        )
    }
}
