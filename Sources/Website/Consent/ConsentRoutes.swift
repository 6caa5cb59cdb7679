import Actions
import Foundation
import Governance
import Reading

/// The register of consent: lists, one person, answers on paper, letters, and whom to ask.
enum ConsentRoutes {
    static let all: [Route] =
        [
            .get(.consent, .listReaders) { visit in try await list(visit, words: "") },
            // a name that is looked for stands in no address
            .post(.consent, .consentReaders, .form) { visit in try await list(visit, words: visit.form.trimmed("q")) },
            .post(.consentAsk, .consentKeepers, .form, askAll),
            .get(.consentFile, .consentReaders, file),
            .get(.consentPerson(.any), .consentReaders, person),
            .get(.consentAnswer(.any), .consentKeepers) { visit in .page(try await PaperAnswer.page(visit)) },
            .post(.consentAnswer(.any), .consentKeepers, .form, PaperAnswer.save),
            .post(.consentAskOne(.any), .consentKeepers, .form) { visit in
                let line = try await ConsentDesk(visit).line()
                try await AskAgain([line.entry.id]).perform(in: visit.work, by: visit.actor)
                return .see(.consentPerson(.value(line.entry.id.text)))
            },
            .get(.consentNever(.any), .protectors) { visit in .page(try await neverForm(visit)) },
            .post(.consentNever(.any), .protectors, .form, never),
            .get(.consentShown(.any), .consentReaders, showing),
            .get(.consentClass, .consentKeepers) { visit in .page(try await ClassAnswers.page(visit)) },
            .post(.consentClass, .consentKeepers, .form, ClassAnswers.save),
            .get(.consentLetters, .consentKeepers) { visit in .page(try await letters(visit)) },
            .post(.consentLetters, .consentKeepers, .form) { visit in
                let people = visit.form.all("person").map { Identifier<Person>($0) }
                do {
                    try await GiveLetters(to: people).perform(in: visit.work, by: visit.actor)
                } catch ActionError.invalid { return .page(try await letters(visit)) }
                return .see(.consent)
            },
        ] + PictureRoutes.all + PictureListRoutes.all + ParentRoutes.all

    static let most = 50

    static func crumb(_ visit: Visit) -> Crumb { Crumb("Pictures and consent", visit.link(.consent)) }

    // MARK: - The register

    private static func list(_ visit: Visit, words: String) async throws -> Reply {
        guard WhoMay.consentReaders.admits(visit.visitor) else { return .see(.pictureLists) }
        let desk = try await ConsentDesk(visit)
        let asked = visit.form.has("show") ? visit.form : visit.query
        let shown = ConsentShown(rawValue: asked["show"]) ?? .everyone
        let page = min(max(Int(asked["page"]) ?? 1, 1), 2_000)
        let form = asked["form"].isEmpty ? nil : asked["form"]
        let database = try visit.work.database
        let found = try await database.consentLines(
            shown, ofSchools: desk.slugs, form: form, named: words, most: most + 1, after: (page - 1) * most)
        let counts = try await database.consentCounts(ofSchools: desk.slugs)
        let here = visit.link(.consent)
        let query = shown == .everyone ? "?" : "?show=\(shown.rawValue)&"
        let never = counts[.never] ?? 0
        let keeps = desk.keeps != .none
        let all = counts[.everyone] ?? 0
        return .page(
            Page(
                heading(never, of: all, desk.word), title: "Pictures and consent",
                actions: keeps && form != nil
                    ? [
                        HeadAction(
                            "Type answers of \(form ?? "")", icon: .pen,
                            visit.link(.consentClass) + "?form=\(escaped(form ?? ""))", filled: true)
                    ] : [], tabs: try await desk.tabs(.consent, shown: shown), room: .consent,
                ConsentPage(
                    to: here, search: words, show: shown.rawValue,
                    forms: try await database.forms(ofSchools: desk.slugs).prefix(60).map {
                        Tab($0, here + query + "form=\(escaped($0))", current: $0 == form)
                    }, anyForms: all > 0,
                    lines: found.prefix(most).map { line in
                        ConsentPage.Line(
                            name: line.entry.person.shortName,
                            link: visit.link(.consentPerson(.value(line.entry.id.text))),
                            form: line.entry.person.form ?? "", tag: desk.tag(line),
                            allowed: line.entry.person.consent.inWords, about: desk.about(line))
                    }, anyLines: !found.isEmpty, none: "Nobody is in this list.",
                    showing: page == 1 && found.count <= most
                        ? "\(found.count)"
                        : "\((page - 1) * most + 1) to \((page - 1) * most + min(found.count, most))",
                    pager: Pager(
                        here, keeping: ["show", "q", "form"], of: visit.form.has("show") ? visit.form : visit.query,
                        page: page, of: page + (found.count > most ? 1 : 0), "Before", "More"),
                    never: never == 0 ? nil : try await neverNote(never, desk),
                    askAll: keeps && never > 0 ? visit.link(.consentAsk) : nil,
                    links: [HeadAction("Save as a file (CSV)", icon: .download, visit.link(.consentFile))]
                        + (keeps ? [HeadAction("Letters to print", icon: .print, visit.link(.consentLetters))] : []))))
    }

    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private static func heading(_ never: Int, of all: Int, _ word: PupilWord) -> String {
        switch (never, all) {
        case (_, 0): "Nobody is on the roll yet"
        case (0, _): "Every family was asked, or has answered"
        case (1, _): "1 \(word.one) was never asked about"
        default: "\(never) \(word.many) were never asked about"
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
        let found = try await visit.work.database.consentLines(.never, ofSchools: desk.slugs, most: 20_000)
        let people = found.filter { desk.keeps($0.entry.person) }.map(\.entry.id)
        try await AskAgain(people).perform(in: visit.work, by: visit.actor)
        return .seeLink(visit.link(.consent) + "?show=waiting")
    }

    @Sendable private static func file(_ visit: Visit) async throws -> Reply {
        let desk = try await ConsentDesk(visit)
        let database = try visit.work.database
        let lines =
            try await database.consentLines(.everyone, ofSchools: desk.slugs, most: 200_000)
            + database.consentLines(.adults, ofSchools: desk.slugs, most: 200_000)
        let head = ["Name", "Reference", "Form", "School", "Pictures", "State", "Last answer", "How", "Asked on"]
        let rows = lines.map { line in
            let person = line.entry.person
            return [
                person.calledName, person.number, person.form ?? "", person.school ?? "", person.consent.inWords,
                desk.tag(line).text, line.last.map { "\($0.on)" } ?? "", line.last?.how ?? "",
                person.consent.askedOn.map { "\($0)" } ?? "",
            ]
        }
        return .download(
            name: "consent-\(Day(of: visit.now)).csv", type: "text/csv; charset=utf-8",
            Array(RegisterFile.text([head] + rows).utf8))
    }

    // MARK: - One person

    @Sendable private static func person(_ visit: Visit) async throws -> Reply {
        let desk = try await ConsentDesk(visit)
        let line = try await desk.line()
        let person = line.entry.person
        let id = SiteURL.Part.value(line.entry.id.text)
        let database = try visit.work.database
        let answers = try await database.saidOfPictures(of: line.entry.id)
        let parents = try await database.parents(of: line.entry)
        let standing = ConsentStanding(answers, parents: parents.map(\.name), on: Day(of: visit.now))
        let protects = desk.protects(person)
        let never = answers.last { $0.giver == .school && $0.consent.status == .objected }
        let reason =
            protects && standing.counting.contains { $0.giver == .school }
            ? try await never.map(\.number).asyncMap { try await visit.work.reason(of: $0) } ?? nil : nil
        let names = try await database.userNames()
        return .page(
            Page(
                person.shortName,
                eyebrow: [person.kind == .pupil ? desk.word.one.capitalisedFirst : "Staff", person.form]
                    .compactMap(\.self).joined(separator: ", "),
                crumb: crumb(visit), room: .consent,
                ConsentPersonPage(
                    tag: desk.tag(line), facts: facts(line, parents, desk),
                    note: standing.isDisputed && !standing.counting.contains { $0.giver == .school }
                        ? Note(.hold, "Not all who answered agree.", "One no is a no, whoever else said yes.") : nil,
                    ledger: answers.reversed().map { entry($0, of: person, protects: protects, names) },
                    anyLedger: !answers.isEmpty,
                    answer: desk.keeps(person)
                        ? HeadAction("Type an answer", icon: .pen, visit.link(.consentAnswer(id))) : nil,
                    shown: visit.link(.consentShown(id)),
                    ask: desk.keeps(person) && person.kind == .pupil && line.request == nil
                        ? visit.link(.consentAskOne(id)) : nil,
                    never: protects
                        ? HeadAction(
                            reason == nil ? "Never picture them" : "Lift or change the never", icon: .lock,
                            visit.link(.consentNever(id))) : nil,
                    reason: reason)))
    }

    private static func facts(_ line: ConsentLine, _ parents: [ParentLine], _ desk: ConsentDesk) -> [Fact] {
        let person = line.entry.person
        var facts = [Fact("Pictures", person.consent.inWords)]
        if let asked = person.consent.askedOn { facts.append(Fact("Asked on", When.date(asked))) }
        if line.request != nil { facts.append(Fact("Open request", desk.about(line))) }
        for parent in parents {
            facts.append(
                Fact("Parent", [parent.name, parent.relation, parent.email].compactMap(\.self).joined(separator: ", ")))
        }
        return facts
    }

    private static func entry(
        _ answer: ConsentAnswer, of person: Person, protects: Bool, _ names: [Identifier<User>: String]
    ) -> LedgerEntry {
        let isSchool = answer.giver == .school
        let said =
            isSchool && !protects
            ? "An objection is on record" : answer.consent == Consent() ? "Taken back" : answer.consent.inWords
        let who = isSchool && !protects ? nil : answer.giver(for: person)
        let signed = answer.signedAs.map { "signed “\($0)”" }
        let language = answer.language.map {
            $0 == "en" ? "" : "in \(Locale(identifier: "en_GB").localizedString(forLanguageCode: $0) ?? $0)"
        }
        let by =
            isSchool && !protects
            ? nil : answer.by.user.map { "put on record by \(names[$0] ?? "someone who has left")" }
        let wording = answer.wording.map { "wording of \($0)" }
        let parts = [who, isSchool ? nil : answer.how, signed, language, wording, by].compactMap(\.self)
            .filter { !$0.isEmpty }
        return LedgerEntry(
            String(When.date(answer.on).dropLast(5)), String(answer.on.year), title: said,
            text: parts.joined(separator: ", ").capitalisedFirst + ".")
    }

    @Sendable private static func showing(_ visit: Visit) async throws -> Reply {
        let line = try await ConsentDesk(visit).line()
        let found = try await visit.work.database.everythingShowing(line.entry.id)
        let mayRead = WhoMay.deciders.admits(visit.visitor)
        let entries =
            found.placements.map { placement in
                LedgerEntry(
                    String(When.date(placement.publishAt).dropLast(5)), String(Day(of: placement.publishAt).year),
                    title: "A post on \(placement.account.name)",
                    link: mayRead ? visit.link(.post(.value(placement.post.text))) : nil,
                    tag: Tag(Self.tone(placement.state), placement.state.title),
                    text: placement.account.network.title + ".")
            }
            + found.drafts.map { post in
                LedgerEntry(
                    "Draft", title: "A draft", link: mayRead ? visit.link(.post(.value(post.text))) : nil,
                    tag: Tag(.quiet, "Draft"))
            }
        let name = line.entry.person.shortName
        return .page(
            Page(
                entries.isEmpty ? "Nothing shows \(name)" : "Everything that shows \(name)",
                lead: entries.isEmpty ? nil : "By who was said to be in each picture.",
                crumb: Crumb(name, visit.link(.consentPerson(.value(line.entry.id.text)))), room: .consent,
                ShowingPage(
                    ledger: entries, anyLedger: !entries.isEmpty,
                    blank: Blank("No picture", "Posts with a picture of \(name) stand here, with what becomes of them.")
                )))
    }

    private static func tone(_ state: PlacementState) -> Tone {
        switch state {
        case .ordered, .stopped: .block
        case .published: .clear
        case .waiting, .scheduled, .ready: .hold
        default: .quiet
        }
    }

    // MARK: - Never

    private static func neverForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try await ConsentDesk(visit)
        let line = try await desk.line()
        guard desk.protects(line.entry.person) else { throw TurnedAway.notFound }
        let name = line.entry.person.shortName
        let back = Crumb(name, visit.link(.consentPerson(.value(line.entry.id.text))))
        return Page(
            "Never picture \(name)?",
            lead:
                "Everybody else meets a refusal like any other. Only the headteacher and the safeguarding lead can read why.",
            crumb: back, problems: problems, room: .consent,
            FormPage(
                to: visit.link(.consentNever(.value(line.entry.id.text))),
                [
                    .choices(
                        ChoiceField(
                            "never", "What holds?",
                            [
                                ("never", "They must never be pictured", nil),
                                ("lifted", "What the family says holds again", nil),
                            ], chosen: [visit.form.has("never") ? visit.form["never"] : "never"], problems: problems)),
                    .area(
                        TextField(
                            "reason", "Why?", hint: "It is kept sealed.", value: visit.form["reason"],
                            problems: problems)),
                ], button: "Save", cancel: HeadAction("Not now", back.link)))
    }

    @Sendable private static func never(_ visit: Visit) async throws -> Reply {
        let line = try await ConsentDesk(visit).line()
        do {
            try await SayNever(
                line.entry.id, reason: visit.form["never"] == "lifted" ? nil : visit.form["reason"]
            ).perform(in: visit.work, by: visit.actor)
            return .see(.consentPerson(.value(line.entry.id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await neverForm(visit, errors.map(Problem.init)))
        }
    }

    // MARK: - Letters

    private static func letters(_ visit: Visit) async throws -> Page {
        let desk = try await ConsentDesk(visit)
        let isMailOn = try await visit.work.isMailOn()
        let waiting = try await visit.work.database.consentLines(.waiting, ofSchools: desk.slugs, most: 500)
            .filter { $0.request?.askedAt == nil && (!$0.hasMail || !isMailOn) && desk.keeps($0.entry.person) }
        let words = PictureWords.english
        let name = visit.organisation?.name ?? ""
        return Page(
            waiting.isEmpty
                ? "No letter to print"
                : waiting.count == 1 ? "1 family to ask on paper" : "\(waiting.count) families to ask on paper",
            crumb: crumb(visit), frame: .journey, room: .consent,
            ConsentLettersPage(
                to: visit.link(.consentLetters),
                letters: waiting.map {
                    .init(id: $0.entry.id.text, name: $0.entry.person.shortName, form: $0.entry.person.form ?? "")
                }, anyLetters: !waiting.isEmpty,
                none: "Nobody waits for a letter. Families with an e-mail address on record are asked by mail.",
                places: Consent.Channel.allCases.map {
                    .init(title: words[$0.rawValue], hint: words[$0.rawValue + "-hint"])
                },
                words: .init(
                    lead: words["lead", ["school": name]], promise: words["promise"], version: words.version,
                    yes: words["yes"], no: words["no"]), school: name))
    }
}

extension Optional {
    fileprivate func asyncMap<Other>(_ transform: (Wrapped) async throws -> Other) async rethrows -> Other? {
        if let self { try await transform(self) } else { nil }
    }
}
