import Governance

/// Enter an account, or change what is known of it.
struct AccountEntryPage: PageContent {
    let action: String
    let name: TextField
    let network: SelectField
    let handle: TextField
    let type: SelectField
    let readers: ChoiceField
    let school: SelectField?
    let state: ChoiceField?
    /// What it is for and when it is reviewed; nil for one that is known, where its settings ask that.
    let aim: TextField?
    let audience: TextField?
    let openness: ChoiceField?
    let sixthForm: ChoiceField?
    let nextReview: TextField?
    let button: String

    /// The fields as they were typed or as they are known.
    init(
        _ form: Form, action: String, schools: [(id: String, name: String)], isClosed: Bool = false, known: Bool,
        problems: [Problem] = []
    ) {
        self.action = action
        name = TextField(
            "name", "What you call it", hint: "For example, School Facebook", value: form["name"], problems: problems)
        network = SelectField(
            "network", "Network", Network.allCases.map { ($0.rawValue, $0.title) }, chosen: form["network"],
            problems: problems)
        handle = TextField(
            "handle", "Its name or address there", hint: "For example, @harbourview", value: form["handle"],
            problems: problems)
        type = SelectField(
            "type", "Whose account is it?",
            Draft.AccountType.allCases.map { ($0.rawValue, AccountWords.title(of: $0)) }, chosen: form["type"],
            problems: problems)
        readers = ChoiceField(
            "readers", "Who reads it?",
            [
                (PostingAccount.Readers.families.rawValue, AccountWords.title(of: .families), nil),
                (
                    PostingAccount.Readers.children.rawValue, AccountWords.title(of: .children),
                    "Texts are checked for reading age"
                ),
            ], chosen: form["readers"].isEmpty ? ["families"] : [form["readers"]], problems: problems)
        school =
            schools.count > 1
            ? SelectField(
                "school", "School", hint: "Its policy counts.", schools.map { ($0.id, $0.name) },
                chosen: form["school"],
                problems: problems) : nil
        state =
            isClosed
            ? ChoiceField(
                "state", "Is it in use?",
                [
                    (
                        PostingAccount.State.open.rawValue, "Yes, it is in use again",
                        "Its password is to be changed, and whatever leavers ran is handed over"
                    ),
                    (
                        PostingAccount.State.closed.rawValue, "No, it is closed",
                        "Nothing can be published there any more"
                    ),
                ], chosen: form["state"].isEmpty ? ["closed"] : [form["state"]], problems: problems) : nil
        let details = AccountDetails()
        aim = known ? nil : TextField("aim", "What is it for?", value: form["aim"], problems: problems)
        audience =
            known ? nil : TextField("audience", "Whom is it meant for?", value: form["audience"], problems: problems)
        openness = known ? nil : AccountForms.openness(details.openness, form, problems: problems)
        sixthForm =
            known
            ? nil
            : ChoiceField(
                "sixthForm", "Sixth form", several: true, [("yes", "It is the sixth form’s", nil)],
                chosen: Set(form.all("sixthForm")), problems: problems)
        nextReview = known ? nil : AccountForms.review(details.nextReview, form, problems: problems)
        button = known ? "Save what changed" : "Enter this account"
    }

    package static var examples: [Page] {
        let crumb = Crumb("Accounts", "/harbour-view/accounts")
        let problems = [Problem("handle", "Enter its name or address there")]
        let schools = [(id: "s1", name: "Harbour View School"), (id: "s2", name: "Quayside Primary")]
        return [
            Page(
                "Enter an account", crumb: crumb, problems: problems, frame: .journey, room: .accounts,
                AccountEntryPage(
                    Form(values: ["name": ["School X"]], files: [:]), action: "/harbour-view/accounts/new",
                    schools: schools, known: false, problems: problems)),
            Page(
                "School X", crumb: crumb, frame: .journey, room: .accounts,
                AccountEntryPage(
                    Form(values: ["name": ["School X"], "handle": ["@harbourview"]], files: [:]),
                    action: "/harbour-view/accounts/a3", schools: [], isClosed: true, known: true)),
        ]
    }
}
