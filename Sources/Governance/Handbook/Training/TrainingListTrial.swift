/// What a list of training would change, if it were brought in now.
package struct TrainingListTrial: Sendable, Equatable {
    /// What would come on record.
    package var added: [Line] = []
    /// How many rows are on record already, or stand in the list twice.
    package var known = 0
    /// The rows that stay out: where, and why.
    package var held: [ImportDoubt] = []
    /// Columns that are not read.
    package var notRead: [String] = []

    package struct Line: Sendable, Equatable {
        package let line: Int
        package let user: User
        package let course: Course
        package let on: Day
        package let certificate: String?
    }
}
