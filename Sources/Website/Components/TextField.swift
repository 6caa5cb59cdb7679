import Governance

/// A field of a form with its label, hint and error: `{{>field}}`; with several lines `{{>field-area}}`.
///
/// The types `date` and `time` are written in words and figures, not with the browser's own controls, which show them as
/// the browser's country does; they are read by `Day(written:)` and `When.time(written:)`.
package struct TextField: Shows {
    package var id: String
    package var label: String
    package var hint: String?
    package var value: String
    package var error: String?
    package var type: String
    /// A day, in words; a script adds a calendar to it.
    package var isDay: Bool
    /// Several files at once; its type is `files`.
    package var several: Bool
    package var autocomplete: String?
    package var short: Bool
    /// How many characters several lines may hold; what is left is shown while one types.
    package var most: String?
    /// The ids of hint and error, for those who listen.
    package var describedBy: String?

    package init(
        _ id: String, _ label: String, hint: String? = nil, value: String = "", type: String = "text",
        autocomplete: String? = nil, short: Bool = false, most: Int? = nil, problems: [Problem] = []
    ) {
        self.id = id
        self.label = label
        isDay = type == "date"
        several = type == "files"
        let isTime = type == "time"
        let hint = hint ?? (isDay ? "Such as 24 November 2026" : isTime ? "Such as 16:30" : nil)
        self.hint = hint
        self.value = isDay ? Day(value).map { When.date($0) } ?? value : value
        self.type = isDay || isTime ? "text" : type
        self.autocomplete = autocomplete ?? (isDay || isTime ? "off" : nil)
        self.short = short
        self.most = most.map(String.init)
        error = problems.first { $0.field == id }?.says
        let ids = [hint.map { _ in id + "-hint" }, error.map { _ in id + "-error" }].compactMap { $0 }
        describedBy = ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}
