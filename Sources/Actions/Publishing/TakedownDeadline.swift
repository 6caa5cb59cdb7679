import Foundation
import Governance
import Store

extension WriteTransaction {
    /// Noon of the next school day, so that somebody is there to do it; where no term is known, of the next working day.
    /// Ours: no paper names a time.
    func takedownDeadline(at school: Identifier<School>) throws -> Date {
        let calendar = try calendar(of: school)
        let today = Day(of: now)
        let day = calendar.schoolDay(1, after: today) ?? calendar.workingDay(1, after: today) ?? today.adding(days: 1)
        return day.start() + 12 * 3600
    }
}
