import Actions
import Governance
import Reading

extension RollImportPage {
    private static let most = 50
    /// Leavers are ticked one by one up to so many; more are a different list.
    private static let mostTicked = 200

    static func page(_ job: ImportJob, _ visit: Visit, problems: [Problem] = []) async throws -> Page {
        guard let trial = job.trial, let counts = trial.counts else { throw TurnedAway.notFound }
        let work = try visit.work
        let staging = try StagedList(opening: work.installation.importDesk.staged(job.id, in: work))
        let id = SiteURL.Part.value(job.id)
        let asked = visit.form.has("list") || visit.form.has("page") ? visit.form : visit.query
        let lists: [(name: String, text: String, count: Int)] = [
            ("look", "Look at these rows", counts.held + counts.doubtfulConsents + counts.warnings),
            ("added", "New", counts.added), ("changed", "Changed", counts.changed + counts.returning),
            ("gone", "Not in the file", counts.gone),
        ].filter { $0.count > 0 }
        let list = lists.first { $0.name == asked["list"] } ?? lists.first
        let page = min(max(Int(asked["page"]) ?? 1, 1), 1 + (list?.count ?? 0) / most)
        let link = visit.link(.importJob(id))
        let (doubts, people) = try await rows(list?.name ?? "", page, staging, work)
        let fresh = counts.added + counts.changed + counts.returning
        var kept = Form(values: ["list": [list?.name ?? ""]], files: [:])
        if list == nil { kept = Form() }
        return Page(
            counts.isNothing ? "Nothing to bring in" : "This is what would change", title: "Bring in the roll",
            lead: "A trial run of \(job.names). Nothing is saved until you confirm it.", crumb: RollRoutes.crumb(visit),
            problems: problems, room: .roll,
            RollImportPage(
                same: counts.same, fresh: fresh,
                small: "\(counts.added) new, \(counts.changed) changed"
                    + (counts.returning > 0 ? ", \(counts.returning) back" : ""),
                held: counts.held, notes: ImportNotes.notes(trial, counts, visit, id),
                tabs: lists.map {
                    Tab($0.text, "\(link)?list=\($0.name)#lists", count: $0.count, current: $0.name == list?.name)
                }, anyTabs: !lists.isEmpty, doubts: doubts, anyDoubts: !doubts.isEmpty, people: people,
                anyPeople: !people.isEmpty,
                pager: Pager(
                    link, keeping: ["list"], of: kept, page: page,
                    of: ((list?.count ?? 0) + most - 1) / most, "Before", "More"),
                notRead: trial.notRead.isEmpty ? nil : trial.notRead.prefix(40).joined(separator: ", "),
                notReadCount: trial.notRead.count == 1 ? "1 column was" : "\(trial.notRead.count) columns were",
                columns: trial.form == nil ? visit.link(.importColumns(id)) : nil,
                to: visit.link(.importDecision(id)), reading: job.readings, sure: sure(trial, problems),
                leavers: leavers(trial, counts, visit.form, problems),
                gone: try await gone(counts, staging, work), users: users(counts, visit),
                confirm: counts.isNothing ? nil : confirm(fresh, trial), says: says(fresh, counts),
                cancel: visit.link(.importCancel(id))))
    }

    private static func rows(
        _ list: String, _ page: Int, _ staging: StagedList, _ work: Organisation
    ) async throws -> ([HeldRow], [ImportLine]) {
        let after = (page - 1) * most
        switch list {
        case "look": return (try staging.doubts(most: most, after: after).map(HeldRow.init), [])
        case "added":
            return (
                [],
                try staging.added(most: most, after: after).map {
                    ImportLine(
                        name: $0.person.shortName, ref: $0.person.number,
                        text: $0.person.form ?? ($0.person.kind == .staff ? "Staff" : ""))
                }
            )
        case "changed":
            return (
                [],
                try await staging.changed(in: work.database, most: most, after: after).map { entry, row in
                    let changes = row.changes.map { "\($0.column): \(shown($0.before)) → \(shown($0.after))" }
                    return ImportLine(
                        name: row.person.shortName, ref: row.person.number,
                        text: (entry.leftAt == nil ? changes : ["Comes back"] + changes).joined(separator: "; "))
                }
            )
        case "gone":
            return (
                [],
                try await staging.gone(in: work.database, most: most, after: after).map {
                    ImportLine(name: $0.person.shortName, ref: $0.person.number, text: $0.person.form ?? "")
                }
            )
        default: return ([], [])
        }
    }

    private static func shown(_ text: String) -> String { text.isEmpty ? "(nothing)" : text }

    private static func confirm(_ fresh: Int, _ trial: ImportTrial) -> String {
        fresh == 0 ? "Confirm" : "Bring in \(fresh) \(fresh == 1 ? "person" : "people")"
    }

    private static func says(_ fresh: Int, _ counts: ImportCounts) -> String {
        if counts.isNothing, counts.held > 0 {
            return counts.held == 1
                ? "Nothing changes: one row stays out, and the roll says all the rest already."
                : "Nothing changes: \(counts.held) rows stay out, and the roll says all the rest already."
        }
        if counts.isNothing { return "The roll says all this already, or nobody is in the file. Nothing changes." }
        let held = counts.held == 0 ? "" : " \(counts.held) rows stay out."
        let more = [
            counts.parents > 0 ? "\(counts.parents) parents" : nil,
            counts.classes > 0 ? "\(counts.classes) classes and places in them" : nil,
        ].compactMap { $0 }
        return "\(fresh) \(fresh == 1 ? "person" : "people") will be added or changed."
            + (more.isEmpty ? "" : " So will " + more.joined(separator: " and ") + ".") + held
    }

    private static func sure(_ trial: ImportTrial, _ problems: [Problem]) -> ChoiceField? {
        trial.timesTheRoll.map { times in
            ChoiceField(
                "sure", "This list is \(times) times your roll. Is it the right one?", several: true,
                [("yes", "Yes, it is the right list", nil)], problems: problems)
        }
    }

    private static func leavers(
        _ trial: ImportTrial, _ counts: ImportCounts, _ form: Form, _ problems: [Problem]
    ) -> ChoiceField? {
        guard counts.gone > 0 else { return nil }
        var choices: [(value: String, text: String, small: String?)] = [
            ("stay", "Nobody has left: change nothing", nil),
            ("all", counts.gone == 1 ? "That person has left" : "All \(counts.gone) have left", nil),
        ]
        if counts.gone > 1, counts.gone <= mostTicked { choices.append(("ticked", "Only those ticked below", nil)) }
        return ChoiceField(
            "leavers",
            counts.gone == 1
                ? "1 on the roll is not in the file. Has that person left?"
                : "\(counts.gone) on the roll are not in the file. Have they left?",
            hint: trial.isPartOfRoll ? "That is much of the roll. Perhaps only one year was exported." : nil, choices,
            chosen: form.has("leavers") ? [form["leavers"]] : trial.isPartOfRoll ? [] : ["stay"], problems: problems)
    }

    private static func gone(
        _ counts: ImportCounts, _ staging: StagedList, _ work: Organisation
    ) async throws -> ChoiceField? {
        guard counts.gone > 1, counts.gone <= mostTicked else { return nil }
        let people = try await staging.gone(in: work.database, most: mostTicked)
        return ChoiceField(
            "left", "Tick who has left", several: true,
            people.map {
                ($0.id.text, $0.person.shortName, [$0.person.number, $0.person.form ?? ""].joined(separator: " "))
            })
    }

    private static func users(_ counts: ImportCounts, _ visit: Visit) -> ChoiceField? {
        guard counts.users > 0, WhoMay.administrators.admits(visit.visitor) else { return nil }
        return ChoiceField(
            "users",
            "\(counts.users) of the staff have the e-mail address of somebody who signs in", several: true,
            [("yes", "They are the same people", "When they leave the roll, it is known who signs in as them.")])
    }
}

extension RollImportPage.HeldRow {
    init(_ doubt: ImportDoubt) {
        self.init(
            row: (doubt.file.isEmpty ? "" : doubt.file + ", ") + "Line \(doubt.line)", column: doubt.column,
            says: doubt.value, wrong: doubt.says + ".", advice: doubt.advice + ".",
            tag: doubt.weight == .held
                ? Tag(.hold, "Stays out") : doubt.weight == .consent ? Tag(.warn, "No consent") : nil)
    }
}
