extension PageCatalogue {
    /// The pages of the publishing room.
    static let publishing: [any PageContent.Type] = [
        ComposePage.self, ConflictPage.self, SecondOpinionPage.self, ApprovalsPage.self, ApprovalPage.self,
        PostPage.self,
        PostOnDayPage.self, PostComparedPage.self, PostPrintPage.self, PublishPage.self, OutAllTheSamePage.self,
        TakedownPage.self, MistakePage.self,
        PostsPage.self, CalendarPage.self, PausePage.self, NewsPage.self,
    ]
}
