import Governance

/// Adding someone who signs in.
enum UserForms {
    static func new(
        _ form: Form = Form(), to link: String, back: Crumb, roles: [Role] = offered, schools: [School] = [],
        problems: [Problem] = []
    ) -> Page {
        let school: [FormPage.Part] =
            schools.count < 2
            ? []
            : [
                .select(
                    SelectField(
                        "school", "At which school?", [("", "All of them")] + schools.map { ($0.id.text, $0.name) },
                        chosen: form["school"]))
            ]
        return Page(
            "Add someone who can sign in", lead: "You get a one-time link to hand over; they choose their password.",
            crumb: back, problems: problems, room: .users,
            FormPage(
                to: link,
                [
                    .text(TextField("name", "Name", value: form["name"], autocomplete: "off", problems: problems)),
                    .text(
                        TextField(
                            "email", "E-mail address", value: form["email"], type: "email", autocomplete: "off",
                            problems: problems)),
                    .select(
                        SelectField(
                            "kind", "What are they to the school?",
                            hint: "The policy says whom it binds; those are asked to read it.", kinds,
                            chosen: form.has("kind") ? form["kind"] : Binding.Who.employee.rawValue,
                            problems: problems)),
                    .choices(
                        ChoiceField(
                            "role", "Roles", several: true,
                            roles.map {
                                ($0.rawValue, $0.title.capitalisedFirst, about($0))
                            },
                            chosen: Set(form.all("role")), problems: problems)),
                ] + school + [
                    .text(
                        TextField(
                            "why", "Why", hint: "It goes on the record with the roles.", value: form["why"],
                            problems: problems))
                ], button: "Add and make the link", cancel: HeadAction("Not now", back.link)))
    }

    /// Every kind of person that a policy can bind.
    static let kinds = Binding.Who.allCases.map {
        (value: $0.rawValue, text: $0.title.capitalisedFirst)
    }

    /// The roles of one school; a trust offers all.
    static let offered: [Role] = [
        .member, .author, .moderator, .office, .slt, .headteacher, .dsl, .it, .governor, .managementCommittee,
        .administrator,
    ]

    /// What a role may do, in a line.
    static func about(_ role: Role) -> String? {
        switch role {
        case .member: "Reads the policy and says so, and may ask for an account. Writes no posts."
        case .author: "Writes posts and sends them for approval."
        case .moderator: "Approves or returns posts."
        case .office: "Keeps the roll."
        case .slt: "Releases what the policy holds."
        case .headteacher: "Decides what the policy leaves to the head; may pause publishing."
        case .dsl: "Hears of everything that may be a safeguarding matter."
        case .it: "Keeps the roll."
        case .governor: "Reads, changes nothing."
        case .managementCommittee: "Reviews the policy."
        case .administrator: "Keeps settings, roles and policy versions."
        case .trustMarketing: "Sees every school side by side."
        case .clusterLead: "Takes what is about a head."
        case .trustExecutive, .trustCEO: "Takes what is above a cluster lead."
        case .directorOfIT: "Keeps log-in details for the trust."
        case .trustee: "Reads, and takes what is about the CEO."
        }
    }

    static let examples = [
        new(to: "/harbour-view/users/new", back: Crumb("Who can sign in", "/harbour-view/users")),
        new(
            to: "/harbour-view/users/new", back: Crumb("Who can sign in", "/harbour-view/users"),
            problems: [
                Problem("email", "Someone already signs in with this address"), Problem("role", "Choose a role"),
            ]),
    ]
}
