import Foundation

/// A person on the roll with the identifier under which the record speaks of them.
package struct RollEntry: Sendable, Equatable {
    package var id: Identifier<Person>
    /// `person.school` is the school's short name, its slug.
    package var person: Person
    /// When they left; nil while they are here.
    package var leftAt: Date?

    package init(id: Identifier<Person>, person: Person, leftAt: Date? = nil) {
        self.id = id
        self.person = person
        self.leftAt = leftAt
    }
}

extension Event.Kind {
    package static let personAdded = Self("people.person-added")
    package static let personEdited = Self("people.person-edited")
    package static let personLeft = Self("people.person-left")
    package static let personReturned = Self("people.person-returned")
    package static let rollImported = Self("people.roll-imported")
    package static let settingsChanged = Self("people.settings-changed")
}
