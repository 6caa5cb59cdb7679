import Governance

/// The register as a file of comma-separated values, in UTF-8, with a line of headings.
enum RegisterFile {
    static func text(_ desk: RegisterDesk) -> String {
        var rows = [
            [
                "Name", "E-mail address", "To the school", "Roles", "Policy", "Version", "State", "Read on",
                "Version read", "Due", "Reminded today",
            ]
        ]
        rows += desk.shown.map { line in
            [
                line.user.name, line.user.email, line.user.kind.title, desk.roles(of: line),
                PolicyVersionForms.name(line.version), String(line.version.words.digest.prefix(12)),
                desk.tag(of: line).text, line.acknowledgement.map { "\(Day(of: $0.at))" } ?? "",
                line.acknowledgement == nil
                    ? "" : line.isByCorrection ? "the one that this corrects" : "this one",
                line.due.map { "\(Day(of: $0))" } ?? "", desk.wasRemindedToday(line) ? "yes" : "",
            ]
        }
        rows += desk.unasked.map { entry in
            [
                entry.person.calledName, entry.person.email ?? "", Binding.Who.employee.title, "", "", "",
                "Cannot sign in yet", "", "", "", "",
            ]
        }
        return text(rows)
    }

    /// Rows of cells, each ended by a line break as RFC 4180 has it. It begins with the mark by which Excel tells UTF-8,
    /// without which it spoils every name with an accent.
    static func text(_ rows: [[String]]) -> String {
        "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// One cell, in quotation marks where it needs them. A spreadsheet takes what begins with one of these for a
    /// formula, so an apostrophe goes before it.
    static func cell(_ text: String) -> String {
        let begins = text.unicodeScalars.first.map { ["=", "+", "-", "@", "\t", "\r"].contains($0) } ?? false
        let safe = begins ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
