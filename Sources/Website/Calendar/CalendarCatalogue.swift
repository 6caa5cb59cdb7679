extension PageCatalogue {
    /// The pages of the schools' calendars.
    static let calendars: [any PageContent.Type] = [
        SchoolCalendarPage.self, CalendarTrialPage.self, BankHolidaysPage.self, MyCalendarPage.self,
    ]
}
