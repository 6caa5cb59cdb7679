import Foundation
import HTTPTypes

/// A form that came without a session, or with the token of another: it is carried through sign-in and offered again,
/// so that nothing typed is lost. Nothing is done with it before someone sends it from there.
struct KeptForm: Sendable {
    /// Where it was meant for: an address of this organisation that takes forms.
    let to: String
    let fields: [FormPage.Part.Hidden]

    init(to: String, fields: [FormPage.Part.Hidden]) {
        self.to = to
        self.fields = fields
    }

    /// Nil when there is nothing to keep, when it brings a password, or when a script sent it and keeps it itself.
    init?(_ form: Form, to path: String, in visit: Visit) {
        guard let key = visit.organisation?.key, path.hasPrefix("/\(key)/"), path.allSatisfy(Self.isPlain),
            visit.site.routes.methods(at: path).contains("POST"), !form.has("live"),
            !form.values.keys.contains(where: { $0.lowercased().contains("password") })
        else { return nil }
        let names = form.values.keys.filter { $0 != "csrf" }.sorted()
        fields = names.flatMap { name in form.all(name).map { FormPage.Part.Hidden(name: name, value: $0) } }
        guard !fields.isEmpty else { return nil }
        to = path
    }

    /// Reads back what a form of the way in carried.
    init?(carriedBy visit: Visit) {
        var values: [String: [String]] = [:]
        for (name, value) in visit.form.values where name.hasPrefix(Self.mark) {
            values[String(name.dropFirst(Self.mark.count))] = value
        }
        self.init(Form(values: values, files: [:]), to: visit.form["kept-to"], in: visit)
    }

    /// What a form of the way in carries.
    var carried: [FormPage.Part.Hidden] {
        [FormPage.Part.Hidden(name: "kept-to", value: to)]
            + fields.map { FormPage.Part.Hidden(name: Self.mark + $0.name, value: $0.value) }
    }

    /// The form again, with its longer words in sight.
    func page(_ status: Page.Status = .ok) -> Page {
        let parts = fields.map { field -> FormPage.Part in
            guard let label = Self.shown[field.name], !field.value.isEmpty else {
                return .hidden(field.name, field.value)
            }
            return .area(TextField(field.name, label, value: field.value.replacing("\r\n", with: "\n")))
        }
        return Page(
            "What you wrote is kept", lead: "It was not saved yet. Send it now, and you go on where you were.",
            frame: .journey, status: status, FormPage(to: to, parts, button: "Send it now"))
    }

    private static let mark = "kept."
    private static let shown = [
        "text": "Your text", "says": "Your words", "reason": "Your reason", "why": "Why", "question": "Your question",
    ]

    private static func isPlain(_ sign: Character) -> Bool {
        sign.isASCII && (sign.isLetter || sign.isNumber || "/-_.~".contains(sign))
    }
}

extension Page {
    typealias Status = HTTPResponse.Status
}
