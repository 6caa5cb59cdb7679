import Foundation

/// The cells of one row, read column by column; what does not do is a fault of that column.
struct CellsOfRow {
    let line: Int
    let cells: [String]
    let known: AccountList.Known
    var faults: [ListFault] = []

    init(_ line: Int, _ cells: [String], _ known: AccountList.Known) {
        self.line = line
        self.cells = cells
        self.known = known
    }

    private func raw(_ column: AccountList.Column) -> String {
        guard let at = known.places[column], at < cells.count else { return "" }
        let cell = cells[at]
        // a register's own file writes this sign before what a spreadsheet would take for a formula
        return cell.first == "'" && cell.dropFirst().first.map { "=+-@".contains($0) } == true
            ? String(cell.dropFirst()) : cell
    }

    mutating func fault(_ column: AccountList.Column, _ says: String) {
        let heading = known.places[column].map { known.headings[$0] }
        faults.append(ListFault(line: line, column: heading, says: says))
    }

    mutating func text(_ column: AccountList.Column, most: Int) -> String? {
        let text = raw(column)
        guard text.count <= most else {
            fault(column, "Use at most \(grouped(most)) characters")
            return nil
        }
        return text
    }

    mutating func network() -> Network? {
        let text = raw(.network)
        if let network = Network(named: text) { return network }
        let all = Network.allCases.filter { $0 != .other }.map(\.title).joined(separator: ", ")
        fault(.network, text.isEmpty ? "Say which platform it is on" : "“\(text)” is none of: \(all), other")
        return nil
    }

    mutating func school() -> Identifier<School>? {
        let text = raw(.school)
        if text.isEmpty, known.schools.count == 1 { return known.schools[0].id }
        if let school = known.schoolsByName[text] ?? known.schoolsByName[Evidence.normalised(text)] { return school.id }
        let names = known.schools.map(\.name).joined(separator: ", ")
        fault(.school, text.isEmpty ? "Say which school’s it is: \(names)" : "“\(text)” is none of: \(names)")
        return nil
    }

    mutating func type() -> Draft.AccountType {
        let text = raw(.type)
        let folded = Evidence.normalised(text).filter(\.isLetter)
        let words: [(String, Draft.AccountType)] = [
            ("", .schoolMain), ("school", .schoolMain), ("main", .schoolMain), ("schoolmain", .schoolMain),
            ("department", .department), ("faculty", .department), ("subject", .department), ("friends", .friends),
            ("pta", .friends), ("individual", .individual), ("person", .individual), ("teaching", .teaching),
            ("class", .teaching),
        ]
        if let type = words.first(where: { $0.0 == folded })?.1 { return type }
        fault(.type, "“\(text)” is none of: school, department, friends, individual, teaching")
        return .schoolMain
    }

    mutating func lead() -> Identifier<User>? {
        let text = raw(.lead)
        return text.isEmpty ? nil : user(text, .lead)
    }

    /// Those in one cell, parted by semicolons or commas.
    mutating func others(besides lead: Identifier<User>?) -> [Identifier<User>] {
        let texts = raw(.others).split(whereSeparator: { ";,\n".contains($0) })
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        if !texts.isEmpty, raw(.lead).isEmpty { fault(.others, "Somebody leads it. Name them as the lead") }
        var others: [Identifier<User>] = []
        for text in texts {
            guard let user = user(text, .others), user != lead, !others.contains(user) else { continue }
            others.append(user)
        }
        return others
    }

    private mutating func user(_ text: String, _ column: AccountList.Column) -> Identifier<User>? {
        let found =
            known.usersByEmail[text.lowercased()].map { [$0] } ?? known.usersByName[Evidence.normalised(text)] ?? []
        if found.count == 1 { return found[0].id }
        fault(
            column,
            found.isEmpty
                ? "Nobody here signs in as “\(text)”. Invite them first, or leave it empty"
                : "Several here are called “\(text)”. Enter their e-mail address")
        return nil
    }

    /// What stands beside who and where; an empty cell says nothing.
    mutating func details() -> AccountDetails {
        var details = AccountDetails()
        details.purpose = said(.purpose, most: 1_000)
        details.audience = said(.audience, most: 1_000)
        details.openness = openness()
        details.comments = isOn(.comments)
        details.tagging = isOn(.tagging)
        details.twoFactor = isOn(.twoFactor)
        details.loginEmail = said(.loginEmail, most: 254)
        details.recoveryEmail = said(.recoveryEmail, most: 254)
        details.passwordChangedAt = day(.passwordChanged)
        details.privacyCheckedAt = day(.privacyChecked)
        return details
    }

    private mutating func said(_ column: AccountList.Column, most: Int) -> String? {
        text(column, most: most).flatMap { $0.isEmpty ? nil : $0 }
    }

    private func folded(_ column: AccountList.Column) -> String {
        Evidence.normalised(raw(column)).trimmingCharacters(in: .whitespaces)
    }

    private static let unknown: Set<String> = ["", "not known", "unknown", "n/a", "-", "?"]

    private mutating func isOn(_ column: AccountList.Column) -> Bool? {
        switch folded(column) {
        case "on", "yes", "y", "true", "enabled", "allowed": return true
        case "off", "no", "n", "false", "disabled", "none": return false
        case let word where Self.unknown.contains(word): return nil
        default:
            fault(column, "“\(raw(column))” is neither on nor off. Leave it empty if nobody knows")
            return nil
        }
    }

    private mutating func openness() -> AccountOpenness? {
        switch folded(.openness) {
        case "open", "public", "open to everyone": return .open
        case "closed", "private", "protected": return .closed
        case let word where Self.unknown.contains(word): return nil
        default:
            fault(.openness, "“\(raw(.openness))” is neither open nor closed. Leave it empty if nobody knows")
            return nil
        }
    }

    private mutating func day(_ column: AccountList.Column) -> Date? {
        guard !Self.unknown.contains(folded(column)) else { return nil }
        if case .day(let day) = ListedDay(
            raw(column).trimmingCharacters(in: .whitespaces), days: .dayFirst, serials: false)
        {
            return day.start()
        }
        fault(column, "“\(raw(column))” is no day that can be read. Write it as 2026-09-03 or 3/9/2026")
        return nil
    }
}
