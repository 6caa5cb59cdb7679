import Governance

/// Training: who is trained, what was offered this school year and for whom, and the courses on the register.
struct TrainingPage: PageContent {
    /// What a policy in force asks of leaders this school year.
    let offered: [Offered]
    let anyOffered: Bool
    let year: String
    let ledger: [LedgerEntry]
    let anySessions: Bool
    let blank: Blank
    let courses: [CourseLine]
    let anyCourses: Bool
    let noCourse: String
    /// Nil for someone who only reads.
    let newCourse: HeadAction?
    let states: [Tab]
    let links: [HeadAction]
    let lines: [Line]
    let anyLines: Bool
    let none: String

    struct Offered: Shows {
        let text: String
        let clauses: [ClauseChip]
        let tag: Tag
    }

    struct CourseLine: Shows {
        let name: String
        let link: String?
        let small: String
        let tag: Tag?
    }

    struct Line: Shows {
        let name: String
        let link: String?
        let kind: String
        let tag: Tag
        let when: String
    }

    package static var examples: [Page] {
        let here = "/harbour-view/policy/training"
        let lines = [
            Line(
                name: "Priya Nair", link: here + "/people/1", kind: "Employee",
                tag: Tag(.clear, "Trained", icon: .check), when: "Online safety, 3 September 2026, counts for good"),
            Line(
                name: "Tom Ashworth", link: nil, kind: "Employee", tag: Tag(.hold, "Not trained", icon: .clock),
                when: ""),
        ]
        let chip = ClauseChip("3.1", at: "/harbour-view/policy#c-3-1")
        return [
            Page(
                "1 of 2 is trained", title: "Training",
                actions: [HeadAction("Arrange a session", icon: .plus, here + "/sessions/new", filled: true)],
                room: .policy,
                TrainingPage(
                    offered: [
                        Offered(
                            text: "Training or a briefing for staff", clauses: [chip],
                            tag: Tag(.hold, "None yet", icon: .clock))
                    ], anyOffered: true, year: "2026/27",
                    ledger: [
                        LedgerEntry(
                            "3 September", "2026", title: "Posting safely", link: here + "/sessions/1",
                            tag: Tag(.clear, "31 attended", icon: .check), text: "For staff. Arranged by Helen Osei.")
                    ], anySessions: true, blank: Blank("No session yet", "It stands here then."),
                    courses: [
                        CourseLine(
                            name: "Online safety", link: here + "/courses/1", small: "Counts for 12 months", tag: nil),
                        CourseLine(name: "Data protection", link: nil, small: "For good", tag: Tag(.quiet, "Over")),
                    ], anyCourses: true, noCourse: "No course is on the register.",
                    newCourse: HeadAction("Add a course", icon: .plus, here + "/courses/new"),
                    states: [Tab("Everyone", here, count: 2, current: true), Tab("Not trained", here + "?state=not")],
                    links: [HeadAction("Print view", icon: .print, here + "/print")], lines: lines, anyLines: true,
                    none: "Nobody.")),
            Page(
                "Nobody is bound by a policy here", title: "Training", room: .policy,
                TrainingPage(
                    offered: [], anyOffered: false, year: "2026/27", ledger: [], anySessions: false,
                    blank: Blank("No session yet", "It stands here then."), courses: [], anyCourses: false,
                    noCourse: "No course is on the register.", newCourse: nil, states: [], links: [], lines: [],
                    anyLines: false, none: "Nobody.")),
        ]
    }
}
