extension PageCatalogue {
    /// The pages of the publishing room and of its accounts.
    static let publishing: [any PageContent.Type] = [
        ComposePage.self, ConflictPage.self, SecondOpinionPage.self, ApprovalsPage.self, ApprovalPage.self,
        PostPage.self,
        PostOnDayPage.self, PostComparedPage.self, PostPrintPage.self, PublishPage.self, TakedownPage.self,
        PostsPage.self, CalendarPage.self, PausePage.self, AccountsPage.self, AccountPage.self, AccountEntryPage.self,
        ApplicationPage.self, LoginPage.self, OnePersonPage.self, StaffGroupsPage.self, StaffGroupPage.self,
        AccountListPage.self,
    ]
}
