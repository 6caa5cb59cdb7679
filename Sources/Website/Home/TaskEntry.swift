import Foundation
import Governance
import Reading

extension LedgerEntry {
    /// A task with its day in the margin, and `Overdue` once that has passed.
    /// - Parameter tag: what it shows until then.
    init(
        _ task: OpenTask, title: String, link: String? = nil, tag: Tag?, text: String? = nil, now: Date
    ) {
        let day = task.due.map { When.near(Day(of: $0), today: Day(of: now)) }
        let late = task.due.map { $0 < now } ?? false
        self.init(
            day?.capitalisedFirst ?? "When you can", task.due.map { "by \(When.time($0))" }, late: late, title: title,
            link: link, tag: late ? Tag(.block, "Overdue", icon: .clock) : tag, text: text)
    }
}
