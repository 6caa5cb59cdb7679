/// How a list is read: what each column holds, and what the file itself does not say. People can change it, and an
/// organisation remembers it for the next file with the same headings.
package struct ImportMapping: Sendable, Equatable, Codable {
    /// Which of day and month a file writes first, as in 2/9/16.
    package enum DayOrder: String, Sendable, Codable { case dayFirst = "day-first", monthFirst = "month-first" }

    /// What the file is brought in for.
    package enum Purpose: String, Sendable, Codable { case people, consents }

    package var purpose: Purpose
    /// By heading; of two equal headings the second is called `Name#2`. What is not here is not read.
    package var columns: [String: ImportField]
    /// What all rows are, in a list without such a column.
    package var kind: Person.Kind?
    package var days: DayOrder?
    /// 42808 is a day, as Excel counts them.
    package var serials: Bool
    /// The short name of the school of rows that name none.
    package var school: String?
    /// Which row has the headings, counted from 1 among those that are not empty; nil: the one that looks most like it.
    package var headingRow: Int?
    /// What words of this file mean for a consent, in small letters: `y` as `granted`.
    package var words: [String: Consent.Status]

    package init(
        _ purpose: Purpose = .people, columns: [String: ImportField] = [:], kind: Person.Kind? = nil,
        days: DayOrder? = nil, serials: Bool = false, school: String? = nil, headingRow: Int? = nil,
        words: [String: Consent.Status] = [:]
    ) {
        self.purpose = purpose
        self.columns = columns
        self.kind = kind
        self.days = days
        self.serials = serials
        self.school = school
        self.headingRow = headingRow
        self.words = words
    }

    private enum CodingKeys: String, CodingKey {
        case purpose, columns, kind, days, serials, school, words
        case headingRow = "heading_row"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        purpose = try container.decodeIfPresent(Purpose.self, forKey: .purpose) ?? .people
        columns = try container.decodeIfPresent([String: ImportField].self, forKey: .columns) ?? [:]
        kind = try container.decodeIfPresent(Person.Kind.self, forKey: .kind)
        days = try container.decodeIfPresent(DayOrder.self, forKey: .days)
        serials = try container.decodeIfPresent(Bool.self, forKey: .serials) ?? false
        school = try container.decodeIfPresent(String.self, forKey: .school)
        headingRow = try container.decodeIfPresent(Int.self, forKey: .headingRow)
        words = try container.decodeIfPresent([String: Consent.Status].self, forKey: .words) ?? [:]
    }

    /// What the headings usually mean. Of two columns for one field neither is read, so that somebody says which. In a list
    /// of people no column is taken for a consent.
    package init(guessing headings: [String], for purpose: Purpose) {
        self.init(purpose)
        var claims: [ImportField: [String]] = [:]
        for heading in headings {
            let plain = Self.plain(heading)
            // In a list of people a status is whether somebody is on the roll, in a list of consents what was answered.
            let isAnswer = purpose == .consents && ImportField.words(of: plain) == "status"
            if let field = isAnswer ? .consent : ImportField(heading: plain),
                purpose == .consents || !field.isOfConsent
            {
                claims[field, default: []].append(heading)
            }
        }
        for (field, headings) in claims {
            let exact = headings.filter { ImportField.words(of: $0) == field.rawValue }
            let one = headings.count == 1 ? headings.first : exact.count == 1 ? exact.first : nil
            if let one { columns[one] = field }
        }
        if columns.values.contains(.kind) { return }
        let all = headings.map(ImportField.words(of:))
        if all.contains(where: { $0.hasPrefix("staff") || $0.hasPrefix("employee") || $0 == "job_title" }) {
            kind = .staff
        } else if all.contains(where: Self.speaksOfPupils) {
            kind = .pupil
        }
    }

    /// Headings of a list of people that are not read and look like consents to pictures: those come in as a step of their
    /// own. Empty when there are none but days, which may be of anything.
    package func consents(leftOutOf headings: [String]) -> [String] {
        guard purpose == .people else { return [] }
        let left = headings.filter { columns[$0] == nil }.compactMap { heading in
            ImportField(heading: Self.plain(heading)).map { (heading, field: $0) }
        }.filter(\.field.isOfConsent)
        return left.allSatisfy(\.field.isDayOfConsent) ? [] : left.map(\.0)
    }

    /// Without the number that tells it from another of the same words.
    private static func plain(_ heading: String) -> String {
        heading.firstMatch(of: /^(.*)#[0-9]+$/).map { String($0.1) } ?? heading
    }

    private static func speaksOfPupils(_ heading: String) -> Bool {
        ["adno", "upn", "year", "year_group", "yr", "reg", "reg_group", "tutor_group", "sen_status", "form"]
            .contains(heading)
            || ["student", "pupil", "learner", "admission", "registration", "arbor_student", "legal_surname"]
                .contains(where: heading.hasPrefix)
    }

    /// What must be said before the file can be read, by field; empty when all is known.
    package func missing(in headings: [String]) -> [ImportField] {
        let mapped = Set(headings.compactMap { columns[$0] })
        let needed: [ImportField] =
            purpose == .consents
            ? [.ref] : [.ref, .given, .family] + (kind == nil ? [.kind] : [])
        let missing = needed.filter { !mapped.contains($0) }
        let consents: Set<ImportField> = [.consent, .website, .social, .press, .display]
        return purpose == .consents && mapped.isDisjoint(with: consents) ? missing + [.consent] : missing
    }

    /// Fields that two columns claim.
    package func doubled(in headings: [String]) -> [ImportField] {
        let mapped = headings.compactMap { columns[$0] }
        return ImportField.allCases.filter { field in mapped.count { $0 == field } > 1 }
    }

    /// Headings as they are told apart: the second `Name` is `Name#2`.
    package static func distinct(_ headings: [String]) -> [String] {
        var seen: [String: Int] = [:]
        return headings.map { heading in
            seen[heading, default: 0] += 1
            let count = seen[heading, default: 1]
            return count == 1 || heading.isEmpty ? heading : "\(heading)#\(count)"
        }
    }
}
