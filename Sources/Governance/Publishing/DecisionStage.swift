/// At which step of a placement's way the door was asked.
package enum DecisionStage: String, Sendable, CaseIterable {
    /// It was sent for approval.
    case sent
    /// It was approved, or let through by the school's own setting.
    case approved
    /// Its time came.
    case due
    /// Directly before it went out, by the program or by hand.
    case published
}
