import Foundation
import Governance
import Store

extension WriteTransaction {
    /// Noon of the next working day, in holidays too: whoever was told no waits for no term to begin. Ours: no paper names
    /// a time, and a person answers within a month (UK GDPR, Article 12(3)).
    func takedownDeadline(at school: Identifier<School>) throws -> Date {
        let today = Day(of: now)
        let day = try calendar(of: school).workingDay(1, after: today) ?? today.adding(days: 1)
        return day.start() + 12 * 3600
    }

    /// An hour, for a picture that must not exist.
    var compromisingPictureDeadline: Date { now + 3_600 }
}
