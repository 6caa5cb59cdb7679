/// A field of a form with its label, hint and error: `{{>field}}`; with several lines `{{>field-area}}`.
package struct TextField: Shows {
    package var id: String
    package var label: String
    package var hint: String?
    package var value: String
    package var error: String?
    package var type: String
    package var autocomplete: String?
    package var short: Bool
    /// The ids of hint and error, for those who listen.
    package var describedBy: String?

    package init(
        _ id: String, _ label: String, hint: String? = nil, value: String = "", type: String = "text",
        autocomplete: String? = nil, short: Bool = false, problems: [Problem] = []
    ) {
        self.id = id
        self.label = label
        self.hint = hint
        self.value = value
        self.type = type
        self.autocomplete = autocomplete
        self.short = short
        error = problems.first { $0.field == id }?.says
        let ids = [hint.map { _ in id + "-hint" }, error.map { _ in id + "-error" }].compactMap { $0 }
        describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}
