import Foundation

/// A person who signs in.
package struct User: Sendable, Equatable {
    package var id: Identifier<User>
    package var name: String
    /// Folded to lower case; unique in the organisation.
    package var email: String
    /// When the user left or was shut out; nil while active.
    package var endedAt: Date?
    /// What they are to the school; a policy says which kinds it binds.
    package var kind: Binding.Who

    package init(
        id: Identifier<User>, name: String, email: String, endedAt: Date? = nil, kind: Binding.Who = .employee
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.endedAt = endedAt
        self.kind = kind
    }
}

extension RecordSubject.Kind {
    package static let user = Self("user")
    package static let school = Self("school")
    package static let person = Self("person")
    package static let roll = Self("roll")
    package static let grant = Self("grant")
    package static let deputy = Self("deputy")
    package static let session = Self("session")
}
