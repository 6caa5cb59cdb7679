/// An edition of statutory guidance, and from when it is in force.
package struct GuidanceEdition: Sendable {
    package let title: String
    /// Other ways in which papers name it.
    package let alsoCalled: [String]
    package let nation: Nation
    /// The year by which the edition is called.
    package let edition: Int
    package let from: PartialDate?
    package let source: String
    /// What is not known for certain about later editions.
    package let caution: String?
}

/// Editions known to be in force; a later one is added here when its final text is out.
package let guidanceEditions = [
    GuidanceEdition(
        title: "Keeping Children Safe in Education", alsoCalled: ["KCSIE"], nation: .england, edition: 2025,
        from: PartialDate("2025-09-01"), source: "Department for Education, Keeping Children Safe in Education 2025",
        caution: "A draft for 2026 was published in February 2026; its final text has not been confirmed here")
]

extension Policy {
    /// Editions that the paper cites and that others have replaced by this day.
    func editionRemarks(on day: Day) -> [FoundRemark] {
        related.compactMap { document in
            guard let cited = document.edition.flatMap({ Int($0.prefix(4)) }) else { return nil }
            let current = guidanceEditions.filter { known in
                known.nation == nation && (known.from?.firstDay).map { $0 <= day } == true
                    && ([known.title] + known.alsoCalled).contains { document.title.containsIgnoringCase($0) }
            }.max { $0.edition < $1.edition }
            guard let current, let from = current.from, cited < current.edition else { return nil }
            let caution = current.caution.map { " \($0)." } ?? ""
            return FoundRemark(
                .outdatedEdition, at: document.at,
                "Cites \(current.title) \(cited), an outdated edition: "
                    + "that of \(current.edition) has been in force since \(from.inWords).\(caution)",
                source: current.source)
        }
    }
}

extension String {
    fileprivate func containsIgnoringCase(_ other: String) -> Bool { lowercased().contains(other.lowercased()) }
}
