/// A list of training from another system: who, which course, when, and the certificate where there is one.
package struct TrainingList: Sendable, Equatable {
    package let rows: [Row]
    /// What cannot be read, by line and column.
    package let doubts: [ImportDoubt]
    /// Columns that nobody asked for.
    package let notRead: [String]

    package struct Row: Sendable, Equatable {
        package let line: Int
        /// An e-mail address, or a name.
        package let who: String
        package let course: String
        package let on: Day
        package let certificate: String?
    }

    /// A column, as headings call it.
    package enum Column: String, Sendable, CaseIterable {
        case who, course, day, certificate

        package var title: String {
            switch self {
            case .who: "who has done it"
            case .course: "the course"
            case .day: "the day"
            case .certificate: "the certificate"
            }
        }

        fileprivate var words: [String] {
            switch self {
            case .who:
                ["e-mail address", "email address", "e-mail", "email", "who", "name", "full name", "staff", "person"]
            case .course: ["course", "training", "course name", "module"]
            case .day: ["done on", "date", "day", "date completed", "completed", "completed on", "completion date"]
            case .certificate: ["certificate", "certificate number", "certificate no"]
            }
        }
    }

    /// The most rows of one list.
    package static let most = 5_000

    /// Throws `ActionError.invalid` of the field `file` with a sentence when it is no list of training at all.
    package init(_ bytes: [UInt8]) throws {
        let table = try SmallTable(bytes, most: Self.most)
        let places = try Self.places(in: table)
        var rows: [Row] = []
        var doubts: [ImportDoubt] = []
        for row in table.rows {
            switch Self.read(row, of: table, places) {
            case .success(let row): rows.append(row)
            case .failure(let held): doubts.append(held.doubt)
            }
        }
        self.rows = rows
        self.doubts = doubts
        notRead = table.notRead(beside: places.values)
    }

    private static func places(in table: SmallTable) throws -> [Column: Int] {
        var places: [Column: Int] = [:]
        for column in Column.allCases { places[column] = table.place(of: column.words) }
        let missing = [Column.who, .course, .day].filter { places[$0] == nil }
        guard missing.isEmpty else {
            throw ActionError.invalid(
                "file",
                "The first line must name the columns, such as “E-mail address”, “Course” and “Done on”. Missing: "
                    + missing.map(\.title).joined(separator: ", "))
        }
        return places
    }

    private struct Held: Error {
        let doubt: ImportDoubt
    }

    private static func read(_ row: RowBytes, of table: SmallTable, _ places: [Column: Int]) -> Result<Row, Held> {
        let held = { (column: Column, value: String, says: String, advice: String) in
            Result<Row, Held>.failure(
                Held(
                    doubt: ImportDoubt(
                        .held, line: row.line, column: places[column].map { table.headings[$0] } ?? column.title,
                        value: value,
                        says: says, advice: advice)))
        }
        if row.isUnreadable {
            return held(.who, "", "This row cannot be read", "Save the list as CSV once more, or write the row anew")
        }
        let text = { (column: Column) in table.text(of: row, at: places[column]) }
        for column in [Column.who, .course, .day] where text(column).isEmpty {
            return held(column, "", "This is empty", "Fill it in")
        }
        let (written, certificate) = (text(.day), text(.certificate))
        let day: Day
        switch ListedDay(written, days: .dayFirst, serials: false) {
        case .day(let found): day = found
        case .serial(let found):
            return held(
                .day, written, "This is a number, by which Excel may mean \(found.inWords)",
                "Give the column the form of a date and save it again")
        case .eitherWay:
            return held(.day, written, "It cannot be told which is the month", "Write it like \(written) with its year")
        case .unreadable(let says): return held(.day, written, says, "Write the day like 24/11/2026 or 2026-11-24")
        }
        guard certificate.count <= 200 else {
            return held(.certificate, certificate, "This is too long", "Use at most 200 characters")
        }
        return .success(
            Row(
                line: row.line, who: text(.who), course: text(.course), on: day,
                certificate: certificate.isEmpty ? nil : certificate))
    }
}
