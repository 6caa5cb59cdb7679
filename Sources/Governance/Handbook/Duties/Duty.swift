/// One thing that the policies ask of a school, in our words: a row of the table of duties.
package struct Duty: Sendable, Equatable {
    /// For example `PUB-04`; policy files name it.
    package let id: String
    package let room: Room
    package let says: String
    /// Where each paper has it, by the policy's key; a paper that is not here is silent.
    package let sections: [String: String]

    init(_ id: String, _ room: Room, _ says: String, _ sections: [String: String]) {
        self.id = id
        self.room = room
        self.says = says
        self.sections = sections
    }
}

/// Every duty, in the order of the rooms.
package let dutyTable: [Duty] =
    handbookDuties + accountsDuties + publishingDuties + consentDuties + engagementDuties + watchDuties
    + incidentsDuties + conductDuties + oversightDuties
