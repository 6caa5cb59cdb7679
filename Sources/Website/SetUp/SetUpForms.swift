import Actions
import Governance

/// The forms of the first visit, one thing a page.
enum SetUpForms {
    static func token(problems: [Problem] = []) -> Page {
        Page(
            "Set up Chaperone for your school", title: "Set up", lead: "About ten minutes. You can stop and come back.",
            problems: problems, frame: .journey,
            FormPage(
                to: SiteURL.setUp.link(in: ""),
                [
                    .text(
                        TextField(
                            "code", "The one-time code",
                            hint: "It stands on the console, or in the log, of the machine that Chaperone runs on.",
                            autocomplete: "off", problems: problems))
                ], button: "Begin"))
    }

    static func organisation(_ answers: SetUpAnswers, address: String, problems: [Problem] = []) -> Page {
        Page(
            "Which school or trust is this?", crumb: back, problems: problems, frame: .journey,
            FormPage(
                to: SiteURL.setUpOrganisation.link(in: ""),
                [
                    .text(
                        TextField(
                            "name", "Its name", hint: "As parents write it.", value: answers.name ?? "",
                            autocomplete: "organization", problems: problems)),
                    .text(
                        TextField(
                            "slug", "A short name for addresses",
                            hint: "Small letters, figures and hyphens: harbour-view. Empty: it is made of the name.",
                            value: answers.slug ?? "", short: true, problems: problems)),
                    .choices(
                        ChoiceField(
                            "schools", "One school, or several?",
                            [
                                ("one", "One school", nil),
                                ("several", "A trust or federation of several schools", "Next you name each of them."),
                            ], chosen: answers.isTrust.map { [$0 ? "several" : "one"] } ?? [], problems: problems)),
                    .select(
                        SelectField(
                            "nation", "In which nation?", hint: "Some of the law differs.",
                            [
                                ("england", "England"), ("wales", "Wales"), ("scotland", "Scotland"),
                                ("northern-ireland", "Northern Ireland"),
                            ], chosen: answers.nation ?? "", problems: problems)),
                    .text(
                        TextField(
                            "publicAddress", "The web address people will use",
                            hint: "With https://, as it will stand in one-time links.",
                            value: answers.publicAddress ?? address, type: "url", problems: problems)),
                ], button: "Continue"))
    }

    static func policy(_ offers: [PolicyOffer], chosen: String = "", problems: [Problem] = []) -> Page {
        let own: [(String, String, String?)] = [
            ("template", "A template for a policy of our own", "Plain rules to start from; change them later."),
            ("upload", "Our own policy, as a file", "It is checked line by line before it is taken."),
        ]
        let ready = offers.map { offer in
            let dated = offer.policy.facts.dated.map { ", dated \(When.partial($0))" } ?? ""
            return (offer.key, offer.policy.organisation, "\(offer.policy.title)\(dated)" as String?)
        }
        return Page(
            "Which policy does it live by?", crumb: back, problems: problems, frame: .journey,
            FormPage(
                to: SiteURL.setUpPolicy.link(in: ""),
                [
                    .choices(ChoiceField("policy", "Policy", ready + own, chosen: [chosen], problems: problems)),
                    .file(TextField("file", "The file, if it is our own", hint: "A .yaml file.", problems: problems)),
                ], button: "Continue"))
    }

    static func administrator(_ form: Form = Form(), problems: [Problem] = []) -> Page {
        let field = { (id: String, label: String, hint: String?, type: String, autocomplete: String) in
            FormPage.Part.text(
                TextField(
                    id, label, hint: hint, value: type == "password" ? "" : form[id], type: type,
                    autocomplete: autocomplete, problems: problems))
        }
        return Page(
            "Who looks after Chaperone?", lead: "The first administrator. More can be added afterwards.", crumb: back,
            problems: problems, frame: .journey,
            FormPage(
                to: SiteURL.setUpAdministrator.link(in: ""),
                [
                    field("administratorName", "Name", nil, "text", "name"),
                    field("administratorEmail", "E-mail address", nil, "email", "username"),
                    field(
                        "password", "Password",
                        "At least 12 characters. Four words that do not belong together are good.",
                        "password", "new-password"),
                    field("again", "The same again", nil, "password", "new-password"),
                ], button: "Finish"))
    }

    private static let back = Crumb("Set-up", SiteURL.setUp.link(in: ""))

    static let examples = [
        token(), token(problems: [Problem("code", "That is not the code, or it has been used")]),
        organisation(SetUpAnswers(), address: "https://chaperone.harbourview.example"),
        policy((try? policyOffers()) ?? []),
        administrator(),
    ]
}
