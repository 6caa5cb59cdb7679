extension PageCatalogue {
    /// The pages of the accounts room.
    static let accounts: [any PageContent.Type] = [
        AccountsPage.self, AccountPage.self, AccountEntryPage.self, ApplicationPage.self, LoginPage.self,
        ConnectionPage.self, ReplyPage.self, OnePersonPage.self, StaffGroupsPage.self, StaffGroupPage.self,
        AccountListPage.self,
    ]
}
