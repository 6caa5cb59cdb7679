import Governance

/// Between a person on the roll and the fields of the form.
enum RollForm {
    /// Throws `ActionError.invalid` for what cannot be read; what is missing the action says.
    static func person(_ kind: Person.Kind, _ form: Form, schools: [School]) throws -> Person {
        let text = { (name: String) in
            let value = form.trimmed(name)
            return value.isEmpty ? nil : value
        }
        let school = schools.count == 1 ? schools.first?.slug : text("school")
        return Person(
            ref: form.trimmed("ref"), kind: kind, given: form.trimmed("given"), family: form.trimmed("family"),
            preferred: text("preferred"), middle: text("middle"), form: text("form"), title: text("title"),
            school: school, email: kind == .staff ? text("staffEmail")?.lowercased() : nil, consent: try consent(form))
    }

    private static func consent(_ form: Form) throws -> Consent {
        let channels = form.all("channels").compactMap(Consent.Channel.init(rawValue:))
        let status = Consent.Status(rawValue: form["consent"]) ?? .notRecorded
        let typed = form.trimmed("until")
        guard typed.isEmpty || Day(typed) != nil else {
            throw ActionError.invalid("until", "Write the day as 2027-07-31")
        }
        return Consent(status, channels: channels.isEmpty ? nil : channels, until: Day(typed))
    }

    /// The form as it is filled in at first.
    static func fields(of person: Person) -> Form {
        let consent = person.consent
        return Form(
            values: [
                "ref": [person.number], "given": [person.given], "family": [person.family],
                "preferred": [person.preferred ?? ""], "middle": [person.middle ?? ""], "form": [person.form ?? ""],
                "title": [person.title ?? ""], "staffEmail": [person.email ?? ""], "school": [person.school ?? ""],
                "consent": [consent.status.rawValue],
                "channels": consent.channels?.map(\.rawValue) ?? [], "until": [consent.until?.description ?? ""],
            ], files: [:])
    }
}
