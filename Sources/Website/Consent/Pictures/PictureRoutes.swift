import Actions
import Foundation
import Governance
import Reading

/// Pictures of a post: added, described, judged, taken out, destroyed; and the files themselves, for whoever may see the
/// post.
enum PictureRoutes {
    static let all: [Route] = [
        .get(.postPictures(.any), .writers) { visit in .page(try await PictureDesk(visit).list()) },
        .files(
            .postPictures(.any), .writers, megabytes: 110, turn: { try await PictureDesk.schoolOfOpenPost($0) }, add),
        .get(.postPicture(post: .any, picture: .any), .writers) { visit in .page(try await PictureDesk(visit).one()) },
        .post(.postPicture(post: .any, picture: .any), .writers, .form, describe),
        .get(.pictureFile(post: .any, picture: .any, size: .any), .deciders, file),
        .get(.pictureEnd(post: .any, picture: .any), .deciders) { visit in .page(try await PictureDesk(visit).end()) },
        .post(.pictureEnd(post: .any, picture: .any), .deciders, .form, end),
        .get(.lockedPictures, .roles([.dsl])) { visit in
            let work = try visit.work
            let every = try await work.database.schools()
            let reach = try visit.me.authority.reach(as: [.dsl], among: every.map(\.id))
            let locked = try await work.database.lockedPictures(
                of: Set(every.map(\.id).filter { reach.contains($0) }))
            return .page(
                LockedPicturesPage.page(
                    locked.map { one in
                        LockedPicturesPage.Locked(
                            one, in: work.slug,
                            school: every.count > 1 ? every.first { $0.id == one.school }?.name : nil, now: visit.now)
                    }, visit))
        },
        .get(.notLetIn, .roles(Set(LetLikesIn.roles))) { visit in .page(try await NotLetInPage.page(visit)) },
        .post(.notLetIn, .roles(Set(LetLikesIn.roles)), .form, NotLetInPage.decide),
        .get(.likeness(.any), .deciders) { visit in .page(try await LikenessPage.page(visit)) },
        .post(.likeness(.any), .deciders, .form, LikenessPage.pass),
        // the seal in the address is who asks: a network that fetches a picture signs in nowhere
        .get(.pictureFetch(signed: .any), .anyone) { visit in
            let (type, bytes) = try await FetchPicture(signed: visit.part("signed")).perform(in: visit.work)
            return .picture(type: type, bytes)
        },
    ]

    /// One after the other; what could not be taken in is named, and the others are kept.
    @Sendable private static func add(_ visit: Visit) async throws -> Reply {
        let room = try await PictureDesk(visit)
        let brought = visit.form.allFiles["pictures"] ?? []
        var problems: [Problem] = []
        var added = 0
        if brought.isEmpty { problems.append(Problem("pictures", "Choose at least one picture or film")) }
        for (number, file) in brought.enumerated() {
            do {
                try await AddPicture(
                    post: room.story.post.id, file: file.brought, origin: .init(rawValue: visit.form["source"])
                ).perform(in: room.desk.work, by: room.desk.actor)
                added += 1
            } catch ActionError.invalid(let errors) {
                problems += errors.map { Problem("pictures", named(number, of: brought.count, $0.says)) }
            } catch ActionError.conflict(let says) {
                problems.append(Problem("pictures", named(number, of: brought.count, says)))
                break
            }
        }
        if visit.form.has("live") {
            return .json(Array((try? JSONEncoder().encode(problems.map(\.says))) ?? Data("[]".utf8)))
        }
        guard problems.isEmpty else { return .page(try await PictureDesk(visit).list(problems, added: added)) }
        return .see(.postPictures(.value(room.story.post.id.text)))
    }

    private static func named(_ number: Int, of count: Int, _ says: String) -> String {
        count == 1 ? says : "File \(number + 1) of \(count): \(says)"
    }

    @Sendable private static func describe(_ visit: Visit) async throws -> Reply {
        let room = try await PictureDesk(visit)
        let (index, picture) = try room.picture()
        let form = PictureForm(visit.form, of: picture, roll: room.roll)
        if ["find", "search"].contains(visit.form["do"]) { return .page(try await room.one(form)) }
        if visit.form["do"].hasPrefix("same-") {
            let id = visit.form["do"].dropFirst("same-".count)
            guard let other = room.story.draft.content.pictures.first(where: { $0.picture.text == id }) else {
                throw TurnedAway.conflict("That picture was taken out of the post.")
            }
            return .page(try await room.one(form.joined(withPeopleOf: other, roll: room.roll)))
        }
        let post = room.story.post.id
        do {
            if visit.form["do"] == "remove" {
                try await RemovePicture(post: post, picture: picture.picture)
                    .perform(in: room.desk.work, by: room.desk.actor)
                return .see(.postPictures(.value(post.text)))
            }
            guard form.problems.isEmpty else { return .page(try await room.one(form, form.problems)) }
            try await DescribePicture(
                post: post, description: form.picture,
                over: visit.form.has("over") ? DraftPicture.Mark(visit.form["over"]) : nil
            ).perform(in: room.desk.work, by: room.desk.actor)
            if form.ticked > 0 {
                let people = (form.picture.people ?? []).compactMap { room.roll?[$0] }
                if let untrue = PictureDesk.untrue(people, try await room.refusals(of: people.map(\.ref))) {
                    throw ActionError.invalid(
                        "judged", "\(untrue.strong) \(untrue.text) Untick what is not true, or take the picture out")
                }
                try await JudgePicture(post: post, picture: picture.picture, ticked: form.ticked)
                    .perform(in: room.desk.work, by: room.desk.actor)
            }
        } catch ActionError.invalid(let errors) {
            let again = try await PictureDesk(visit)
            if let since = errors.first(where: { $0.field == DescribePicture.changedSince }) {
                let (_, saved) = try again.picture()
                return .page(
                    try await again.one(form.joined(with: saved, roll: again.roll), [Problem("who", since.says)]))
            }
            let isSaved = errors.allSatisfy { $0.field == "judged" }
            return .page(
                try await again.one(isSaved ? form.described() : form, errors.map { Problem($0.field, $0.says) }))
        }
        let pictures = room.story.draft.content.pictures
        let next =
            pictures.dropFirst(index + 1).first { $0.people == nil }
            ?? pictures.first { other in
                other.people == nil && other.picture != picture.picture
            }
        guard visit.form["do"] == "next", let next else { return .see(.postPictures(.value(post.text))) }
        return .see(.postPicture(post: .value(post.text), picture: .value(next.picture.text)))
    }

    @Sendable private static func file(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let story = try await desk.story()
        guard let size = StoredPicture.Size(rawValue: visit.part("size")) else { throw TurnedAway.notFound }
        if size == .film {
            return .film(
                try await SeeFilm(post: story.post.id, picture: Identifier(visit.part("picture")))
                    .perform(in: desk.work))
        }
        let (type, bytes) = try await SeePicture(
            post: story.post.id, picture: Identifier(visit.part("picture")), size: size
        ).perform(in: desk.work)
        return .picture(type: type, bytes)
    }

    @Sendable private static func end(_ visit: Visit) async throws -> Reply {
        let room = try await PictureDesk(visit)
        let picture = try room.stored()
        let post = room.story.post.id
        switch visit.form["crime"] {
        case "yes":
            try await SealPictureAway(post: post, picture: picture.id).perform(in: room.desk.work, by: room.desk.actor)
            return .seeLink(visit.link(.post(.value(post.text))) + "?picture=locked")
        case "no":
            try await DestroyPicture(post: post, picture: picture.id).perform(in: room.desk.work, by: room.desk.actor)
            return .seeLink(visit.link(.post(.value(post.text))) + "?picture=destroyed")
        default: return .page(try await room.end([Problem("crime", "Answer this first: it decides what happens")]))
        }
    }
}
