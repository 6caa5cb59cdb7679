/// One row of a list of accounts that exist already, as it was read.
package struct ListedAccount: Sendable, Equatable {
    /// The line of the file on which it begins, from 1.
    package var line: Int
    package var network: Network
    package var handle: String
    package var name: String
    package var purpose: String
    package var type: Draft.AccountType
    package var school: Identifier<School>
    package var lead: Identifier<User>?
}

/// Why a list is not taken as it is: the row, its column, and what to do.
package struct ListFault: Sendable, Equatable {
    package var line: Int
    /// The heading as the file writes it; nil: the whole row.
    package var column: String?
    package var says: String
}

/// A list of accounts read from a table (CSV): a line of headings, then one account a row.
package struct AccountList: Sendable, Equatable {
    package var accounts: [ListedAccount] = []
    package var faults: [ListFault] = []
    /// Headings that say nothing the register keeps.
    package var unread: [String] = []

    /// The most rows that are taken at once.
    package static let most = 500
    /// The most bytes of a list.
    package static let largest = 262_144

    /// - Parameter schools: where a row that names none belongs when there is but one.
    package init(_ bytes: [UInt8], schools: [School], users: [User]) {
        if let says = NoTable.says(bytes) {
            faults = [ListFault(line: 1, column: nil, says: says)]
            return
        }
        var rows: [RowBytes] = []
        var reader = DelimitedReader()
        let keep = { (row: RowBytes) in rows.append(row) }
        try? reader.take(bytes, keep)
        try? reader.finish(keep)
        rows.removeAll(where: \.isEmpty)
        guard let first = rows.first else {
            faults = [ListFault(line: 1, column: nil, says: "The file is empty")]
            return
        }
        let headings = first.cells
        let columns = headings.map(Column.init(heading:))
        unread = zip(headings, columns).compactMap { heading, column in
            column == nil && !heading.isEmpty ? heading : nil
        }
        for column in Column.allCases {
            let same = zip(headings, columns).filter { $0.1 == column }.map { "“\($0.0)”" }
            guard same.count > 1 else { continue }
            faults.append(
                ListFault(
                    line: first.line, column: nil,
                    says: "\(same.joined(separator: " and ")) both say \(column.title). Take all but one out"))
        }
        for needed in [Column.network, .handle] where !columns.contains(needed) {
            faults.append(
                ListFault(
                    line: first.line, column: nil,
                    says: "There is no column for \(needed.title). Name one “\(needed.words[0].capitalised)”"))
        }
        guard faults.isEmpty else { return }
        guard rows.count <= Self.most + 1 else {
            faults = [ListFault(line: first.line, column: nil, says: "Bring in at most \(Self.most) accounts at once")]
            return
        }
        let known = Known(headings: headings, columns: columns, schools: schools, users: users)
        for row in rows.dropFirst() { read(row, known) }
        refuseTwice()
    }

    private mutating func read(_ row: RowBytes, _ known: Known) {
        if row.isUnfinished || row.isTooLarge || row.hugeCell != nil {
            faults.append(
                ListFault(
                    line: row.line, column: nil, says: "A quotation mark never closes here, or a cell is too long"))
            return
        }
        var cells = CellsOfRow(row.line, row.cells, known)
        let network = cells.network()
        let handle = cells.text(.handle, most: 300) ?? ""
        if handle.isEmpty { cells.fault(.handle, "Enter its address or handle") }
        let school = cells.school()
        let type = cells.type()
        let lead = cells.lead()
        let purpose = cells.text(.purpose, most: 1_000) ?? ""
        let name = cells.text(.name, most: 200) ?? ""
        faults += cells.faults
        guard cells.faults.isEmpty, let network, let school else { return }
        accounts.append(
            ListedAccount(
                line: row.line, network: network, handle: handle, name: name.isEmpty ? handle : name,
                purpose: purpose, type: type, school: school, lead: lead))
    }

    private mutating func refuseTwice() {
        var seen: [AccountHandle: Int] = [:]
        for account in accounts {
            let key = AccountHandle(account.handle, on: account.network)
            if let line = seen[key] {
                faults.append(
                    ListFault(line: account.line, column: nil, says: "The same account stands in row \(line) already"))
            }
            seen[key] = account.line
        }
    }

    /// What a column says.
    enum Column: CaseIterable {
        case network, handle, name, purpose, type, school, lead

        init?(heading: String) {
            let plain = Evidence.normalised(heading).filter { $0.isLetter }
            guard let found = Self.allCases.first(where: { $0.words.contains { $0.filter(\.isLetter) == plain } })
            else {
                return nil
            }
            self = found
        }

        var title: String {
            switch self {
            case .network: "the platform"
            case .handle: "the address or handle"
            case .name: "the name"
            case .purpose: "the purpose"
            case .type: "whose it is"
            case .school: "the school"
            case .lead: "the lead"
            }
        }

        /// The headings by which lists call it, the plainest first.
        var words: [String] {
            switch self {
            case .network: ["platform", "network", "site", "social network", "channel"]
            case .handle: ["address", "handle", "url", "link", "account", "username", "user name", "account handle"]
            case .name: ["name", "title", "account name", "page name"]
            case .purpose: ["purpose", "aim", "what for", "description", "use"]
            case .type: ["kind", "type", "whose", "account type"]
            case .school: ["school", "academy", "site name", "establishment"]
            case .lead: ["lead", "owner", "run by", "responsible", "person responsible", "staff lead", "manager"]
            }
        }
    }

    /// What the rows are read against, found by what a cell says.
    struct Known {
        let headings: [String]
        let places: [Column: Int]
        let schools: [School]
        let schoolsByName: [String: School]
        let usersByEmail: [String: User]
        let usersByName: [String: [User]]

        init(headings: [String], columns: [Column?], schools: [School], users: [User]) {
            self.headings = headings
            self.schools = schools
            places = Dictionary(
                zip(columns, columns.indices).compactMap { column, at in column.map { ($0, at) } },
                uniquingKeysWith: min)
            schoolsByName = Dictionary(
                schools.flatMap { [(Evidence.normalised($0.name), $0), ($0.slug, $0)] },
                uniquingKeysWith: { one, _ in one })
            usersByEmail = Dictionary(users.map { ($0.email.lowercased(), $0) }, uniquingKeysWith: { one, _ in one })
            usersByName = Dictionary(grouping: users) { Evidence.normalised($0.name) }
        }
    }
}

/// The cells of one row, read column by column; what does not do is a fault of that column.
private struct CellsOfRow {
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
            fault(column, "Use at most \(most) characters")
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
        guard !text.isEmpty else { return nil }
        let found =
            known.usersByEmail[text.lowercased()].map { [$0] } ?? known.usersByName[Evidence.normalised(text)] ?? []
        if found.count == 1 { return found[0].id }
        fault(
            .lead,
            found.isEmpty
                ? "Nobody here signs in as “\(text)”. Invite them first, or leave it empty"
                : "Several here are called “\(text)”. Enter their e-mail address")
        return nil
    }
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
