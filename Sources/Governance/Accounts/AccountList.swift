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
        let others = cells.others(besides: lead)
        let details = cells.details()
        let name = cells.text(.name, most: 200) ?? ""
        faults += cells.faults
        guard cells.faults.isEmpty, let network, let school else { return }
        accounts.append(
            ListedAccount(
                line: row.line, network: network, handle: handle, name: name.isEmpty ? handle : name,
                type: type, school: school, lead: lead, others: others, details: details))
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
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
