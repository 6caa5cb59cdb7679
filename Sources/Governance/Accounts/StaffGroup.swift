import Foundation

/// A group or network of staff on social media. Whoever made it, its creator, answers for what stands on it, and looks at
/// it in turn (ACC-12).
package struct StaffGroup: Sendable, Equatable, Codable {
    package var id: Identifier<StaffGroup>
    /// Nil: of the whole organisation.
    package var school: Identifier<School>?
    package var name: String
    package var network: Network
    /// Its address, or how one finds it.
    package var address: String
    /// What it is for, and who is in it.
    package var purpose: String
    /// Who answers for it: its creator, until it is handed on.
    package var creator: Identifier<User>
    /// How often its creator looks at it, in days.
    package var everyDays: Int
    package var addedAt: Date
    package var checkedAt: Date?
    package var closedAt: Date?

    package init(
        id: Identifier<StaffGroup>, school: Identifier<School>?, name: String, network: Network, address: String,
        purpose: String, creator: Identifier<User>, everyDays: Int, addedAt: Date, checkedAt: Date? = nil,
        closedAt: Date? = nil
    ) {
        self.id = id
        self.school = school
        self.name = name
        self.network = network
        self.address = address
        self.purpose = purpose
        self.creator = creator
        self.everyDays = everyDays
        self.addedAt = addedAt
        self.checkedAt = checkedAt
        self.closedAt = closedAt
    }

    package var isInUse: Bool { closedAt == nil }
    /// When the next look is asked for.
    package var nextCheck: Date { (checkedAt ?? addedAt) + Double(everyDays) * 86_400 }

    /// How often somebody can choose to look, in days; no paper says.
    package static let rota = [1, 7, 14, 28]
    /// Within how many days after it is asked for, a look is due.
    package static let daysToCheck = 3
    /// Who keeps the register beside the creators.
    package static let keepers: [Role] = PublishingRoles.keepingAccounts + [.it, .directorOfIT]
}

extension Event.Kind {
    package static let groupRegistered = Self("accounts.group-registered")
    package static let groupCheckAsked = Self("accounts.group-check-asked")
    package static let groupChecked = Self("accounts.group-checked")
    package static let groupHandedOn = Self("accounts.group-handed-on")
    package static let groupClosed = Self("accounts.group-closed")
}

extension NewTask.Kind {
    /// To look at a group of staff, by its rota.
    package static let checkGroup = Self("accounts.check-group")
    /// To find somebody else who answers for a group whose creator leaves, or to close it.
    package static let handOnGroup = Self("accounts.hand-on-group")
}

extension NewNotice.Kind {
    package static let groupHandedOn = Self("accounts.group-handed-on")
}

extension DueItem.Kind {
    /// A look at a group of staff is due by its rota.
    package static let groupCheck = Self("accounts.group-check")
}

extension RecordSubject.Kind {
    package static let staffGroup = Self("staff-group")
}
