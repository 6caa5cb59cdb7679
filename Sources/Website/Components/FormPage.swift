/// A page that asks: fields in order, one button, and what stands beside them.
package struct FormPage: PageContent {
    /// Where it is sent.
    package var to: String
    package var intro: [String]
    package var notes: [Note]
    /// Another way, which comes first: a button, and a word between it and the form.
    package var first: First?
    package var parts: [Part]
    /// The headings of a long form, to go to from its head.
    package var jumps: [Part.Section]
    package var anyJumps: Bool
    package var button: String
    package var cancel: HeadAction?
    package var more: More?
    package var bringsFile: Bool

    /// What stands before the form.
    package struct First: Shows {
        package var text: String
        package var link: String
        package var or: String
    }

    /// One part of a form: exactly one of these is there.
    package struct Part: Shows {
        package var text: TextField?
        package var area: TextField?
        package var choices: ChoiceField?
        package var select: SelectField?
        package var file: TextField?
        package var hidden: Hidden?
        package var heading: String?
        package var section: Section?
        package var said: String?

        /// A heading of a long form, to which its head leads.
        package struct Section: Shows {
            package var id: String
            package var text: String
        }

        package struct Hidden: Shows {
            package var name: String
            package var value: String
        }

        package static func text(_ field: TextField) -> Part { Part(text: field) }
        package static func area(_ field: TextField) -> Part { Part(area: field) }
        package static func choices(_ field: ChoiceField) -> Part { Part(choices: field) }
        package static func select(_ field: SelectField) -> Part { Part(select: field) }
        package static func file(_ field: TextField) -> Part { Part(file: field) }
        package static func hidden(_ name: String, _ value: String) -> Part {
            Part(hidden: Hidden(name: name, value: value))
        }
        package static func heading(_ text: String) -> Part { Part(heading: text) }
        package static func section(_ id: String, _ text: String) -> Part { Part(section: Section(id: id, text: text)) }
        /// A sentence between fields.
        package static func said(_ text: String) -> Part { Part(said: text) }
    }

    /// Something that opens below the form.
    package struct More: Shows {
        package var summary: String
        package var says: [String]
        package init(_ summary: String, _ says: [String]) {
            self.summary = summary
            self.says = says
        }
    }

    package init(
        to link: String, intro: [String] = [], notes: [Note] = [], first: First? = nil, _ parts: [Part], button: String,
        cancel: HeadAction? = nil, more: More? = nil
    ) {
        to = link
        self.intro = intro
        self.notes = notes
        self.first = first
        self.parts = parts
        jumps = parts.compactMap(\.section)
        anyJumps = !jumps.isEmpty
        self.button = button
        self.cancel = cancel
        self.more = more
        bringsFile = parts.contains { $0.file != nil }
    }

    package static let examples: [Page] =
        [every] + SignIn.examples + NewPassword.examples + SetUpForms.examples + PersonForms.examples
        + PersonUserRoutes.examples + UserReturns.examples + RollImportForm.examples + UserForms.examples
        + RoleListForm.examples
        + SettingsForm.examples
        + SchoolForms.examples + ReasonForm.examples + ChangePasswordForm.examples + PolicyVersionForms.examples
        + TrainingForms.examples + TrainingListForm.examples + SafeguardingRoutes.examples + PlatformForms.examples
        + SpeakingForms.examples
        + ProviderForm.examples + BindAccount.examples + CodeForm.examples
        + MailForms.examples + CalendarForms.examples + PaperAnswer.examples + MyPictures.examples
        + ParentsForm.examples
        + VisitorObjections.examples

    /// Every kind of part at once.
    private static let every = Page(
        "A form with every part", frame: .journey,
        FormPage(
            to: "/harbour-view/settings", intro: ["A sentence before the fields."],
            notes: [Note(.warn, "Advice.", "Stop a moment.", clause: ClauseChip("6.3(f)", at: "/harbour-view/policy"))],
            [
                .hidden("kind", "every"), .heading("A heading"), .said("A sentence between fields."),
                .area(TextField("text", "Several lines", value: "One\nTwo")),
                .select(SelectField("one", "One of many", [("a", "A"), ("b", "B")], chosen: "b")),
                .select(SelectField(written: "who", "One of very many", hint: "Write the name.", value: "Priya Nair")),
            ], button: "Save"))
}
