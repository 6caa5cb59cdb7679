/// One of many, in a list that opens, or written where the list would be long: `{{>select}}`.
package struct SelectField: Shows {
    package var id: String
    package var label: String
    package var hint: String?
    package var error: String?
    package var options: [Option]
    /// What is written, in place of a list.
    package var written: Written?
    package var describedBy: String?

    package struct Option: Shows {
        package var value: String
        package var text: String
        package var chosen: Bool
    }

    package struct Written: Shows {
        package var id: String
        package var value: String
        package var describedBy: String?
        package var wrong: Bool
    }

    package init(
        _ id: String, _ label: String, hint: String? = nil, _ options: [(value: String, text: String)],
        chosen: String = "", problems: [Problem] = []
    ) {
        self.id = id
        self.label = label
        self.hint = hint
        error = problems.first { $0.field == id }?.says
        self.options = options.map { Option(value: $0.value, text: $0.text, chosen: $0.value == chosen) }
        let ids = [hint.map { _ in id + "-hint" }, error.map { _ in id + "-error" }].compactMap { $0 }
        describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    /// The same, written.
    package init(written id: String, _ label: String, hint: String? = nil, value: String, problems: [Problem] = []) {
        self.init(id, label, hint: hint, [], problems: problems)
        written = Written(id: id, value: value, describedBy: describedBy, wrong: error != nil)
    }
}
