import Governance

/// The register: who has read what they are asked to read, and who has not.
struct PolicyRegisterPage: PageContent {
    let note: Note?
    let anyAsked: Bool
    let blank: Blank
    let remind: Remind?
    let summaries: [Summary]
    let anySummaries: Bool
    let filter: Filter
    /// To the print view and the file.
    let links: [HeadAction]
    /// The same, where words were searched for, which stand in no address.
    let exports: Exports?
    let says: String
    let lines: [Line]
    let anyLines: Bool
    let severalVersions: Bool
    let pager: Pager?

    /// One person and version.
    struct Line: Shows {
        let name: String
        let link: String?
        let kind: String
        let roles: String
        /// Nil where all are asked the same version.
        let policy: String?
        let tag: Tag
        let when: String
        let remind: RemindOne?
    }

    struct RemindOne: Shows {
        let to: String
        let user: String
        let whom: String
    }

    /// One button for all who have not.
    struct Remind: Shows {
        let to: String
        let button: String?
        let none: String?

        init(to link: String, count: Int, done: Bool) {
            to = link
            button = count == 0 ? nil : count == 1 ? "Remind the one who has not" : "Remind the \(count) who have not"
            none = count > 0 || done ? nil : "Whoever has not was reminded today."
        }
    }

    /// Counts by school or by role.
    struct Summary: Shows {
        let heading: String
        let name: String
        let open: Bool
        let rows: [Row]

        struct Row: Shows {
            let name: String
            let have: String
            let left: String

            init(name: String, read: Int, all: Int) {
                self.name = name
                have = "\(read) of \(all)"
                left = read == all ? "None" : "\(all - read)"
            }
        }
    }

    /// The fields by which the list is narrowed.
    struct Filter: Shows {
        let action: String
        let words: TextField
        let school: SelectField?
        let role: SelectField
        let state: SelectField
        let open: Bool
        let clear: String?
    }

    /// The print view and the file of what was searched for.
    struct Exports: Shows {
        let print: String
        let file: String
        let kept: [Pager.Kept]
    }

    package static var examples: [Page] {
        let here = "/harbour-view/policy/register"
        let lines = [
            Line(
                name: "Priya Nair", link: "/harbour-view/users/1", kind: "Employee", roles: "Author at Quay School",
                policy: "Social Media Policy (LINK)", tag: Tag(.hold, "Not yet", icon: .clock),
                when: "by 5 December 2026", remind: RemindOne(to: here + "/reminders", user: "1", whom: "Priya Nair")),
            Line(
                name: "Gita Rao", link: nil, kind: "Governor", roles: "Governor everywhere",
                policy: "Social Media Policy (LINK)", tag: Tag(.clear, "Has read it", icon: .check),
                when: "on 3 November 2026", remind: nil),
        ]
        let select = { (id: String, label: String) in SelectField(id, label, [("", "All")]) }
        let filter = { (searching: Bool) in
            Filter(
                action: here,
                words: TextField("words", "Name or address", value: searching ? "nair" : "", type: "search"),
                school: searching ? select("school", "School") : nil, role: select("role", "Role"),
                state: select("state", "State"), open: searching, clear: searching ? here : nil)
        }
        let summary = Summary(
            heading: "By role", name: "Role", open: true,
            rows: [Summary.Row(name: "Author", read: 31, all: 44), Summary.Row(name: "Governor", read: 6, all: 6)])
        return [
            Page(
                "31 of 44 have read it", title: "Who has read it", room: .policy,
                PolicyRegisterPage(
                    note: Note(.clear, "13 people were reminded.", "It stands on their first page, and on record."),
                    anyAsked: true, blank: Blank("Nobody is bound", "Who is bound stands here."),
                    remind: Remind(to: here + "/reminders", count: 13, done: false), summaries: [summary],
                    anySummaries: true, filter: filter(true), links: [],
                    exports: Exports(
                        print: here + "/print", file: here + "/file", kept: [Pager.Kept(name: "words", value: "nair")]),
                    says: "2 found, of 44.", lines: lines, anyLines: true, severalVersions: true,
                    pager: Pager(
                        here, keeping: ["words"], of: Form(urlEncoded: "words=nair"), page: 2, of: 3, "Before", "More"))
            ),
            Page(
                "31 of 44 have read it", title: "Who has read it", room: .policy,
                PolicyRegisterPage(
                    note: nil, anyAsked: true, blank: Blank("Nobody is bound", "Who is bound stands here."),
                    remind: Remind(to: here + "/reminders", count: 0, done: false), summaries: [summary],
                    anySummaries: true, filter: filter(false),
                    links: [HeadAction("Print view", icon: .print, here + "/print")], exports: nil, says: "",
                    lines: [], anyLines: false, severalVersions: false, pager: nil)),
            Page(
                "Nobody is asked to read a policy here", title: "Who has read it", room: .policy,
                PolicyRegisterPage(
                    note: nil, anyAsked: false,
                    blank: Blank(
                        "Nobody is bound", "Whoever a policy in force binds stands here.",
                        action: HeadAction("Whom it binds", "/harbour-view/policy")), remind: nil, summaries: [],
                    anySummaries: false, filter: filter(false), links: [], exports: nil, says: "", lines: [],
                    anyLines: false, severalVersions: false, pager: nil)),
        ]
    }
}

extension PolicyRegisterPage.Filter {
    init(_ desk: RegisterDesk, to link: String) {
        let (filter, schools) = (desk.filter, desk.schools)
        let roles = Set(desk.all.flatMap { $0.grants.map(\.role) }).sorted()
        self.init(
            action: link, words: TextField("words", "Name or address", value: filter.words, type: "search"),
            school: schools.count < 2
                ? nil
                : SelectField(
                    "school", "School", [("", "Every school")] + schools.map { ($0.slug, $0.name) },
                    chosen: filter.school?.slug ?? ""),
            role: SelectField(
                "role", "Role", [("", "Every role")] + roles.map { ($0.rawValue, $0.title.capitalisedFirst) },
                chosen: filter.role?.rawValue ?? ""),
            state: SelectField(
                "state", "State", [("", "All"), ("unread", "Has not read it"), ("read", "Has read it")],
                chosen: filter.hasRead.map { $0 ? "read" : "unread" } ?? ""),
            open: filter.school != nil || filter.role != nil || filter.hasRead != nil,
            clear: filter.isNarrow ? link : nil)
    }
}

extension PolicyRegisterPage.Exports {
    init(_ desk: RegisterDesk, _ visit: Visit) {
        let form = desk.filter.form
        self.init(
            print: visit.link(.policyRegisterPrint), file: visit.link(.policyRegisterFile),
            kept: ["words", "school", "role", "state"].filter { !form[$0].isEmpty }.map {
                Pager.Kept(name: $0, value: form[$0])
            })
    }
}
