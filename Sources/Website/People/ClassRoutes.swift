import Actions
import Governance
import Reading

/// Classes and parents that the roll knows, for those who may see it.
enum ClassRoutes {
    static let all: [Route] = [
        .get(.classes, .rollReaders, classes),
        .post(.classes, .rollReaders, .form, classes),
        .get(.schoolClass(.any), .rollReaders, one),
        .get(.parents, .rollReaders, parents),
        // a name that is looked for stands in no address
        .post(.parents, .rollReaders, .form, parents),
    ]

    private static let most = 50

    private static func place(_ visit: Visit) -> (words: String, page: Int) {
        (visit.form.trimmed("q"), min(max(Int(visit.form["page"]) ?? 1, 1), 2_000))
    }

    private static func names(_ visit: Visit) async throws -> [String: String] {
        Dictionary(
            try await visit.work.database.schools().map { ($0.slug, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    private static func showing(_ found: Int, _ page: Int, _ words: String) -> String {
        if page == 1, found <= most { return words.isEmpty ? "" : found == 1 ? "One found." : "\(found) found." }
        let first = (page - 1) * most + 1
        return "\(first) to \(first + min(found, most) - 1)" + (words.isEmpty ? "." : " of those found.")
    }

    private static func pager(_ url: SiteURL, _ visit: Visit, _ page: Int, _ found: Int) -> Pager? {
        Pager(
            visit.link(url), keeping: ["q"], of: visit.form, page: page, of: page + (found > most ? 1 : 0), "Before",
            "More")
    }

    @Sendable private static func classes(_ visit: Visit) async throws -> Reply {
        let (words, page) = place(visit)
        let reach = try await RollReach(visit)
        let names = try await names(visit)
        let word = visit.organisation?.pupilWord ?? PupilWord()
        let found = try await visit.work.database.classes(
            ofSchools: reach.schools, named: words, most: most + 1, after: (page - 1) * most)
        let lines = found.prefix(most).map { line in
            ClassesPage.Line(
                name: line.name, link: visit.link(.schoolClass(.value(line.ref))),
                second: line.school.flatMap { names[$0] } ?? "Not known",
                third: "\(line.pupils) \(line.pupils == 1 ? word.one : word.many), \(line.staff) of staff")
        }
        return .page(
            Page(
                "Classes", title: "People", tabs: try await RollRoutes.tabs(visit, .classes), room: .roll,
                ClassesPage(
                    search: ClassesPage.Search(to: visit.link(.classes), label: "Find a class", words: words),
                    showing: showing(found.count, page, words), caption: "Classes", second: "School",
                    third: "Who is in it", lines: lines, anyLines: !lines.isEmpty,
                    blank: words.isEmpty
                        ? Blank(
                            "No class is known yet",
                            "Classes come with a OneRoster export; other lists bring each \(word.one)’s form.",
                            action: WhoMay.rollKeepers.admits(visit.visitor)
                                ? HeadAction("Bring in a file", visit.link(.rollImport)) : nil)
                        : Blank(
                            "No class has this name", "Try part of it.",
                            action: HeadAction("Show all", visit.link(.classes))),
                    pager: pager(.classes, visit, page, found.count))))
    }

    @Sendable private static func one(_ visit: Visit) async throws -> Reply {
        let ref = visit.part("class")
        let database = try visit.work.database
        let reach = try await RollReach(visit)
        guard let found = try await database.schoolClass(ref),
            reach.schools.map({ found.school.map($0.contains) ?? false }) ?? true
        else { throw TurnedAway.notFound }
        let names = try await names(visit)
        let members = try await database.members(ofClass: ref).filter { reach.reaches($0.person) }
        let lines = members.map { entry in
            ClassesPage.Line(
                name: entry.person.shortName, link: visit.link(.person(id: .value(entry.id.text))),
                second: entry.person.kind == .staff ? "Staff" : entry.person.form ?? "",
                third: entry.person.kind == .staff
                    ? "" : RollPage.tag(for: entry.person.consent, on: Day(of: visit.now)).text)
        }
        return .page(
            Page(
                found.name, eyebrow: found.school.flatMap { names[$0] },
                crumb: Crumb("Classes", visit.link(.classes)), room: .roll,
                ClassesPage(
                    search: nil, showing: members.count == 1 ? "One person." : "\(members.count) people.",
                    caption: "Who is in the class", second: "Form", third: "Pictures", lines: lines,
                    anyLines: !lines.isEmpty,
                    blank: Blank("Nobody of the roll is in this class", "Who is in it comes with the next export."),
                    pager: nil)))
    }

    @Sendable private static func parents(_ visit: Visit) async throws -> Reply {
        let (words, page) = place(visit)
        let reach = try await RollReach(visit)
        let word = visit.organisation?.pupilWord ?? PupilWord()
        let found = try await visit.work.database.parents(
            ofSchools: reach.schools, named: words, most: most + 1, after: (page - 1) * most)
        let lines = found.prefix(most).map { line in
            ClassesPage.Line(
                name: line.name, link: visit.link(.person(id: .value(line.pupil.id.text))),
                second: (line.relation ?? "").capitalisedFirst,
                third: line.pupil.person.shortName + (line.pupil.person.form.map { ", \($0)" } ?? ""))
        }
        return .page(
            Page(
                "Parents", title: "People", lead: "Each name leads to the \(word.one) whom they answer for.",
                tabs: try await RollRoutes.tabs(visit, .parents), room: .roll,
                ClassesPage(
                    search: ClassesPage.Search(
                        to: visit.link(.parents), label: "Find by part of a name or e-mail address", words: words),
                    showing: showing(found.count, page, words), caption: "Parents", second: "To the \(word.one)",
                    third: word.one.capitalisedFirst, lines: lines, anyLines: !lines.isEmpty,
                    blank: words.isEmpty
                        ? Blank(
                            "No parent is known yet", "Parents come with a OneRoster export, or a list that names them."
                        )
                        : Blank(
                            "Nobody has this name or address", "Try part of it.",
                            action: HeadAction("Show all", visit.link(.parents))),
                    pager: pager(.parents, visit, page, found.count))))
    }
}
