/// Which people the register shows: those whom a policy asks to be trained may be not trained; of others it is only
/// known that nothing is on record.
enum TrainingShown: String, CaseIterable {
    case everyone
    case notTrained = "not"
    case noneOnRecord = "none"

    init(_ desk: TrainingDesk) { self = TrainingShown(rawValue: desk.visit.query["state"]) ?? .everyone }

    /// Those that have a meaning where the register is.
    static func all(in desk: TrainingDesk) -> [TrainingShown] {
        let current = TrainingShown(desk)
        return allCases.filter { one in
            switch one {
            case .everyone: true
            case .notTrained: one == current || desk.lines.contains(where: \.isAsked)
            case .noneOnRecord: one == current || desk.lines.contains { !$0.isAsked }
            }
        }
    }

    func holds(_ line: TrainingDesk.Line) -> Bool {
        switch self {
        case .everyone: true
        case .notTrained: line.isAsked && line.valid == nil
        case .noneOnRecord: !line.isAsked && line.valid == nil
        }
    }

    var title: String {
        switch self {
        case .everyone: "Everyone"
        case .notTrained: TrainingDesk.notTrained
        case .noneOnRecord: TrainingDesk.noneOnRecord
        }
    }

    /// What stands there when nobody does.
    var nobody: String {
        switch self {
        case .everyone: "A policy in force that binds someone with a role here brings them."
        case .notTrained: "Everyone whom a policy asks is trained."
        case .noneOnRecord: "Something is on record of everyone whom no policy asks."
        }
    }

    /// On paper.
    var facts: String {
        switch self {
        case .everyone: "Everyone who is bound"
        case .notTrained: "Those who are asked to be trained and are not"
        case .noneOnRecord: "Those of whom no training is on record, where no policy asks it"
        }
    }
}
