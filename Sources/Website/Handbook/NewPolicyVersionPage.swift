/// Bringing in a version: a file, pasted text or one of the built-in policies; every fault is shown with its place.
package struct NewPolicyVersionPage: PageContent {
    package var to: String
    package var faults: [Fault]
    package var anyFaults: Bool
    package var source: ChoiceField
    package var school: SelectField?
    package var file: TextField
    package var builtIn: SelectField
    package var text: TextField
    package var starts: [HeadAction]
    package var cancel: String

    /// One thing wrong with the file, where, and what to do.
    package struct Fault: Shows {
        package var anchor: String
        package var line: Int
        package var column: Int
        package var text: String?
        package var says: String
        package var advice: String
    }

    package static let examples: [Page] = [
        Page(
            "Bring in a new version", crumb: Crumb("Versions", "/harbour-view/policy/versions"), room: .policy,
            NewPolicyVersionPage(
                to: "/harbour-view/policy/versions/new",
                faults: [
                    Fault(
                        anchor: "fault-1", line: 88, column: 18, text: "- control: publishing.pupil-name",
                        says: "There is no control `publishing.pupil-name`.",
                        advice: "Did you mean `publishing.pupil-names`?")
                ], anyFaults: true,
                source: ChoiceField("source", "Where does it come from?", [("file", "A file", nil)], chosen: ["file"]),
                school: SelectField("school", "For whom?", [("", "The whole trust"), ("mill", "Mill School")]),
                file: TextField("file", "The file", hint: "A .yaml file."),
                builtIn: SelectField("builtIn", "Which?", [("LINK", "The Link School")]),
                text: TextField(
                    "text", "The text", hint: "The whole file.", value: "policy: MYSCHOOL\n",
                    problems: [Problem("text", "Mend what is named above")]),
                starts: [HeadAction("The template", "/harbour-view/policy/versions/new?start=template")],
                cancel: "/harbour-view/policy/versions"))
    ]
}
