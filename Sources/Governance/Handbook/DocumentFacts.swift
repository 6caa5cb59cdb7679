/// What a paper says of itself (HBK-01, HBK-02). What it leaves blank is nil and is shown as blank.
package struct DocumentFacts: Sendable, Equatable {
    /// As the paper says: `draft`, `mandatory`.
    package var status: String?
    package var version: String?
    package var dated: PartialDate?
    package var approved: PartialDate?
    package var approvedBy: String?
    package var adopted: PartialDate?
    package var owner: String?
    package var author: String?
    package var review: Review?
    package var history: [PastVersion]

    package init(
        status: String? = nil, version: String? = nil, dated: PartialDate? = nil, approved: PartialDate? = nil,
        approvedBy: String? = nil, adopted: PartialDate? = nil, owner: String? = nil, author: String? = nil,
        review: Review? = nil, history: [PastVersion] = []
    ) {
        self.status = status
        self.version = version
        self.dated = dated
        self.approved = approved
        self.approvedBy = approvedBy
        self.adopted = adopted
        self.owner = owner
        self.author = author
        self.review = review
        self.history = history
    }

    package struct Review: Sendable, Equatable {
        /// Months between reviews; nil when the paper does not say.
        package var everyMonths: Int?
        /// The date the paper names; nil when it names none.
        package var due: PartialDate?
        package var by: [Role]
        package init(everyMonths: Int? = nil, due: PartialDate? = nil, by: [Role] = []) {
            self.everyMonths = everyMonths
            self.due = due
            self.by = by
        }
    }

    package struct PastVersion: Sendable, Equatable {
        package var version: String
        package var dated: PartialDate?
        /// The office of its author, never a name.
        package var by: String?
        package var changed: String
        package init(version: String, dated: PartialDate? = nil, by: String? = nil, changed: String) {
            self.version = version
            self.dated = dated
            self.by = by
            self.changed = changed
        }
    }
}

/// A date as precise as a paper gives it: `2022`, `2022-05` or `2022-08-29`.
package struct PartialDate: Sendable, Equatable, CustomStringConvertible {
    package let year: Int
    package let month: Int?
    package let day: Int?

    /// Nil when there is no such date.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
            let first = Day("\(parts[0])-\(parts.count > 1 ? parts[1] : "01")-\(parts.count > 2 ? parts[2] : "01")")
        else { return nil }
        year = first.year
        month = parts.count > 1 ? first.month : nil
        day = parts.count > 2 ? first.day : nil
    }

    package var description: String {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return ([String(year)] + [month, day].compactMap { $0.map(two) }).joined(separator: "-")
    }

    /// The last day it can mean; what is due "in May 2022" is overdue from 1 June.
    package var lastDay: Day? {
        if let month, let day { return Day(year: year, month: month, day: day) }
        let month = month ?? 12
        return (28...31).reversed().lazy.compactMap { Day(year: year, month: month, day: $0) }.first
    }
}
