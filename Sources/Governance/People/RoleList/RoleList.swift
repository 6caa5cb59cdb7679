/// A list of roles from another system, or written by hand: who, which role, at which school, and until when.
package struct RoleList: Sendable, Equatable {
    package let rows: [Row]
    /// What cannot be read, by line and column.
    package let doubts: [ImportDoubt]
    /// The e-mail addresses of rows that cannot be read, as they are written.
    package let doubted: [String]
    /// Columns that nobody asked for.
    package let notRead: [String]
    /// How the list calls each column that it has.
    package let headings: [Column: String]

    package struct Row: Sendable, Equatable {
        package let line: Int
        package let email: String
        package let role: Role
        /// A short name or a name, as it is written; empty: the whole organisation.
        package let school: String
        /// The last day; nil: no end.
        package let until: Day?
    }

    /// A column, as headings call it.
    package enum Column: String, Sendable, CaseIterable {
        case email, role, school, until

        package var title: String {
            switch self {
            case .email: "the e-mail address"
            case .role: "the role"
            case .school: "the school"
            case .until: "the last day"
            }
        }

        fileprivate var words: [String] {
            switch self {
            case .email:
                [
                    "e-mail address", "email address", "e-mail", "email", "user name", "username", "user", "work email",
                    "school email", "staff email",
                ]
            case .role: ["role", "roles", "role in chaperone", "chaperone role"]
            case .school: ["school", "school name", "short name", "academy", "site", "at", "where"]
            case .until: ["until", "until, and including", "last day", "end date", "ends on", "ends", "end", "to"]
            }
        }
    }

    /// What is said of words that are no role.
    package static let unknownRole = "This is no role here"

    /// The most lines of one list.
    package static let most = 2_001

    /// Throws `ActionError.invalid` of the field `file` with a sentence when it is no list of roles at all.
    package init(_ bytes: [UInt8]) throws {
        let table = try SmallTable(bytes, most: Self.most)
        var places: [Column: Int] = [:]
        for column in Column.allCases { places[column] = table.place(of: column.words) }
        let missing = [Column.email, .role].filter { places[$0] == nil }
        guard missing.isEmpty else {
            throw ActionError.invalid(
                "file",
                "The first line must name the columns, such as “E-mail address” and “Role”. Missing: "
                    + missing.map(\.title).joined(separator: ", "))
        }
        var rows: [Row] = []
        var doubts: [ImportDoubt] = []
        var doubted: [String] = []
        for row in table.rows {
            let (read, held) = Self.read(row, of: table, places)
            rows += read
            doubts += held
            if !held.isEmpty { doubted.append(table.text(of: row, at: places[.email])) }
        }
        self.rows = rows
        self.doubts = doubts
        self.doubted = doubted
        notRead = table.notRead(beside: places.values)
        headings = places.mapValues { table.headings[$0] }
    }

    /// One row may name several roles in one cell.
    private static func read(
        _ row: RowBytes, of table: SmallTable, _ places: [Column: Int]
    ) -> (rows: [Row], held: [ImportDoubt]) {
        let held = { (column: Column, value: String, says: String, advice: String) in
            ImportDoubt(
                .held, line: row.line, column: places[column].map { table.headings[$0] } ?? column.title, value: value,
                says: says, advice: advice)
        }
        if row.isUnreadable {
            return (
                [],
                [held(.email, "", "This row cannot be read", "Save the list as CSV once more, or write the row anew")]
            )
        }
        let text = { (column: Column) in table.text(of: row, at: places[column]) }
        for column in [Column.email, .role] where !text(column).contains(where: { $0.isLetter }) {
            return ([], [held(column, "", "This is empty", "Fill it in")])
        }
        var until: Day?
        if !text(.until).isEmpty {
            switch Self.day(text(.until)) {
            case .success(let day): until = day
            case .failure(let unread): return ([], [held(.until, text(.until), unread.says, unread.advice)])
            }
        }
        var rows: [Row] = []
        var doubts: [ImportDoubt] = []
        for words in text(.role).split(whereSeparator: { ",;\n".contains($0) }).map(String.init)
        where words.contains(where: { $0.isLetter }) {
            if let role = Role(words: words) {
                rows.append(Row(line: row.line, email: text(.email), role: role, school: text(.school), until: until))
            } else {
                let clearer = Role.clearer(than: words)
                doubts.append(
                    held(
                        .role, words, clearer == nil ? Self.unknownRole : "This may mean more than one thing",
                        clearer ?? "Write one of the roles, such as author or headteacher"))
            }
        }
        return (rows, doubts)
    }

    private struct Unread: Error {
        let says: String
        let advice: String
    }

    private static func day(_ written: String) -> Result<Day, Unread> {
        switch ListedDay(written, days: .dayFirst, serials: false) {
        case .day(let day): .success(day)
        case .serial(let day):
            .failure(
                Unread(
                    says: "This is a number, by which Excel may mean \(day.inWords)",
                    advice: "Give the column the form of a date and save it again"))
        case .eitherWay:
            .failure(
                Unread(says: "It cannot be told which is the month", advice: "Write it like \(written) with its year"))
        case .unreadable(let says):
            .failure(Unread(says: says, advice: "Write the day like 24/11/2026 or 2026-11-24"))
        }
    }
}
