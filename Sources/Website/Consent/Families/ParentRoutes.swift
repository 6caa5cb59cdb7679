import Actions
import Foundation
import Governance
import HTTPTypes
import Reading

/// Pages for parents, who do not sign in: asking for a link, and answering by it.
enum ParentRoutes {
    static let all: [Route] = [
        .get(.pictures, .anyone) { visit in .page(try await wish(visit)) },
        .post(.pictures, .anyone, .form, sendLink),
        .get(.pictureAnswer(token: .any), .anyone) { visit in .page(try await form(visit)) },
        .post(.pictureAnswer(token: .any), .anyone, .form, answer),
    ]

    // MARK: - Asking for a link

    private static func languages(_ words: PictureWords, _ here: String) -> [ParentPage.Language] {
        PictureWords.all.map {
            ParentPage.Language(
                code: $0.code, direction: $0.direction, title: $0.family.title, link: here + "?in=\($0.code)",
                current: $0.code == words.code)
        }
    }

    private static func wish(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let words = words(visit)
        let here = visit.link(.pictures)
        let isOut = try await visit.work.familyMail() == .goesOut
        let page = Page(
            words[.wish], lead: isOut ? words[.wishLead] : nil,
            problems: problems, frame: .journey,
            ParentWishPage(
                to: here, language: words.code, languagesTitle: words[.languages],
                languages: languages(words, here),
                email: isOut
                    ? TextField(
                        "email", words[.email], value: visit.form["email"], type: "email", autocomplete: "email",
                        problems: problems) : nil,
                button: words[.send], none: words[isOut ? .noAddress : .noMail], noneNext: words[.office]))
        return try await framed(page, words, visit)
    }

    static func sent(_ visit: Visit) async throws -> Page {
        let words = words(visit)
        let page = Page(
            words[.sent], frame: .journey,
            ParentNotePage(text: words[.sentNext], link: again(visit, words), button: words[.otherAddress]))
        return try await framed(page, words, visit)
    }

    /// In the family’s words all round, with the school’s own name at the top and its office at the foot.
    private static func framed(_ page: Page, _ words: PictureWords, _ visit: Visit) async throws -> Page {
        let schools = try await visit.work.database.schools()
        let settings = try await visit.work.database.settings(at: schools.count == 1 ? schools[0].id : nil)
        var page = page
        page.language = words.language
        page.family = FamilyFrame(
            school: visit.organisation?.name ?? "", problem: words[.problem], skip: words[.skip],
            contact: (settings.phones?.first ?? settings.emails?.first).map {
                words[.officeContact, ["contact": $0]]
            })
        return page
    }

    /// Where a link is asked for, in the language that one reads.
    private static func again(_ visit: Visit, _ words: PictureWords) -> String {
        visit.link(.pictures) + (words.code == "en" ? "" : "?in=\(words.code)")
    }

    @Sendable private static func sendLink(_ visit: Visit) async throws -> Reply {
        let words = words(visit)
        guard try await visit.work.familyMail() == .goesOut else { return .page(try await wish(visit)) }
        do {
            let answer = try await WishForLink(
                email: visit.form["email"], address: visit.address ?? "unknown", language: words.code
            ).perform(in: visit.work)
            switch answer {
            case .asked: return .page(try await sent(visit))
            case .wait(let seconds): throw TurnedAway.later(words[.wait], seconds: seconds)
            }
        } catch ActionError.invalid {
            return .page(try await wish(visit, [Problem("email", words[.emailWrong])]))
        }
    }

    // MARK: - Answering

    private static func over(_ visit: Visit, _ words: PictureWords) async throws -> Page {
        let page = Page(
            words[.over], frame: .journey, status: .gone,
            ParentNotePage(text: words[.overNext], link: again(visit, words), button: words[.again]))
        return try await framed(page, words, visit)
    }

    private static func words(_ visit: Visit) -> PictureWords {
        PictureWords.called(visit.form.has("in") ? visit.form["in"] : visit.query["in"])
    }

    private static func form(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let words = words(visit)
        guard let found = try await visit.work.pictureLink(visit.part("token")) else {
            return try await over(visit, words)
        }
        let here = visit.link(.pictureAnswer(token: .value(visit.part("token"))))
        let name = visit.organisation?.name ?? ""
        let isOne = found.pupils.count == 1
        // nobody to say yes for: all of them have left
        let isOver = found.pupils.allSatisfy { $0.outSinceLeaving != nil }
        let page = Page(
            isOne ? words[.heading] : words[.headingSeveral],
            lead: words[isOver ? .leftLead : .lead, ["school": name]], problems: problems, frame: .journey,
            ParentPage(
                to: here, language: words.code, languagesTitle: words[.languages],
                languages: languages(words, here),
                children: found.pupils.map { child($0, isAlone: isOne, words, visit.form, problems) },
                shared: found.pupils.contains(where: \.isShared) ? words[.shared] : nil,
                name: isOver
                    ? nil
                    : TextField(
                        "name", words[.name], value: visit.form["name"], autocomplete: "name", problems: problems),
                promise: words[isOver ? .leftPromise : .promise],
                nothingSaved: words[.nothingSaved, ["day": words.day(Day(of: found.until))]],
                button: isOver && isOne ? nil : words[.button],
                allNo: words[isOver && isOne ? .leftDown : isOne ? .allNo : .allNoSeveral],
                allNoHint: isOver ? nil : words[.allNoHint]))
        return try await framed(page, words, visit)
    }

    /// Of a child who has left no more is shown than how much is out.
    private static func child(
        _ pupil: LinkedPupil, isAlone: Bool, _ words: PictureWords, _ form: Form, _ problems: [Problem]
    ) -> ParentPage.Child {
        guard let out = pupil.outSinceLeaving else {
            return ParentPage.Child(
                name: initials(pupil.person), year: year(pupil.person, words),
                places: Consent.Channel.allCases.map { place(pupil.id, $0, words, form, problems) }, left: nil,
                takeDown: nil)
        }
        let field = downField(pupil.id)
        return ParentPage.Child(
            name: initials(pupil.person), year: nil, places: [], left: words[.left, ["count": String(out)]],
            takeDown: isAlone
                ? nil
                : ParentPage.TakeDown(
                    id: field, title: words[.leftDown], isChosen: form[field] == "yes",
                    error: problems.first { $0.field == field }?.says))
    }

    private static func downField(_ id: Identifier<Person>) -> String { "down-\(id.text)" }

    /// `E. M.`
    private static func initials(_ person: Person) -> String {
        [person.preferred ?? person.given, person.family].compactMap { $0.first.map { "\($0)." } }
            .joined(separator: " ")
    }

    /// `, Year 7`
    private static func year(_ person: Person, _ words: PictureWords) -> String? {
        let year = (person.form ?? "").prefix { $0.isNumber }
        guard !year.isEmpty else { return nil }
        return (words.language.isRightToLeft ? "، " : ", ") + words[.year, ["year": String(year)]]
    }

    private static func field(_ id: Identifier<Person>, _ channel: Consent.Channel) -> String {
        "\(channel.rawValue)-\(id.text)"
    }

    private static func place(
        _ id: Identifier<Person>, _ channel: Consent.Channel, _ words: PictureWords, _ form: Form,
        _ problems: [Problem]
    ) -> ParentPage.Place {
        let field = field(id, channel)
        return ParentPage.Place(
            id: field, title: words[.place(channel)], hint: words[.hint(channel)],
            error: problems.first { $0.field == field }?.says, yes: words[.yes], no: words[.no],
            isYes: form[field] == "yes", isNo: form[field] == "no")
    }

    @Sendable private static func answer(_ visit: Visit) async throws -> Reply {
        let words = words(visit)
        let token = visit.part("token")
        guard let found = try await visit.work.pictureLink(token) else { return .page(try await over(visit, words)) }
        var problems: [Problem] = []
        var children: [AnswerByLink.Child] = []
        let isAllNo = visit.form["all"] == "no"
        // of a child on the roll, who may be said yes for
        var saysMore = false
        for pupil in found.pupils {
            let id = pupil.id
            let isLeft = pupil.outSinceLeaving != nil
            if isAllNo || isLeft {
                if isAllNo || visit.form[downField(id)] == "yes" { children.append(.init(id, allowing: [])) }
                continue
            }
            let said = Consent.Channel.allCases.map { (channel: $0, answer: visit.form[field(id, $0)]) }
            let missing = said.filter { !["yes", "no"].contains($0.answer) }
            if missing.count == said.count, found.pupils.count > 1 { continue }
            saysMore = true
            let child = found.pupils.count > 1 ? "\u{2068}\(initials(pupil.person))\u{2069}, " : ""
            problems += missing.map {
                Problem(field(id, $0.channel), words[.missing, ["place": child + words[.place($0.channel)]]])
            }
            children.append(.init(id, allowing: Set(said.filter { $0.answer == "yes" }.map(\.channel))))
        }
        if children.isEmpty, let first = found.pupils.first {
            problems.append(
                Problem(
                    first.outSinceLeaving == nil ? field(first.id, .website) : downField(first.id), words[.nothing]))
        }
        let isSigned = saysMore || children.isEmpty && found.pupils.contains { $0.outSinceLeaving == nil }
        if isSigned, visit.form.trimmed("name").isEmpty { problems.append(Problem("name", words[.missingName])) }
        guard problems.isEmpty else { return .page(try await form(visit, problems)) }
        do {
            try await AnswerByLink(
                link: token, children: children, name: visit.form["name"], wording: words.version, language: words.code
            ).perform(in: visit.work)
        } catch ActionError.notFound { return .page(try await over(visit, words)) } catch is UnclearParent {
            return .page(try await form(visit, [Problem("name", words[.nameUnclear])]))
        }
        let page = Page(
            words[.done], frame: .journey,
            ParentNotePage(
                text: words[.doneNext], link: again(visit, words), button: words[.again],
                saved: saved(children, of: found.pupils, words)))
        return .page(try await framed(page, words, visit))
    }

    /// For which child, and what; of those who have left it says nothing more.
    private static func saved(
        _ children: [AnswerByLink.Child], of pupils: [LinkedPupil], _ words: PictureWords
    ) -> [ParentNotePage.Saved] {
        pupils.compactMap { pupil in
            guard pupil.outSinceLeaving == nil, let said = children.first(where: { $0.person == pupil.id }) else {
                return nil
            }
            return ParentNotePage.Saved(
                name: initials(pupil.person), year: year(pupil.person, words),
                answers: Consent.Channel.allCases.map {
                    Fact(words[.place($0)], words[said.allowed.contains($0) ? .yes : .no])
                })
        }
    }
}
