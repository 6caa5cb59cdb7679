import Actions
import Foundation
import Governance
import Reading

/// Publishing by hand, with its proof.
enum PlacementRoutes {
    static let all: [Route] = [
        .get(.publishing(.any), .deciders) { visit in
            // on its way down it is proved gone, whoever comes from an older page
            let (story, place) = try await PublishingDesk(visit).placed()
            guard place.placement.state != .ordered else {
                return .see(.takedown(.value(place.placement.id.text)))
            }
            // what became of it otherwise stands on the post
            guard place.placement.state == .ready || place.mayBeOutAllTheSame else {
                return .see(.post(.value(story.post.id.text)))
            }
            return .page(try await publishing(visit))
        },
        .post(.publishing(.any), .deciders, .upload(megabytes: 9), publish),
        .get(.placementPictures(.any), .deciders, pictures),
        .post(.repliesClosed(.any), .deciders, .form) { visit in
            let desk = try PublishingDesk(visit)
            let (story, place) = try await desk.placed()
            try await SayRepliesClosed(place.placement.id).perform(in: desk.work, by: desk.actor)
            return .see(.post(.value(story.post.id.text)))
        },
    ]

    private static func publishing(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try PublishingDesk(visit)
        let (story, place) = try await desk.placed()
        let account = place.placement.account
        guard place.placement.state == .ready else {
            guard place.mayBeOutAllTheSame else {
                throw TurnedAway.conflict("It is not to be published now: \(place.placement.state.title.lowercased()).")
            }
            return outAllTheSame(place, story, visit, why: [place.states.last?.why].compactMap(\.self), problems)
        }
        let against = try await LookBeforePublishing(place.placement.id).perform(in: desk.work, by: desk.actor)
        guard against.says.isEmpty else {
            return outAllTheSame(place, story, visit, why: against.says, passes: against.passes, problems)
        }
        let text = place.placement.draft.text
        let pictures = PublishPage.toSave(place.placement, in: visit)
        let together = pictures.count(where: \.isPicture)
        let corrects = place.placement.corrects != nil
        return Page(
            corrects ? "Correct it on \(account.name)" : "Publish on \(account.name)", crumb: crumb(story, visit),
            problems: problems, frame: .journey, room: .posts,
            PublishPage(
                action: visit.link(.publishing(.value(place.placement.id.text))),
                network: account.network.title,
                corrects: corrects,
                account: account.handle, text: text, link: place.placement.draft.links.first,
                pictures: pictures, anyPictures: !pictures.isEmpty,
                together: together > 1
                    ? HeadAction(
                        "Save all \(together) pictures in one file",
                        visit.link(.placementPictures(.value(place.placement.id.text)))) : nil,
                ground: ground(place.placement, story),
                open: account.network.address(of: account.handle).map {
                    HeadAction("Open \(account.network.title)", icon: .out, $0)
                }, rows: min(16, max(4, text.count / 40 + text.filter(\.isNewline).count)),
                address: TextField(
                    "address", "Address of the post", hint: "Copy it from \(account.network.title).",
                    value: visit.form["address"], type: "url", problems: problems),
                screenshot: PublishPage.screenshot(problems: problems)))
    }

    /// That the network cuts off what is of another shape, as its author was told; nil: it takes all.
    private static func ground(_ placement: Placement, _ story: PostStory) -> String? {
        placement.draft.media.map { medium in
            let stored = story.pictures.first { $0.id.text == medium.id }
            guard medium.kind == .photo, let stored else {
                return ShownMedium(isFilm: true, mediaType: nil, bytes: nil)
            }
            return ShownMedium.picture(stored.width, stored.height)
        }.ground(on: placement.account.network, by: false)
    }

    /// The pictures of what is to be published by hand, in one file; only as long as its page gives them out.
    @Sendable private static func pictures(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let (_, place) = try await desk.placed()
        let placement = place.placement
        guard placement.state == .ready,
            try await LookBeforePublishing(placement.id).perform(in: desk.work, by: desk.actor).says
                .isEmpty
        else { throw TurnedAway.conflict("It is not to be published now: \(placement.state.title.lowercased()).") }
        var files: [StoredZip.File] = []
        for (index, medium) in placement.draft.media.enumerated() where medium.kind == .photo {
            let (type, bytes) = try await SeePicture(post: placement.post, picture: Identifier(medium.id), size: .post)
                .perform(in: desk.work)
            let end = type == "image/jpeg" ? "jpg" : String(type.trimmingPrefix("image/"))
            files.append(StoredZip.File(name: "picture-\(index + 1).\(end)", bytes: bytes))
        }
        guard !files.isEmpty else { throw TurnedAway.notFound }
        return .download(name: "pictures.zip", type: "application/zip", StoredZip.bytes(of: files))
    }

    /// Neither its words nor its pictures are given out any more; what may be there already is asked about.
    private static func outAllTheSame(
        _ place: PlaceStory, _ story: PostStory, _ visit: Visit, why: [String], passes: Bool = false,
        _ problems: [Problem]
    ) -> Page {
        let account = place.placement.account
        let mayShow = mayBeShown(place, story)
        return Page(
            "Is it out on \(account.name)?", crumb: crumb(story, visit), problems: problems, frame: .journey,
            room: .posts,
            OutAllTheSamePage(
                action: visit.link(.publishing(.value(place.placement.id.text))),
                note: Note(
                    .block, passes ? "Do not publish it now." : "Do not publish it.", why.joined(separator: " "),
                    icon: passes ? .clock : .stop),
                network: account.network.title, account: account.handle,
                address: TextField(
                    "address", "Address of the post", hint: "Copy it from \(account.network.title).",
                    value: visit.form["address"], type: "url", problems: problems),
                screenshot: mayShow ? PublishPage.screenshot(problems: problems) : nil,
                sentence: mayShow ? nil : OutAllTheSamePage.sentence(visit.form["note"], problems),
                waits: place.placement.state == .ready && !passes))
    }

    /// Whether a screenshot of it may be asked for: none of its pictures must not exist.
    static func mayBeShown(_ place: PlaceStory, _ story: PostStory) -> Bool {
        let its = Set(place.placement.draft.media.map(\.id))
        return story.pictures.allSatisfy { !its.contains($0.id.text) || $0.mayBeCopied }
    }

    @Sendable private static func publish(_ visit: Visit) async throws -> Reply {
        let desk = try PublishingDesk(visit)
        let (story, place) = try await desk.placed()
        if visit.form["do"] == "stop" {
            try await StopUnpublished(place.placement.id).perform(in: desk.work, by: desk.actor)
            return .see(.post(.value(story.post.id.text)))
        }
        do {
            let proof = ProofGiven(
                address: visit.form.trimmed("address"), screenshot: visit.form.files["screenshot"]?.bytes,
                note: visit.form.trimmed("note"))
            switch try await PublishByHand(placement: place.placement.id, proof: proof)
                .perform(in: desk.work, by: desk.actor)
            {
            case .published: break
            case .toComeDown: return .see(.takedown(.value(place.placement.id.text)))
            }
        } catch ActionError.invalid(let errors) {
            return .page(
                try await publishing(
                    visit, errors.map { Problem($0.field == "proof" ? "address" : $0.field, $0.says) }))
        }
        return .seeLink(visit.link(.post(.value(story.post.id.text))) + "#placement-\(place.placement.id.text)")
    }

    static func crumb(_ story: PostStory, _ visit: Visit) -> Crumb {
        Crumb(story.draft.content.title, visit.link(.post(.value(story.post.id.text))))
    }
}
