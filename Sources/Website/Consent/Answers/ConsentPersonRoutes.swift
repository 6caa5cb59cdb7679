import Actions
import Foundation
import Governance
import Reading

/// One person in the register of consent: what counts, everything that was said and shown, who answers for them, and the
/// school's never.
enum ConsentPersonRoutes {
    static let all: [Route] = [
        .get(.consentPerson(.any), .consentReaders) { visit in .page(try await person(visit)) },
        .get(.consentAnswer(.any), .consentKeepers) { visit in .page(try await PaperAnswer.page(visit)) },
        .post(.consentAnswer(.any), .consentKeepers, .form, PaperAnswer.save),
        .post(.consentAskOne(.any), .consentKeepers, .form) { visit in
            let line = try await ConsentDesk(visit).line()
            try await AskAgain([line.entry.id]).perform(in: visit.work, by: visit.actor)
            return .see(.consentPerson(.value(line.entry.id.text)))
        },
        .get(.consentParents(.any), .parentKeepers) { visit in .page(try await ParentsForm.page(visit)) },
        .post(.consentParents(.any), .parentKeepers, .form, ParentsForm.save),
        .get(.consentNever(.any), .protectors) { visit in .page(try await neverForm(visit)) },
        .post(.consentNever(.any), .protectors, .form, never),
        .post(.consentNeverReason(.any), .protectors, .form) { visit in
            let line = try await ConsentDesk(visit).line()
            let reason = try await ReadNeverReason(line.entry.id).perform(in: visit.work, by: visit.actor)
            return .page(try await person(visit, reason: reason))
        },
        .get(.consentShown(.any), .consentReaders, showing),
    ]

    /// - Parameter reason: why the school says never, for whoever has asked for it and may know.
    private static func person(_ visit: Visit, reason: String? = nil) async throws -> Page {
        let desk = try await ConsentDesk(visit)
        let line = try await desk.line()
        let person = line.entry.person
        let id = SiteURL.Part.value(line.entry.id.text)
        let database = try visit.work.database
        let answers = try await database.saidOfPictures(of: line.entry.id)
        let parents = try await database.parents(of: line.entry)
        let standing = try await ConsentStanding(
            answers, parents: database.parentsEver(of: line.entry.id), on: Day(of: visit.now))
        let protects = desk.protects(person)
        let never = answers.last(where: \.isNever)
        let isSealed =
            protects && reason == nil && standing.counting.contains { $0.giver == .school }
            ? try await never.map(\.number).asyncMap { try await database.hasReason($0) } ?? false : false
        let names = try await database.userNames()
        return
            Page(
                person.shortName,
                eyebrow: [
                    person.kind == .pupil ? desk.word.one.capitalisedFirst : "Staff", person.form,
                    line.entry.leftAt.map { "left on \(When.date($0))" },
                ].compactMap(\.self).joined(separator: ", "),
                crumb: ConsentRoutes.crumb(visit), room: .consent,
                ConsentPersonPage(
                    tag: desk.tag(line), facts: try await facts(line, parents, desk),
                    note: note(line, standing, protects: protects),
                    ledger: answers.reversed().map { entry($0, of: person, protects: protects, names) },
                    anyLedger: !answers.isEmpty,
                    answer: desk.keeps(person)
                        ? HeadAction("Type an answer", icon: .pen, visit.link(.consentAnswer(id))) : nil,
                    shown: visit.link(.consentShown(id)),
                    ask: desk.keeps(person) && person.kind == .pupil && line.request == nil && line.entry.leftAt == nil
                        && (protects || !person.consent.isNo)
                        ? visit.link(.consentAskOne(id)) : nil,
                    parents: person.kind == .pupil && desk.keepsParents(person)
                        ? HeadAction("Change who answers for them", icon: .people, visit.link(.consentParents(id)))
                        : nil,
                    never: protects && line.entry.leftAt == nil
                        ? HeadAction(
                            never == nil ? "Never picture them" : "Change or end this", icon: .lock,
                            visit.link(.consentNever(id))) : nil,
                    readReason: isSealed ? visit.link(.consentNeverReason(id)) : nil, reason: reason))
    }

    private static func note(_ line: ConsentLine, _ standing: ConsentStanding, protects: Bool) -> Note? {
        if line.request?.isOfPhase == true {
            return Note(
                .hold, "The family is asked again.",
                "They came into another phase of schooling. What was said before stands "
                    + (line.request?.oldEndsOn.map { "until \(When.date($0))." } ?? "until they say something new."))
        }
        // of no no it is said whose it is: one of them is the school’s
        guard standing.isDisputed, protects || !standing.consent.isNo else { return nil }
        return Note(.hold, "Not all who answered agree.", "One no is a no, whoever else said yes.")
    }

    private static func facts(
        _ line: ConsentLine, _ parents: [ParentLine], _ desk: ConsentDesk
    ) async throws -> [Fact] {
        let person = line.entry.person
        let says = person.consent.inWords(on: Day(of: desk.visit.now))
        // what the tag has said is not said again
        var facts = says == desk.tag(line).text ? [] : [Fact("Pictures", says)]
        facts += try await PictureOutcome.facts(of: line.entry, desk)
        if let asked = person.consent.askedOn { facts.append(Fact("Asked on", When.date(asked))) }
        if let from = person.consent.from { facts.append(Fact("From", When.date(from))) }
        if let until = person.consent.until { facts.append(Fact("Until", When.date(until))) }
        let years = try await desk.yearsKept(of: [line])
        if line.request != nil { facts.append(Fact("Open question", desk.about(line, years))) }
        if let left = line.entry.leftAt { facts.append(Fact("Kept", desk.kept(line, leftAt: left, years))) }
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
        guard protects || !answer.isReadWithoutGiver else {
            return LedgerEntry(
                String(When.date(answer.on).dropLast(5)), String(answer.on.year),
                title: answer.consent.isNo ? "No" : "Taken back", text: nil)
        }
        let said = answer.consent == Consent() ? "Taken back" : answer.consent.inWords(on: answer.on)
        let who = answer.giver(for: person)
        let signed = answer.signedAs.map { "signed “\($0)”" }
        let language = answer.language.map {
            $0 == "en" ? "" : "in \(Locale(identifier: "en_GB").localizedString(forLanguageCode: $0) ?? $0)"
        }
        let by =
            answer.way == .link
            ? nil : answer.by.user.map { "put on record by \(names[$0] ?? "someone who has left")" }
        let wording = answer.wording.map { "edition \($0) of the form" }
        let parts = [who, isSchool ? nil : answer.how, signed, language, wording, by].compactMap(\.self)
            .filter { !$0.isEmpty }
        return LedgerEntry(
            String(When.date(answer.on).dropLast(5)), String(answer.on.year), title: said,
            text: parts.isEmpty ? nil : parts.joined(separator: ", ").capitalisedFirst + ".")
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
                    text: placement.account.network.title + "."
                        + (found.toComeDown[placement.id].map { comesDown($0, visit) } ?? ""))
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
                    none: "Of no picture, in a draft or a post, has anybody said that it shows them.")))
    }

    /// By when, and who is asked.
    private static func comesDown(_ order: ToComeDown, _ visit: Visit) -> String {
        let late = order.deadline < visit.now ? "Overdue: it was to be down by " : "Down by "
        let who = order.people.isEmpty ? "" : ": " + order.people.joined(separator: ", ")
        return " \(late)\(When.near(order.deadline, now: visit.now))\(who)."
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
        let answers = try await visit.work.database.saidOfPictures(of: line.entry.id)
        let isSealed = answers.last { $0.giver == .school }?.isNever == true
        return Page(
            "Never picture \(name)?",
            lead:
                "Everybody else meets a refusal like any other. Only the headteacher and the safeguarding lead can read why.",
            crumb: back, problems: problems, room: .consent,
            FormPage(
                to: visit.link(.consentNever(.value(line.entry.id.text))),
                [
                    isSealed
                        ? .choices(
                            ChoiceField(
                                "never", "What holds?",
                                [
                                    ("never", "They must never be pictured", nil),
                                    ("lifted", "What the family says holds again", nil),
                                ], chosen: [visit.form.has("never") ? visit.form["never"] : "never"], problems: problems
                            ))
                        : .hidden("never", "never"),
                    .area(
                        TextField(
                            "reason", "Why?", hint: "It is kept sealed.", value: visit.form["reason"],
                            problems: problems)),
                ], button: isSealed ? "Save" : "Never picture \(name)", cancel: HeadAction("Not now", back.link)))
    }

    @Sendable private static func never(_ visit: Visit) async throws -> Reply {
        let line = try await ConsentDesk(visit).line()
        do {
            switch visit.form["never"] {
            case "never":
                try await SayNever(line.entry.id, reason: visit.form["reason"])
                    .perform(in: visit.work, by: visit.actor)
            case "lifted": try await LiftNever(line.entry.id).perform(in: visit.work, by: visit.actor)
            default: throw ActionError.invalid("never", "Choose what holds")
            }
            return .see(.consentPerson(.value(line.entry.id.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await neverForm(visit, errors.map(Problem.init)))
        }
    }
}

extension Optional {
    fileprivate func asyncMap<Other>(_ transform: (Wrapped) async throws -> Other) async rethrows -> Other? {
        if let self { try await transform(self) } else { nil }
    }
}
