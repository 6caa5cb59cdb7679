/// Every kind of page there is, so that none is without its template when the program starts.
package enum PageCatalogue {
    package static let all: [any PageContent.Type] =
        [
            Apology.self, FormPage.self, HomePage.self, MyPage.self, SchoolsPage.self, SetUpSchoolsPage.self,
            OneTimeLinkPage.self, OnwardPage.self, ProviderPage.self, CodeSetUpPage.self,
            RecoveryCodesPage.self, MailPage.self, PersonPage.self, RollImportPage.self,
            ImportProgressPage.self, ImportColumnsPage.self, ImportDonePage.self,
            RollPage.self, ClassesPage.self,
            SessionsPage.self, SetUpPage.self, StartPage.self, TellDSLPage.self, ConcernPage.self, ToDoPage.self,
            UserPage.self, UsersPage.self, InvitationsPage.self, InvitedPage.self,
            RoleListPage.self,
            WhoWillYouBe.self,
        ] + handbook + calendars + publishing + accounts + conduct + consent

    /// Templates that the shell itself asks for.
    static let shell = ["layout", "nav"]
}
