/// What a list of training would change, if it were brought in now.
package struct TrainingListTrial: Sendable, Equatable {
    /// What would come on record.
    package var added: [Line]
    /// How many rows are on record already, or stand in the list twice.
    package var known: Int
    /// The rows that stay out: where, and why.
    package var held: [ImportDoubt]
    /// Columns that are not read.
    package var notRead: [String]

    package init(added: [Line] = [], known: Int = 0, held: [ImportDoubt] = [], notRead: [String] = []) {
        self.added = added
        self.known = known
        self.held = held
        self.notRead = notRead
    }

    package struct Line: Sendable, Equatable {
        package let line: Int
        package let user: User
        package let course: Course
        package let on: Day
        package let certificate: String?

        package init(line: Int, user: User, course: Course, on day: Day, certificate: String?) {
            self.line = line
            self.user = user
            self.course = course
            on = day
            self.certificate = certificate
        }
    }
}
