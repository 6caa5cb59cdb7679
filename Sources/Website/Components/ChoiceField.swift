/// One question with its answers to tick: `{{>choices}}`.
package struct ChoiceField: Shows {
    package var id: String
    package var legend: String
    package var hint: String?
    package var error: String?
    /// `radio` or `checkbox`.
    package var type: String
    package var choices: [Choice]
    package var describedBy: String?
    /// Short answers, beside each other.
    package var inRow: Bool = false

    package struct Choice: Shows {
        package var inputID: String
        package var name: String
        package var inputType: String
        package var value: String
        package var text: String
        package var small: String?
        package var chosen: Bool
    }

    package init(
        _ id: String, _ legend: String, hint: String? = nil, several: Bool = false, inRow: Bool = false,
        _ choices: [(value: String, text: String, small: String?)], chosen: Set<String> = [], problems: [Problem] = []
    ) {
        self.id = id
        self.legend = legend
        self.inRow = inRow
        self.hint = hint
        type = several ? "checkbox" : "radio"
        error = problems.first { $0.field == id }?.says
        let kind = type
        self.choices = choices.enumerated().map { place, choice in
            Choice(
                inputID: place == 0 ? id : "\(id)-\(place + 1)", name: id, inputType: kind, value: choice.value,
                text: choice.text, small: choice.small, chosen: chosen.contains(choice.value))
        }
        let ids = [hint.map { _ in id + "-hint" }, error.map { _ in id + "-error" }].compactMap { $0 }
        describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}
