import Actions
import Foundation
import Governance

/// One post of a story on its way, and the next step of it.
struct DemoPost {
    private let story: DemoStory
    private let made: DemoOrganisationMade
    private let id: Identifier<Post>
    private var content: PostDraft
    private var version: Int
    /// Where it was approved for.
    private var placements: [Placement] = []

    /// Writes the story's text as a new draft, `planned` for its accounts.
    init(_ story: DemoStory, _ planned: Date, _ made: DemoOrganisationMade) async throws {
        self.story = story
        self.made = made
        content = PostDraft(
            text: made.filled(story.text), infringesPrivacy: false, publishAt: planned,
            places: made.accounts.prefix(story.accounts).map { DraftPlace(account: $0) })
        id = try await StartPost(school: made.school, content: content)
            .perform(in: made.organisation, by: made.actor(story.author))
        version = 1
    }

    func after(_ step: DemoStory.Step) async throws -> DemoPost {
        var post = self
        try await post.take(step)
        return post
    }

    private mutating func take(_ step: DemoStory.Step) async throws {
        let organisation = made.organisation
        let author = made.actor(story.author)
        switch step {
        case .pictured(let drawing, let isSaid): try await add(drawing, isSaid: isSaid, by: author)
        case .answered(let code, let says):
            let (place, finding) = try await found(code)
            try await AnswerFinding(
                post: id, account: place.account.id, finding: finding.key, kind: .notOurPupil, says: says
            ).perform(in: organisation, by: author)
        case .secondOpinion(let colleague, let question):
            guard let user = made.actor(colleague).user else { throw DemoFault(description: "nobody to ask") }
            try await AskSecondOpinion(post: id, colleague: user, question: question)
                .perform(in: organisation, by: author)
        case .sent:
            let sending = try await SendForApproval(post: id, version: version).perform(in: organisation, by: author)
            if case .refused(let places) = sending {
                let says = places.flatMap(\.stopping).map(\.says).joined(separator: " ")
                throw DemoFault(description: "\(story.title) of \(made.demo.slug) cannot be sent: \(says)")
            }
        case .returned(let by, let says):
            try await ReturnPost(post: id, revision: 1, note: says).perform(in: organisation, by: made.actor(by))
        case .rewritten(let text):
            content.text = made.filled(text)
            let saving = try await SaveDraft(post: id, version: version, content: content)
                .perform(in: organisation, by: author)
            guard case .saved(let saved) = saving else { throw DemoFault(description: "\(story.title): not saved") }
            version = saved
        case .released(let by, let code, let reason):
            for key in Set(try await held(code).map(\.key)) {
                try await ReleaseFinding(post: id, finding: key, reason: reason)
                    .perform(in: organisation, by: made.actor(by))
            }
        case .approved(let by):
            let approving = try await ApprovePost(
                post: id, revision: 1, judged: Set(content.pictures.map(\.picture))
            ).perform(in: organisation, by: made.actor(by))
            guard case .approved(let approved) = approving else {
                throw DemoFault(description: "\(story.title) of \(made.demo.slug) was not approved: \(approving)")
            }
            placements = approved
        case .published(let by, let path):
            for (number, placement) in placements.enumerated() {
                let host = placement.account.network.hosts.first ?? "social.example"
                let address = "https://\(host)/\(made.demo.slug)/\(path)-\(number + 1)"
                let done = try await PublishByHand(placement: placement.id, proof: ProofGiven(address: address))
                    .perform(in: organisation, by: made.actor(by))
                guard case .published = done else { throw DemoFault(description: "\(story.title): \(done)") }
            }
        case .takedownOrdered(let by, let reason):
            for placement in placements {
                try await OrderTakedown(
                    placement: placement.id, reason: reason, deadline: organisation.clock.now + 4 * 3600
                ).perform(in: organisation, by: made.actor(by))
            }
        case .takenDown(let by):
            for placement in placements {
                try await RecordTakedown(
                    placement: placement.id, proof: ProofGiven(note: "Removed, and looked again signed out.")
                ).perform(in: organisation, by: made.actor(by))
            }
        case .withdrawn:
            try await WithdrawPost(post: id, why: "It was claimed.").perform(in: organisation, by: author)
        }
    }

    /// A picture in which nobody can be recognised, or of which nobody has said yet who is in it.
    private mutating func add(_ drawing: DemoDrawing, isSaid: Bool, by author: Actor) async throws {
        let organisation = made.organisation
        let added: PictureAdded
        do {
            added = try await AddPicture(post: id, bytes: drawing.png).perform(in: organisation, by: author)
        } catch ActionError.conflict {
            // without the program beside this one there are no pictures, and all else is as it is
            return
        }
        var picture = DraftPicture(added.picture)
        version = added.version
        if isSaid {
            picture.people = []
            picture.alt = drawing.alt
            version = try await DescribePicture(post: id, description: picture).perform(in: organisation, by: author)
            try await JudgePicture(post: id, picture: picture.picture, ticked: PictureJudgement.questions.count)
                .perform(in: organisation, by: author)
        }
        content.pictures.append(picture)
    }

    private func checked() async throws -> [PlaceCheck] {
        try await CheckDraft(content: content, post: id).perform(in: made.organisation)
    }

    private func found(_ code: String) async throws -> (PlaceCheck, Finding) {
        for place in try await checked() {
            if let finding = place.decision.findings.first(where: { $0.code == code }) { return (place, finding) }
        }
        throw DemoFault(description: "\(story.title) of \(made.demo.slug) has no finding \(code)")
    }

    private func held(_ code: String) async throws -> [Finding] {
        try await checked().flatMap { $0.decision.findings.filter { $0.code == code && $0.severity == .hold } }
    }
}
