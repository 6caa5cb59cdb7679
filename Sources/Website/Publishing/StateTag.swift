import Governance

extension Tag {
    /// The state of one placement, in a word with its drawing.
    init(_ state: PlacementState, mine: Bool = false) {
        switch state {
        case .waiting: self.init(.hold, state.title, icon: .clock)
        case .returned: self.init(.warn, mine ? "Returned to you" : state.title, icon: .return)
        case .expired: self.init(.quiet, state.title, icon: .history)
        case .withdrawn: self.init(.quiet, state.title, icon: .ban)
        case .superseded: self.init(.quiet, state.title, icon: .history)
        case .scheduled: self.init(.quiet, state.title, icon: .calendar)
        case .stopped: self.init(.block, state.title, icon: .stop)
        case .ready: self.init(.hold, state.title, icon: .hand)
        case .sending: self.init(.quiet, state.title, icon: .clock)
        case .published: self.init(.clear, state.title, icon: .tick)
        case .ordered: self.init(.block, state.title, icon: .trash)
        case .takenDown: self.init(.quiet, state.title, icon: .eyeOff)
        }
    }

    /// A post that was not sent yet.
    static let draft = Tag(.quiet, "Draft", icon: .draft)
}
