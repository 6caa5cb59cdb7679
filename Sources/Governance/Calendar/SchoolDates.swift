/// A run of days in a school's calendar: a term, a half term, INSET days, or days on which the school is shut.
package struct SchoolDates: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// Pupils are in, on its working days.
        case term
        /// Pupils are away; the office works.
        case halfTerm = "half-term"
        /// Staff are in, pupils are not.
        case inset
        /// Nobody works.
        case closure

        package var title: String {
            switch self {
            case .term: "term"
            case .halfTerm: "half term"
            case .inset: "INSET"
            case .closure: "closure"
            }
        }

        /// How many days one of it lasts at the most; what is longer is a slip.
        package var longest: Int {
            switch self {
            case .term: 200
            case .halfTerm: 30
            case .inset: 10
            case .closure: 366
            }
        }
    }

    package var id: Identifier<SchoolDates>
    /// Nil: of every school of the organisation.
    package var school: Identifier<School>?
    package var kind: Kind
    package var first: Day
    /// The last day itself; the same as the first for a single one.
    package var last: Day
    /// In the school's words: `Autumn term`.
    package var title: String
    /// What the calendar file calls it that brought it; nil for what was entered by hand.
    package var uid: String?

    package init(
        id: Identifier<SchoolDates>, school: Identifier<School>?, kind: Kind, first: Day, last: Day, title: String,
        uid: String? = nil
    ) {
        self.id = id
        self.school = school
        self.kind = kind
        self.first = first
        self.last = last
        self.title = title
        self.uid = uid
    }

    package func contains(_ day: Day) -> Bool { first <= day && day <= last }

    package func overlaps(_ other: SchoolDates) -> Bool { first <= other.last && other.first <= last }

    /// Whether both cannot stand: two terms at once, or one thing twice in one calendar. A school may be shut on a day on
    /// which all schools are.
    package func clashes(with other: SchoolDates) -> Bool {
        kind == other.kind && overlaps(other) && (school == other.school || kind == .term || kind == .halfTerm)
    }

    /// Whether it says the same of the same days.
    package func isSame(as other: SchoolDates) -> Bool {
        kind == other.kind && first == other.first && last == other.last && title == other.title
    }

    /// Who keeps a school's calendar where they hold the role.
    package static let keepers: [Role] = [.administrator, .headteacher, .slt, .office]
    /// The most that one calendar holds: some twenty years of it.
    package static let most = 600
    /// How long a title may be.
    package static let longestTitle = 120
    /// The years that are believed.
    package static let years = 2000...2099
}
