import Actions
import Foundation
import Governance
import Reading

/// The guidance on safeguarding that staff are to know, by its editions (HBK-16).
enum SafeguardingRoutes {
    static let all: [Route] = [
        .get(.safeguarding, .signedIn) { visit in .page(try await page(visit)) },
        .post(.safeguarding, .signedIn, .form, read),
        .get(.safeguardingFile, .roles(Set(readersRoles)), file),
        .get(.newEdition, .editionKeepers) { visit in .page(try await newForm(visit)) },
        .post(.newEdition, .editionKeepers, .form, add),
    ]

    /// Who sees who has read it, where they hold the role.
    private static let readersRoles = PolicyRegister.readers + [.dsl]

    @Sendable private static func read(_ visit: Visit) async throws -> Reply {
        guard visit.form["confirm"] == "yes", let edition = Int(visit.form["edition"]) else {
            return .page(try await page(visit, [Problem("confirm", "Tick the box when you have read it")]))
        }
        try await ReadEdition(edition: edition).perform(in: visit.work, by: visit.me.user.id)
        return .see(.safeguarding)
    }

    private static func page(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let shown = try await PolicyShown(visit)
        let facts = try await visit.work.database.editionFacts()
        let me = try visit.me.user.id
        let tell = HeadAction("Tell the DSL", icon: .shield, visit.link(.tellDSL))
        let schools = try await visit.work.database.schools()
        let mayAdd = try visit.me.authority.holds(
            any: AddEdition.keepers, at: schools.count == 1 ? schools[0].id : nil)
        guard let edition = facts.inForce(on: Day(of: visit.now)) else {
            return Page(
                "No guidance of this kind is known here", title: "Safeguarding",
                lead: "The policy in force still stands, and so does the law of your nation.",
                tabs: shown.tabs(visit, .safeguarding), room: .policy,
                SafeguardingPage(
                    standing: nil, facts: [], anyFacts: false, whole: nil, says: [], anySays: false, form: nil,
                    edition: 0, readers: nil, tell: tell))
        }
        let policyLink = visit.link(.policy) + shown.query
        let says = shown.policy.clauses.filter { $0.duties.contains("HBK-16") }.map { clause in
            PolicyGuidancePage.Line(
                text: clause.says,
                clause: ClauseChip(
                    clause.at, part: clause.part,
                    at: policyLink + "#" + ClauseChip.anchor(clause.at, part: clause.part)))
        }
        let said = facts.read(edition, by: me)
        let asked = try await Self.asked(visit)
        let isAsked = asked.contains { $0.id == me }
        let later = StatutoryEdition.all(in: facts.nation, added: facts.added).filter { $0.from > edition.from }
        return Page(
            edition.name, title: "Safeguarding",
            actions: mayAdd ? [HeadAction("Add a new edition", icon: .plus, visit.link(.newEdition))] : [],
            tabs: shown.tabs(visit, .safeguarding), problems: problems, room: .policy,
            SafeguardingPage(
                standing: said.map { Note(.clear, "You have read it.", "You said so on \(When.date($0.at)).") }
                    ?? (isAsked
                        ? Note(.hold, "You have not said that you have read it.", "The policy asks you to.")
                        : nil),
                facts: [Fact("In force since", When.date(edition.from))]
                    + later.map { Fact("The edition of \($0.edition)", "in force from \(When.date($0.from))") },
                anyFacts: true, whole: HeadAction("Read it where it is published", edition.link), says: says,
                anySays: !says.isEmpty,
                form: said == nil ? AcknowledgementPage.Saying(to: visit.link(.safeguarding), problems) : nil,
                edition: edition.edition,
                readers: WhoMay.roles(Set(readersRoles)).admits(visit.visitor) && !asked.isEmpty
                    ? readers(try await inReach(asked, visit), edition, facts, visit) : nil, tell: tell))
    }

    /// Whom a policy in force asks to read it, by name.
    private static func asked(_ visit: Visit) async throws -> [(id: Identifier<User>, name: String, grants: [Grant])] {
        let facts = try await visit.work.database.registerFacts()
        let asking = try await visit.work.asking(facts)
        return facts.people.filter { person in
            asking.asked(of: person.user.kind, holding: person.grants).contains { $0.policy.asksForGuidance }
        }.map { ($0.user.id, $0.user.name, $0.grants) }
    }

    private static func inReach(
        _ asked: [(id: Identifier<User>, name: String, grants: [Grant])], _ visit: Visit
    ) async throws -> [(id: Identifier<User>, name: String)] {
        let schools = try await visit.work.database.schools().map(\.id)
        let reach = try visit.me.authority.reach(as: readersRoles, among: schools)
        return asked.filter { one in
            reach.contains(anyOf: one.grants.map(\.school))
        }.map { ($0.id, $0.name) }
    }

    private static func readers(
        _ asked: [(id: Identifier<User>, name: String)], _ edition: StatutoryEdition, _ facts: EditionFacts,
        _ visit: Visit
    ) -> SafeguardingPage.Readers {
        let read = asked.count { facts.read(edition, by: $0.id) != nil }
        return SafeguardingPage.Readers(
            says: read == asked.count
                ? "Everyone who is asked has read it." : "\(read) of \(asked.count) who are asked have read it.",
            people: asked.map { line($0, edition, facts) }, file: visit.link(.safeguardingFile))
    }

    private static func line(
        _ one: (id: Identifier<User>, name: String), _ edition: StatutoryEdition, _ facts: EditionFacts
    ) -> SafeguardingPage.Line {
        if let read = facts.read(edition, by: one.id) {
            return SafeguardingPage.Line(
                name: one.name, tag: Tag(.clear, "Has read it", icon: .check), small: "on \(When.date(read.at))")
        }
        let before = facts.reads(by: one.id).first
        return SafeguardingPage.Line(
            name: one.name, tag: Tag(.hold, "Not yet", icon: .clock),
            small: before.map { "the edition of \($0.edition) on \(When.date($0.at))" } ?? "no edition before either")
    }

    /// A row for each edition that somebody read, and one for whoever has not read the one in force.
    @Sendable private static func file(_ visit: Visit) async throws -> Reply {
        let facts = try await visit.work.database.editionFacts()
        guard let edition = facts.inForce(on: Day(of: visit.now)) else { throw TurnedAway.notFound }
        let people = try await inReach(asked(visit), visit)
        let rows = people.flatMap { one -> [[String]] in
            let reads = facts.reads(by: one.id).map { [one.name, "\($0.edition)", "\(Day(of: $0.at))"] }
            return facts.read(edition, by: one.id) == nil
                ? [[one.name, "\(edition.edition)", "not yet"]] + reads : reads
        }
        return .download(
            name: "safeguarding-\(Day(of: visit.now)).csv", type: "text/csv; charset=utf-8",
            Array(RegisterFile.text([["Name", "Edition of \(edition.title)", "Read on"]] + rows).utf8))
    }

    // MARK: - A new edition

    private static func newForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let facts = try await visit.work.database.editionFacts()
        guard let guidance = StatutoryEdition.guidance(in: facts.nation) else { throw TurnedAway.notFound }
        return form(
            visit.form, guidance: guidance, to: visit.link(.newEdition),
            back: Crumb("Safeguarding", visit.link(.safeguarding)), problems: problems)
    }

    private static func form(
        _ form: Form, guidance: (title: String, link: String), to link: String, back: Crumb, problems: [Problem]
    ) -> Page {
        Page(
            "A new edition of \(guidance.title)",
            lead: "From its first day on, everyone whose policy asks it is asked to read it and say so.", crumb: back,
            problems: problems, room: .policy,
            FormPage(
                to: link,
                [
                    .text(
                        TextField(
                            "edition", "The year by which it is called", value: form["edition"], autocomplete: "off",
                            short: true, problems: problems)),
                    .text(
                        TextField(
                            "from", "Its first day", value: form["from"], type: "date", short: true,
                            problems: problems)),
                    .text(
                        TextField(
                            "link", "Where it is to be read",
                            value: form.has("link") ? form["link"] : guidance.link, type: "url", autocomplete: "off",
                            problems: problems)),
                ], button: "Add the edition", cancel: HeadAction("Not now", back.link)))
    }

    @Sendable private static func add(_ visit: Visit) async throws -> Reply {
        do {
            guard let edition = Int(visit.form.trimmed("edition")) else {
                throw ActionError.invalid("edition", "Enter the year by which the edition is called")
            }
            guard let from = Day(written: visit.form.trimmed("from")) else {
                throw ActionError.invalid("from", "Write the day like this: 1 September 2026")
            }
            try await AddEdition(edition: edition, from: from, link: visit.form["link"])
                .perform(in: visit.work, by: visit.actor)
            return .see(.safeguarding)
        } catch ActionError.invalid(let errors) {
            return .page(try await newForm(visit, errors.map(Problem.init)))
        }
    }

    static var examples: [Page] {
        [
            form(
                Form(), guidance: ("Keeping Children Safe in Education", "https://www.gov.uk/"),
                to: "/harbour-view/policy/safeguarding/new",
                back: Crumb("Safeguarding", "/harbour-view/policy/safeguarding"),
                problems: [Problem("edition", "This edition is on the register already")])
        ]
    }
}
