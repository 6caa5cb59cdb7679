import Actions

/// An import that is being read or saved: how far it has come. The page looks again by itself.
package struct ImportProgressPage: PageContent {
    package var says: String
    package var passed: Int
    package var total: Int
    package var share: String
    package var again: String
    /// Nil once it is being saved.
    package var cancel: String?

    static func page(
        _ names: String, isSaving: Bool, _ share: (passed: Int, total: Int), again: String, cancel: String?, back: Crumb
    ) -> Page {
        let total = max(share.total, 1)
        let passed = min(share.passed, total)
        var page = Page(
            isSaving ? "Bringing it in" : "Reading the file", title: "Bring in the roll",
            lead: isSaving ? nil : "A trial run of \(names). Nothing is saved yet.", crumb: back, room: .roll,
            ImportProgressPage(
                says: isSaving
                    ? "All of it is saved, or nothing. You can leave this page."
                    : passed == 0
                        ? "It waits for its turn." : passed == total ? "Comparing with the roll." : "Reading.",
                passed: passed, total: total, share: "\(passed * 100 / total)%", again: again, cancel: cancel))
        page.refresh = 2
        return page
    }

    package static let examples = [
        page(
            "students-nov.csv", isSaving: false, (40, 100), again: "/harbour-view/people/import/1",
            cancel: "/harbour-view/people/import/1/cancel", back: Crumb("People", "/harbour-view/people"))
    ]
}
