import Actions
import Foundation
import Governance
import Reading

/// The register of consent: its lists, classes, whom to ask, and the file.
enum ConsentRoutes {
    static let all: [Route] =
        [
            .get(.consent, .listReaders) { visit in try await list(visit, words: "") },
            // a name that is looked for stands in no address
            .post(.consent, .consentReaders, .form) { visit in try await list(visit, words: visit.form.trimmed("q")) },
            .post(.consentAsk, .consentKeepers, .form, askAll),
            .get(.consentFile, .consentReaders, file),
            .get(.consentClass, .consentKeepers) { visit in .page(try await ClassAnswers.page(visit)) },
            .post(.consentClass, .consentKeepers, .form, ClassAnswers.save),
        ] + ConsentPersonRoutes.all + MyPictures.all + ConsentLetters.all + PictureRoutes.all + PictureListRoutes.all
        + VisitorObjections.all + ParentRoutes.all

    static let most = 50

    static func crumb(_ visit: Visit) -> Crumb { Crumb("Pictures and consent", visit.link(.consent)) }

    // MARK: - The register

    private static func list(_ visit: Visit, words: String) async throws -> Reply {
        guard WhoMay.consentReaders.admits(visit.visitor) else { return .see(.pictureLists) }
        let desk = try await ConsentDesk(visit)
        let asked = visit.form.has("show") ? visit.form : visit.query
        let shown = ConsentShown(rawValue: asked["show"]) ?? .everyone
        let page = min(max(Int(asked["page"]) ?? 1, 1), 2_000)
        let database = try visit.work.database
        let forms = try await database.forms(ofSchools: desk.slugs)
        let form = forms.first { $0.name == asked["form"] && [$0.school, ""].contains(asked["school"]) }
        let found = try await database.consentLines(
            shown, ofSchools: form.map { [$0.school] } ?? desk.slugs, form: form?.name, named: words, most: most + 1,
            after: (page - 1) * most)
        let twins = Set(Dictionary(grouping: found, by: called).filter { $0.value.count > 1 }.keys)
        let counts = try await desk.counts()
        let years = try await desk.yearsKept(of: found)
        let here = visit.link(.consent)
        let query = shown == .everyone ? "?" : "?show=\(shown.rawValue)&"
        let never = counts[.never] ?? 0
        let keeps = desk.keeps != .none
        let all = counts[.everyone] ?? 0
        return .page(
            Page(
                heading(never, ended: counts[.ended] ?? 0, of: all, desk.word), title: "Pictures and consent",
                actions: keeps
                    ? form.map { form in
                        [
                            HeadAction(
                                "Type answers of \(form.name)", icon: .pen, ClassAnswers.link(form, visit), filled: true
                            )
                        ]
                    } ?? [] : [], tabs: desk.tabs(shown, counts), room: .consent,
                ConsentPage(
                    to: here, search: words, show: shown.rawValue,
                    formGroups: formGroups(forms, chosen: form, here + query, desk),
                    lines: found.prefix(most).map { line in
                        ConsentPage.Line(
                            name: twins.contains(called(line)) && desk.keeps(line.entry.person)
                                ? line.entry.person.calledName : line.entry.person.shortName,
                            link: visit.link(.consentPerson(.value(line.entry.id.text))),
                            form: line.entry.person.form ?? "", tag: desk.tag(line),
                            allowed: line.entry.person.consent.inWords(on: Day(of: visit.now)),
                            about: desk.about(line, years), isPlain: desk.isPlain(line),
                            isSettled: line.request == nil && line.entry.leftAt == nil)
                    }, anyLines: !found.isEmpty, none: "Nobody is in this list.",
                    showing: page == 1 && found.count <= most
                        ? "\(found.count)"
                        : "\((page - 1) * most + 1) to \((page - 1) * most + min(found.count, most))",
                    pager: Pager(
                        here, keeping: ["show", "q", "form", "school"],
                        of: visit.form.has("show") ? visit.form : visit.query,
                        page: page, of: page + (found.count > most ? 1 : 0), "Before", "More"),
                    note: try await note(never, shown, desk),
                    ask: keeps ? try await ask(shown, desk) : nil,
                    links: [HeadAction("Save as a file (CSV)", icon: .download, visit.link(.consentFile))]
                        + (keeps ? [HeadAction("Letters to print", icon: .print, visit.link(.consentLetters))] : [])
                        + (visit.site.routes.admit(visit.visitor, to: .rollImport)
                            ? [
                                HeadAction(
                                    "Bring in a list of consents", icon: .upload,
                                    visit.link(.rollImport) + "?purpose=consents")
                            ] : [])
                        + (visit.site.routes.admit(visit.visitor, to: .lockedPictures)
                            ? [HeadAction("Locked pictures", icon: .lock, visit.link(.lockedPictures))] : [])
                        + (visit.site.routes.admit(visit.visitor, to: .notLetIn)
                            ? [HeadAction("Pictures not let in", icon: .cameraOff, visit.link(.notLetIn))] : []))))
    }

    /// Whom one press asks: those who were never asked, or on the list of those whose yes has ended these again.
    private static func ask(_ shown: ConsentShown, _ desk: ConsentDesk) async throws -> ConsentPage.Ask? {
        let which: ConsentShown = shown == .ended ? .endedUnasked : .never
        let counts = try await desk.visit.work.database.consentCounts(ofSchools: desk.keptSlugs)
        guard let count = counts[which], count > 0 else { return nil }
        let whom =
            which == .never
            ? "Ask all families who were never asked"
            : count == 1 ? "Ask again whose yes has ended" : "Ask all \(count) again whose yes has ended"
        return ConsentPage.Ask(to: desk.visit.link(.consentAsk), which: which.rawValue, text: whom)
    }

    /// The forms by school; of one school alone without its name.
    private static func formGroups(
        _ forms: [PupilForm], chosen: PupilForm?, _ query: String, _ desk: ConsentDesk
    ) -> [ConsentPage.Forms] {
        let schools = Set(forms.map(\.school))
        return desk.schools.filter { schools.contains($0.slug) }.map { school in
            ConsentPage.Forms(
                school: schools.count > 1 ? school.name : nil, isOpen: chosen?.school == school.slug,
                forms: forms.filter { $0.school == school.slug }.sorted {
                    $0.name.compare($1.name, options: .numeric) == .orderedAscending
                }.map { form in
                    Tab(
                        form.name, query + "form=\(escaped(form.name))&school=\(escaped(form.school))",
                        current: form == chosen)
                })
        }
    }

    /// The one thing worth saying above the list.
    private static func note(_ never: Int, _ shown: ConsentShown, _ desk: ConsentDesk) async throws -> Note? {
        if try await desk.visit.work.familyMail() == .hasNoAddress {
            return Note(
                .warn, "No question goes out by mail.",
                "Mail is on, but nobody has said by which address Chaperone is reached, so a link in a mail would lead "
                    + "nowhere. Whoever runs the machine says it there: chaperone address. Until then families are asked "
                    + "on paper.")
        }
        if shown == .left {
            return Note(
                .quiet, "Whoever has left is asked nothing more.",
                "Their answers are kept as proof; no new picture of them goes out, since they are on no roll. What is out "
                    + "stays until somebody asks: type their no, and it is ordered down.")
        }
        return never == 0 ? nil : try await neverNote(never, desk)
    }

    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    /// How a list without full names calls somebody.
    private static func called(_ line: ConsentLine) -> String {
        "\(line.entry.person.shortName) \(line.entry.person.form ?? "")"
    }

    private static func heading(_ never: Int, ended: Int, of all: Int, _ word: PupilWord) -> String {
        let over = ended == 0 ? "" : ended == 1 ? "; one yes has ended" : "; \(ended) yeses have ended"
        return switch (never, all) {
        case (_, 0): "Nobody is on the roll yet"
        case (0, _): "Every family was asked, or has answered\(over)"
        case (1, _): "The family of 1 \(word.one) was never asked\(over)"
        default: "The families of \(never) \(word.many) were never asked\(over)"
        }
    }

    private static func neverNote(_ never: Int, _ desk: ConsentDesk) async throws -> Note {
        var silent = false
        for school in desk.schools {
            silent =
                try await desk.visit.work.policyInForce(at: school.id)?.policy.takesSilenceForConsent ?? false || silent
        }
        return Note(
            .warn, never == 1 ? "One family was never asked." : "\(never) families were never asked.",
            silent
                ? "The policy lets silence count as consent. It counts only where somebody was asked, and had two weeks."
                : "Without a yes on record no picture of them goes out.")
    }

    @Sendable private static func askAll(_ visit: Visit) async throws -> Reply {
        let desk = try await ConsentDesk(visit)
        guard let which = ConsentShown(rawValue: visit.form["which"]), [.never, .endedUnasked].contains(which) else {
            throw TurnedAway.unreadableForm
        }
        let people = try await visit.work.database.consentPeople(which, ofSchools: desk.keptSlugs)
        try await AskAgain(people, hasEnded: which == .endedUnasked).perform(in: visit.work, by: visit.actor)
        return .seeLink(visit.link(.consent) + "?show=waiting")
    }

    private static func row(
        _ line: ConsentLine, _ names: [Identifier<User>: String], _ desk: ConsentDesk
    ) -> [String] {
        let person = line.entry.person
        let day = { (day: Day?) -> String in day.map { "\($0)" } ?? "" }
        let who = [person.calledName, person.number, person.form ?? "", person.school ?? ""]
        let state = [person.consent.inWords(on: Day(of: desk.visit.now)), desk.tag(line).text]
        guard let last = line.last else {
            return who + state + ["", "", "", "", "", day(person.consent.from), day(person.consent.until)]
                + [day(person.consent.askedOn)]
        }
        // of somebody who must not be found the file says no more than of anybody with a no
        let isSilent = last.isReadWithoutGiver || person.consent.isNo
        let said: [String] =
            isSilent
            ? [day(last.on), "", "", "", ""]
            : [
                day(last.on), last.giver(for: person), last.how, last.wording ?? "",
                last.by.user.flatMap { names[$0] } ?? "",
            ]
        return who + state + said + [day(person.consent.from), day(person.consent.until), day(person.consent.askedOn)]
    }

    @Sendable private static func file(_ visit: Visit) async throws -> Reply {
        let desk = try await ConsentDesk(visit)
        let database = try visit.work.database
        let lines =
            try await database.consentLines(.everyone, ofSchools: desk.slugs)
            + database.consentLines(.adults, ofSchools: desk.slugs)
        let head = [
            "Name", "Reference", "Form", "School", "Pictures", "State", "Last answer", "Given by",
            "How", "Edition", "Put on record by", "From", "Until", "Asked on",
        ]
        let names = try await database.userNames()
        let rows = lines.map { row($0, names, desk) }
        try await SaveConsentRegister(count: rows.count).perform(in: visit.work, by: visit.actor)
        return .download(
            name: "consent-\(Day(of: visit.now)).csv", type: "text/csv; charset=utf-8",
            Array(RegisterFile.text([head] + rows).utf8))
    }
}
