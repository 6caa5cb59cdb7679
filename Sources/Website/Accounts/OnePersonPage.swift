import Governance

/// The wish that one person alone may look at log-in details again: what is asked, by whom, until when, and the answer.
struct OnePersonPage: PageContent {
    let notes: [Note]
    let facts: [Fact]
    let confirm: PostPage.ActForm?
    let decline: PostPage.ActForm?

    package static var examples: [Page] {
        let to = "/harbour-view/accounts/one-person/r1"
        return [
            Page(
                "May one person alone look at log-in details again?",
                crumb: Crumb("Accounts", "/harbour-view/accounts"), room: .accounts,
                OnePersonPage(
                    notes: [Note(.hold, "It waits for you.", "Until then each look takes two people.")],
                    facts: [Fact("Asked by", "Helen Osei, today at 15:42"), Fact("Why", "“We are two in half term.”")],
                    confirm: PostPage.ActForm(
                        action: to + "/confirmed", heading: "Confirm it",
                        says: "One person with a reason then sees log-in details.", reason: nil,
                        button: "Confirm: one person is enough"),
                    decline: PostPage.ActForm(
                        action: to + "/declined", heading: "Decline it", says: "Two people stay asked for.",
                        reason: TextField("why", "Why not?"), button: "Decline it")))
        ]
    }
}
