import Actions
import Foundation
import Governance
import Reading

/// One request about the pictures of a post that is being written.
struct PictureDesk {
    let desk: PublishingDesk
    let story: PostStory
    /// Of the post's school; nil where none is known.
    let roll: Roll?
    /// Who is in the pictures of the last other post of whoever looks, at the same school.
    private let shownLast: [String]
    var visit: Visit { desk.visit }

    init(_ visit: Visit) async throws {
        let desk = try PublishingDesk(visit)
        try await self.init(desk, desk.story())
    }

    init(_ desk: PublishingDesk, _ story: PostStory) async throws {
        self.desk = desk
        self.story = story
        roll = try await desk.roll(of: story.post.school)
        shownLast = try await desk.work.database.shownLast(
            by: desk.visit.me.user.id, at: story.post.school, besides: story.post.id)
    }

    /// The picture of the address, in the draft.
    func picture() throws -> (Int, DraftPicture) {
        let id = visit.part("picture")
        guard let index = story.draft.content.pictures.firstIndex(where: { $0.picture.text == id }) else {
            throw TurnedAway.notFound
        }
        return (index, story.draft.content.pictures[index])
    }

    /// The same, as it is kept, whether or not it is in the draft.
    func stored() throws -> StoredPicture {
        let id = visit.part("picture")
        guard let picture = story.pictures.first(where: { $0.id.text == id }) else { throw TurnedAway.notFound }
        switch picture.state {
        case .ready: return picture
        case .sealedAway: throw TurnedAway.conflict("The \(picture.kind.word) is locked, and nobody sees it.")
        case .destroyed: throw TurnedAway.conflict("The \(picture.kind.word) is destroyed.")
        case .removed: throw TurnedAway.notFound
        }
    }

    func list(_ problems: [Problem] = [], added: Int = 0) async throws -> Page {
        try requireOpen()
        let pictures = try await shown(story.draft.content.pictures, editable: true)
        let unsaid = story.draft.content.pictures.first { $0.people == nil }
        let part = SiteURL.Part.value(story.post.id.text)
        let back = HeadAction("Back to the post", visit.link(.editPost(part)))
        let next = unsaid.map {
            HeadAction(
                "Say who is in \(pictures.count == 1 ? "it" : "them")",
                visit.link(.postPicture(post: part, picture: .value($0.picture.text))))
        }
        var page = Page(
            PicturesPage.heading(pictures, unsaid: story.draft.content.pictures.count { $0.people == nil }),
            title: "Pictures of \(story.draft.content.title)",
            crumb: Crumb(story.draft.content.title, visit.link(.editPost(part))), problems: problems, frame: .journey,
            room: .newPost,
            PicturesPage(
                note: added > 0 ? Note(.clear, "\(Self.counted(added)) added.", "The others were not.") : nil,
                pictures: pictures, anyPictures: !pictures.isEmpty, action: visit.link(.postPictures(part)),
                source: PicturesPage.source(visit.form), upload: PicturesPage.upload(problems),
                isAdding: pictures.isEmpty || !problems.isEmpty, next: next ?? back,
                done: next == nil ? nil : back))
        page.scripts = ["pictures.js"]
        return page
    }

    private static func counted(_ count: Int) -> String { count == 1 ? "1 picture was" : "\(count) pictures were" }

    /// The school of the post of the address, where whoever asks may add pictures to it now; asked before any comes.
    static func schoolOfOpenPost(_ visit: Visit) async throws -> Identifier<School> {
        let desk = try PublishingDesk(visit)
        let story = try await desk.story()
        try requireOpen(story, desk)
        return story.post.school
    }

    private func requireOpen() throws { try Self.requireOpen(story, desk) }

    private static func requireOpen(_ story: PostStory, _ desk: PublishingDesk) throws {
        guard desk.me.authority.holds(any: PublishingRoles.writing, at: story.post.school) else {
            throw TurnedAway.notPermitted
        }
        guard story.isOpenToWriting else {
            throw TurnedAway.conflict("This post has been sent. Take it back to change its pictures.")
        }
    }

    /// Pictures as lists show them, with those who may not be shown marked.
    func shown(_ pictures: [DraftPicture], editable: Bool) async throws -> [PictureShown] {
        let refusals = try await refusals(of: Set(pictures.flatMap { $0.people ?? [] }).sorted())
        let judged = Set(story.judgements.filter { $0.side == .author }.map(\.picture))
        let isAsked = try await isJudgementAsked()
        return pictures.enumerated().map { index, picture in
            PictureShown(
                picture, number: index + 1, of: story.post.id, roll: roll, refusals: refusals,
                judged: judged.contains(picture.picture), isJudgementAsked: isAsked, editable: editable,
                runs: story.pictures.first { $0.id == picture.picture }?.milliseconds, in: visit)
        }
    }

    /// Why each of these may not be shown where the post goes, by what its policies say; before an account is chosen, at
    /// the first that the visitor writes for.
    func refusals(of refs: [String]) async throws -> [String: String] {
        guard !refs.isEmpty else { return [:] }
        var places = story.draft.content.places
        if places.isEmpty { places = try await desk.accountsToWriteFor().prefix(1).map { DraftPlace(account: $0.id) } }
        let asked = PostDraft(
            publishAt: story.draft.content.publishAt ?? visit.now,
            places: places.map { DraftPlace(account: $0.account, publishAt: $0.publishAt) },
            pictures: [DraftPicture(Identifier("all"), people: refs)])
        let found = try await CheckDraft(content: asked, post: story.post.id).perform(in: desk.work)
        return PictureShown.refusals(found.flatMap(\.decision.findings))
    }

    func one(_ sent: PictureForm? = nil, _ problems: [Problem] = []) async throws -> Page {
        try requireOpen()
        let (index, picture) = try picture()
        let stored = try stored()
        let isJudged = story.judgements.contains { $0.side == .author && $0.picture == picture.picture }
        let form = sent?.form ?? PictureForm.fields(of: picture, roll: roll, judged: isJudged)
        let part = SiteURL.Part.value(story.post.id.text)
        let id = SiteURL.Part.value(picture.picture.text)
        let chosen = form.all("person").compactMap { roll?[$0] }
        let listed = listed(form, besides: Set(chosen.map(\.ref)))
        let refusals = try await refusals(of: (chosen + listed.people).map(\.ref))
        let untrue = Self.untrue(chosen, refusals)
        let same = samePeople(besides: picture)
        let advice = PictureAdvice.all(
            of: stored, showing: chosen, left: try await desk.work.database.leavers(among: picture.people ?? []),
            with: words(of: story.draft.content),
            on: Day(of: visit.now))
        let pictures = story.draft.content.pictures
        let word = picture.kind.word.capitalisedFirst
        let file = { (size: StoredPicture.Size) in
            visit.link(.pictureFile(post: part, picture: id, size: .value(size.rawValue)))
        }
        let isLast = !pictures.contains { $0.people == nil && $0.picture != picture.picture }
        return Page(
            "\(word) \(index + 1) of \(pictures.count)", crumb: Crumb("Pictures", visit.link(.postPictures(part))),
            problems: problems, frame: .journey, room: .newPost,
            PicturePage(
                action: visit.link(.postPicture(post: part, picture: id)),
                src: file(.post), srcAlt: picture.alt ?? "\(word) \(index + 1), not described yet",
                width: stored.width, height: stored.height,
                film: stored.kind == .video
                    ? PicturePage.Film(
                        src: file(.film), poster: file(.post), label: "\(word) \(index + 1)",
                        runs: PictureShown.film(stored.milliseconds), width: stored.width, height: stored.height) : nil,
                over: form.has("over") ? form["over"] : try picture.mark().text,
                advice: advice.map { Note(.quiet, "Advice from Chaperone:", $0.says, icon: .ours) },
                who: PicturePage.who(form, problems), same: same, anySame: !same.isEmpty,
                chosen: chosen.map { PicturePage.PersonChoice($0, ticked: true, refusal: refusals[$0.ref]) },
                anyChosen: !chosen.isEmpty, classes: classes(form), search: PicturePage.search(form),
                listing: listed.heading,
                listed: listed.people.map {
                    PicturePage.PersonChoice($0, ticked: false, refusal: refusals[$0.ref], under: listed.heading)
                },
                anyListed: !listed.people.isEmpty, others: PicturePage.others(form, problems),
                strangers: form.has("strangers"), alt: PicturePage.alt(form, problems),
                source: PicturePage.source(form, problems), author: PicturePage.author(form, problems),
                permission: PicturePage.permission(form, problems), credited: form.has("source-credited"),
                sourceOpen: form["source"] == "other", home: PicturePage.home(form, chosen + listed.people, problems),
                judgement: PicturePage.judgement(form, isAsked: try await isJudgementAsked(), problems),
                allTrue: untrue == nil
                    ? PicturePage.AllTrue(
                        text: "All four are true of \(picture.kind.word) \(index + 1)", chosen: form.has("all-true"))
                    : nil, untrue: untrue, isLast: isLast,
                end: HeadAction(
                    "This \(picture.kind.word) must not exist", visit.link(.pictureEnd(post: part, picture: id)))))
    }

    /// That somebody in it may not be shown; nil: nobody of whom it is known.
    static func untrue(_ people: [Person], _ refusals: [String: String]) -> Note? {
        let refused = people.compactMap { person in
            refusals[person.ref].flatMap {
                PictureShown.reasonsOfTheList.contains($0) ? "\(person.shortName): \($0)" : nil
            }
        }
        guard !refused.isEmpty else { return nil }
        return Note(
            .block, refused.count == 1 ? "One of them may not be shown." : "\(refused.count) of them may not be shown.",
            refused.joined(separator: "; ") + ". So not all of these lines are true of it.", icon: .cameraOff)
    }

    /// The other pictures of the post of whom somebody has said who is in them, each people once, the nearest first.
    private func samePeople(besides picture: DraftPicture) -> [PicturePage.SamePeople] {
        let pictures = story.draft.content.pictures
        guard picture.people == nil, let place = pictures.firstIndex(where: { $0.picture == picture.picture }) else {
            return []
        }
        var seen: Set<[String]> = []
        let others = pictures.indices.filter { $0 != place && pictures[$0].people != nil }
            .sorted { (abs($0 - place), $0) < (abs($1 - place), $1) }
            .filter { index in
                let people = (pictures[index].people ?? []).sorted()
                return seen.insert(people + (pictures[index].showsOthers ? ["*"] : [])).inserted
            }
        return others.prefix(3).map { index in
            let isEmpty = pictures[index].people?.isEmpty == true && !pictures[index].showsOthers
            return PicturePage.SamePeople(
                press: "same-\(pictures[index].picture.text)",
                text: isEmpty
                    ? "Nobody, as in \(pictures[index].kind.word) \(index + 1)"
                    : "The same people as \(pictures[index].kind.word) \(index + 1)")
        }
    }

    /// Whether the policy holds a picture back that nobody has answered for (IMG-05).
    private func isJudgementAsked() async throws -> Bool {
        try await !desk.sectionsOfJudgement(at: [story.post.school]).isEmpty
    }

    /// The people of the chosen class, or those whom the search finds; at first the class of the picture before.
    private func listed(_ form: Form, besides chosen: Set<String>) -> (heading: String?, people: [Person]) {
        guard let roll else { return (nil, []) }
        let words = form.trimmed("search").lowercased().split(separator: " ")
        if !words.isEmpty {
            let found = roll.people.filter { person in
                let name = "\(person.given) \(person.preferred ?? "") \(person.family)".lowercased()
                return !chosen.contains(person.ref) && words.allSatisfy { name.contains($0) }
            }
            return (
                found.isEmpty ? "Nobody on the roll is called that." : "Found",
                Array(found.sorted { $0.calledName < $1.calledName }.prefix(40))
            )
        }
        guard let name = form.has("class") ? form["class"] : recentClass, !name.isEmpty else { return (nil, []) }
        let found = roll.people.filter { person in
            !chosen.contains(person.ref)
                && (name == Self.staff ? person.kind == .staff : person.kind == .pupil && person.form == name)
        }
        return (name == Self.staff ? "Staff" : name, found.sorted { $0.calledName < $1.calledName })
    }

    private static let staff = "staff"

    /// All that goes out with a picture, each for itself: what ends one does not begin the next.
    private func words(of content: PostDraft) -> String {
        ([content.text] + content.places.compactMap(\.text) + content.pictures.compactMap(\.alt))
            .joined(separator: " | ")
    }

    /// The class of whoever is in the other pictures of this post, for most pictures of a post show one class; before
    /// anybody is named there, the class of the last post.
    private var recentClass: String? {
        mostShownClass(of: story.draft.content.pictures.flatMap { $0.people ?? [] }) ?? mostShownClass(of: shownLast)
    }

    private func mostShownClass(of refs: [String]) -> String? {
        let forms = refs.compactMap { roll?[$0]?.form }
        return Dictionary(grouping: forms, by: { $0 }).max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    }

    private func classes(_ form: Form) -> SelectField? {
        guard let roll else { return nil }
        let names = Set(roll.people.compactMap { $0.kind == .pupil ? $0.form : nil })
            .sorted { $0.compare($1, options: .numeric) == .orderedAscending }
        return SelectField(
            "class", "Class", [("", "Choose")] + names.map { ($0, $0) } + [(Self.staff, "Staff")],
            chosen: form.has("class") ? form["class"] : recentClass ?? "")
    }

    func end(_ problems: [Problem] = []) async throws -> Page {
        let picture = try stored()
        let part = SiteURL.Part.value(story.post.id.text)
        let policy = try await desk.work.policyInForce(at: story.post.school)?.policy
        let told = policy?.route(of: .compromisingPicture)
        let pictures = story.draft.content.pictures
        let which = pictures.firstIndex { $0.picture == picture.id }.map { index in
            "\(picture.kind.word.capitalisedFirst) \(index + 1) of \(pictures.count)"
                + (pictures[index].alt.map { ": \(quoted($0))" } ?? ", not described")
        }
        return Page(
            "This \(picture.kind.word) must not exist", lead: which,
            crumb: Crumb(story.draft.content.title, visit.link(.post(part))), problems: problems, frame: .journey,
            room: .posts,
            PictureEndPage(
                action: visit.link(.pictureEnd(post: part, picture: .value(picture.id.text))),
                problem: problems.first?.says,
                told: told.map { Composition.listed($0.roles.map(\.title)) },
                clause: told.map { ClauseChip.link(to: $0.section, part: nil, in: visit) }))
    }
}
