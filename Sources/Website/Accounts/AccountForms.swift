import Foundation
import Governance
import Reading

/// Fields that several forms of accounts have.
enum AccountForms {
    /// How many may be named on a form.
    static let places = 5

    /// The lead's first.
    static let operatorFields = ["operators"] + (2...places).map { "operators-\($0)" }

    /// One field for each who is named: the lead, and those beside.
    ///
    /// - Parameter chosen: who runs it so far, with e-mail addresses.
    static func operators(
        _ form: Form, chosen: [(id: Identifier<User>, email: String)], users: WhoChoice, problems: [Problem]
    ) -> [FormPage.Part] {
        operatorFields.enumerated().map { place, id in
            let known = place < chosen.count ? (users.isLong ? chosen[place].email : chosen[place].id.text) : ""
            return .select(
                users.field(
                    id, place == 0 ? "Who leads it?" : place == 1 ? "Who runs it with them?" : "And who else?",
                    hint: place == 0 ? "The lead hears of everything about it." : nil, first: "Nobody",
                    chosen: form.has(id) ? form[id] : known, problems: problems
                ) { "\($0.user.name), \($0.user.kind.title)" })
        }
    }

    static func yesNo(
        _ id: String, _ legend: String, hint: String? = nil, yes: (text: String, small: String?) = ("Yes", nil),
        no: (text: String, small: String?) = ("No", nil), chosen: Bool?, _ form: Form, problems: [Problem]
    ) -> FormPage.Part {
        let value = form.has(id) ? form[id] : chosen.map { $0 ? "yes" : "no" } ?? ""
        return .choices(
            ChoiceField(
                id, legend, hint: hint, [("yes", yes.text, yes.small), ("no", no.text, no.small)], chosen: [value],
                problems: problems))
    }

    /// What an account is for, and whom.
    static func purpose(_ details: AccountDetails, _ form: Form, problems: [Problem]) -> [FormPage.Part] {
        let area = { (id: String, label: String, known: String?) -> FormPage.Part in
            .area(TextField(id, label, value: form.has(id) ? form[id] : known ?? "", problems: problems))
        }
        return [
            area("aim", "What is it for?", details.purpose),
            area("audience", "Whom is it meant for?", details.audience),
            area("promotion", "How do people hear of it?", details.promotion),
            .choices(openness(details.openness, form, problems: problems)),
            yesNo(
                "sixthForm", "Is it the sixth form’s?", chosen: details.forSixthForm ?? false, form,
                problems: problems),
        ]
    }

    static func openness(_ known: AccountOpenness?, _ form: Form, problems: [Problem]) -> ChoiceField {
        ChoiceField(
            "openness", "Open or closed?",
            AccountOpenness.allCases.map { ($0.rawValue, AccountWords.title(of: $0), nil) },
            chosen: [form.has("openness") ? form["openness"] : known?.rawValue ?? ""], problems: problems)
    }

    /// When somebody asks whether it is still needed.
    static func review(_ known: Date?, _ form: Form, problems: [Problem]) -> TextField {
        TextField(
            "nextReview", "When is it asked next whether it is still needed?",
            hint: "Within a year, such as 24 November 2026.",
            value: form.has("nextReview") ? form["nextReview"] : known.map { "\(Day(of: $0))" } ?? "", type: "date",
            problems: problems)
    }

    /// The settings of an account, as they are on its network.
    static func settings(_ details: AccountDetails, _ form: Form, problems: [Problem]) -> [FormPage.Part] {
        let text = { (id: String, label: String, hint: String?, known: String?) -> FormPage.Part in
            .text(
                TextField(
                    id, label, hint: hint, value: form.has(id) ? form[id] : known ?? "", autocomplete: "off",
                    problems: problems))
        }
        return [
            yesNo(
                "comments", "Can followers comment?", yes: ("Yes, comments are on", nil),
                no: ("No, comments are off", nil), chosen: details.comments, form, problems: problems),
            yesNo(
                "tagging", "Can people be tagged in its pictures?", yes: ("Yes, tagging is on", nil),
                no: ("No, tagging is off", nil), chosen: details.tagging, form, problems: problems),
            yesNo(
                "twoFactor", "Does signing in ask for a second step?", hint: "A code by an app or a telephone.",
                chosen: details.twoFactor, form, problems: problems),
            text(
                "loginEmail", "The e-mail address it is registered with",
                "If possible an official address of the school.",
                details.loginEmail),
            text("recoveryEmail", "The e-mail address for when the password is lost", nil, details.recoveryEmail),
            .choices(
                ChoiceField(
                    "privacy", "Its privacy settings",
                    hint: details.privacyCheckedAt.map { "Last looked at on \(When.date($0))." }, several: true,
                    [("yes", "I have looked at them today, and they are as strict as they can be", nil)],
                    chosen: Set(form.all("privacy")), problems: problems)),
        ]
    }

    /// What a form says of the settings, over what was known.
    /// - Throws: a day that cannot be read, at its field.
    static func details(
        in form: Form, over known: AccountDetails = AccountDetails(), now: Date
    ) throws -> AccountDetails {
        let choice = { (id: String, before: Bool?) in form[id] == "yes" ? true : form[id] == "no" ? false : before }
        let text = { (id: String) in form.trimmed(id).isEmpty ? nil : form.trimmed(id) }
        var details = known
        details.comments = choice("comments", known.comments)
        details.tagging = choice("tagging", known.tagging)
        details.twoFactor = choice("twoFactor", known.twoFactor)
        details.isPersonal = choice("personal", known.isPersonal)
        details.forSixthForm = choice("sixthForm", known.forSixthForm)
        let texts: [(String, WritableKeyPath<AccountDetails, String?>)] = [
            ("loginEmail", \.loginEmail), ("recoveryEmail", \.recoveryEmail), ("aim", \.purpose),
            ("audience", \.audience), ("promotion", \.promotion),
        ]
        for (id, place) in texts where form.has(id) {
            details[keyPath: place] = text(id)
        }
        let written = form.trimmed("nextReview")
        if !written.isEmpty {
            guard let day = Day(written: written) else {
                throw ActionError.invalid("nextReview", "Write the day like this: 24 November 2026")
            }
            if known.nextReview.map({ Day(of: $0) }) != day { details.nextReview = day.start() }
        }
        if form["privacy"] == "yes" { details.privacyCheckedAt = now }
        if let openness = AccountOpenness(rawValue: form["openness"]) { details.openness = openness }
        return details
    }
}
