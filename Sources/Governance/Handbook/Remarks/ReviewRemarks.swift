extension Policy {
    /// When the next review is due: the date the paper names, else its interval after its approval or its date.
    package var reviewDue: PartialDate? {
        guard let review = facts.review else { return nil }
        if let due = review.due { return due }
        guard let months = review.everyMonths else { return nil }
        return (facts.approved ?? facts.dated)?.adding(months: months)
    }

    func reviewRemarks(on day: Day) -> [FoundRemark] {
        guard let due = reviewDue else {
            let interval = facts.review?.everyMonths.map {
                "a review every \(monthsInWords($0)), but no date to count from"
            }
            return [FoundRemark(.reviewMissing, "The paper names \(interval ?? "no date for its review").")]
        }
        guard let last = due.lastDay, last < day else { return [] }
        let why = facts.review?.due == nil ? facts.review?.everyMonths.map { " (every \(monthsInWords($0)))" } : nil
        return [
            FoundRemark(.reviewOverdue, "The review was due \(due.whenInWords)\(why ?? "") and is overdue.")
        ]
    }
}

/// `year`, `3 years`, `6 months`: what stands after `every`.
package func monthsInWords(_ months: Int) -> String {
    switch months {
    case 1: "month"
    case 12: "year"
    case _ where months % 12 == 0: "\(months / 12) years"
    default: "\(months) months"
    }
}
