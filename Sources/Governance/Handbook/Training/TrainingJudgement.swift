/// Whether someone is trained under one policy that binds them, by that policy's own words: what another asks is no matter.
package struct TrainingJudgement: Sendable {
    package let asked: Asking.Asked
    /// What counts today, and longest; nil: they are not trained.
    package let valid: Attendance?
    /// They are not trained, or will not be in a month.
    package let isLacking: Bool

    init(asked: Asking.Asked, valid: Attendance?, today: Day) {
        self.asked = asked
        self.valid = valid
        let lasts = valid.map { $0.until.map { $0 >= today.adding(days: TrainingStanding.warningDays) } ?? true }
        isLacking = lasts != true
    }
}

extension [TrainingJudgement] {
    /// What counts under all of them, the one that ends first; nil where one of them, or none, finds them trained.
    package var valid: Attendance? {
        guard allSatisfy({ $0.valid != nil }) else { return nil }
        return compactMap(\.valid).min { one, other in
            guard let one = one.until else { return false }
            return other.until.map { one < $0 } ?? true
        }
    }
}
