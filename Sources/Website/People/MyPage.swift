import Governance

/// What everyone who is signed in keeps of their own: roles to see, stand-ins, password, sessions.
package struct MyPage: PageContent {
    package var notes: [Note]
    package var facts: [Fact]
    package var roles: [UserPage.GrantLine]
    package var anyRoles: Bool
    /// What I am asked to read, and what I have read.
    package var reading: [ReadingLine]
    package var anyReading: Bool
    /// Whether I may speak for the school, school by school; empty where no policy asks for it.
    package var speaking: [SpeakingLine]
    package var anySpeaking: Bool
    package var training: String
    package var trainingLink: String
    package var deputies: [UserPage.GrantLine]
    package var anyDeputies: Bool
    /// Nil when there is nobody else.
    package var naming: Naming?
    package var standingInFor: [UserPage.GrantLine]
    package var anyStandingInFor: Bool
    /// Where the password is changed; nil for someone who has none.
    package var password: String?
    /// Where one binds the account of the school's provider; nil where there is none, or it is bound.
    package var bind: HeadAction?
    /// With whom one signs in, if it is bound.
    package var bound: String?
    /// Where codes are set up; nil when they are, or without a password.
    package var codes: String?
    /// How many recovery codes are left; nil without codes.
    package var codesLeft: String?
    package var mailLink: String
    package var mail: String
    package var sessionsLink: String
    package var sessions: String

    /// A version of a policy, and where I stand with it.
    package struct ReadingLine: Shows {
        package var text: String
        package var link: String
        package var small: String
        package var tag: Tag
    }

    /// The form that names a stand-in.
    package struct Naming: Shows {
        package var open: Bool
        package var to: String
        package var deputy: SelectField
        package var from: TextField
        package var until: TextField

        package init(to link: String, deputy: SelectField, _ form: Form, _ problems: [Problem]) {
            let day = { (field: String, label: String, hint: String) in
                TextField(
                    field, label, hint: hint, value: form[field], type: "date", short: true, problems: problems)
            }
            open = problems.contains { ["deputy", "from", "until"].contains($0.field) }
            to = link
            self.deputy = deputy
            from = day("from", "From", "Empty: from now.")
            until = day("until", "Until, and including", "The last day, a year from now at most.")
        }
    }

    package init(
        notes: [Note] = [], facts: [Fact], roles: [UserPage.GrantLine], reading: [ReadingLine] = [],
        speaking: [SpeakingLine] = [],
        training: String, trainingLink: String, deputies: [UserPage.GrantLine],
        naming: Naming?, standingInFor: [UserPage.GrantLine], password: String?, bind: HeadAction? = nil,
        bound: String? = nil, codes: String? = nil, codesLeft: String? = nil, mailLink: String = "",
        mail: String = "", sessionsLink: String, sessions: String
    ) {
        self.notes = notes
        self.facts = facts
        self.roles = roles
        anyRoles = !roles.isEmpty
        self.reading = reading
        anyReading = !reading.isEmpty
        self.speaking = speaking
        anySpeaking = !speaking.isEmpty
        self.training = training
        self.trainingLink = trainingLink
        self.deputies = deputies
        anyDeputies = !deputies.isEmpty
        self.naming = naming
        self.standingInFor = standingInFor
        anyStandingInFor = !standingInFor.isEmpty
        self.password = password
        self.bind = bind
        self.bound = bound
        self.codes = codes
        self.codesLeft = codesLeft
        self.mailLink = mailLink
        self.mail = mail
        self.sessionsLink = sessionsLink
        self.sessions = sessions
    }

    package static let examples = [
        Page(
            "Priya Nair", title: "My page", room: .me,
            MyPage(
                notes: [Note(.clear, "Your password is changed.", "One other session ended.")],
                facts: [Fact("E-mail address", "p.nair@harbourview.example")],
                roles: [UserPage.GrantLine("Author", small: "Whole organisation, since 1 September 2026.")],
                reading: [
                    ReadingLine(
                        text: "Social Media Policy (LINK)", link: "/harbour-view/policy/versions/v1/acknowledgement",
                        small: "By 5 December 2026", tag: Tag(.hold, "To read", icon: .clock))
                ],
                speaking: [
                    SpeakingLine(
                        text: "Harbour View School", small: "Until 31 August 2027",
                        tag: Tag(.clear, "I may", icon: .check))
                ],
                training: "Online safety, 3 September 2026, counts for good", trainingLink: "/harbour-view/me/training",
                deputies: [
                    UserPage.GrantLine(
                        "Sanjay Mehta", small: "From 23 November 2026 until Friday 27 November, all day",
                        endTo: "/harbour-view/me/deputies/1")
                ],
                naming: Naming(
                    to: "/harbour-view/me/deputies",
                    deputy: SelectField(
                        "deputy", "Who stands in?", [("", "Choose"), ("3", "Sanjay Mehta (senior leader)")]), Form(),
                    [Problem("until", "Choose the last day")]),
                standingInFor: [UserPage.GrantLine("Tom Ashworth", small: "Until Friday 4 December")],
                password: "/harbour-view/me/password",
                bind: HeadAction("Sign in with Microsoft from now on", "/harbour-view/me/school-account"),
                bound: "Since 1 September 2026", codes: "/harbour-view/me/codes",
                codesLeft: "Nine recovery codes are left",
                mailLink: "/harbour-view/me/mail", mail: "At once", sessionsLink: "/harbour-view/sessions",
                sessions: "In two places")),
        Page(
            "Helen Osei", title: "My page", room: .me,
            MyPage(
                facts: [Fact("E-mail address", "h.osei@harbourview.example")], roles: [],
                training: "None is on record", trainingLink: "/harbour-view/me/training", deputies: [], naming: nil,
                standingInFor: [], password: nil, sessionsLink: "/harbour-view/sessions", sessions: "Here only")),
    ]
}
