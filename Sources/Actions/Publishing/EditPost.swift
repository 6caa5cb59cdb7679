import Governance
import Store

/// Takes back what has been sent, to change it; what is sent then asks again. What is out stays out.
package struct EditPost: Sendable {
    package var post: Identifier<Post>

    package init(post: Identifier<Post>) {
        self.post = post
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            let post = try tx.post(post)
            try tx.requireWriter(at: post.school)
            let underway = try tx.placements(of: post.id, in: PlacementState.underway)
            guard !underway.isEmpty else { return .unchanged }
            for placement in underway {
                try tx.settle(placement, as: .superseded, why: "Taken back to be changed")
                try tx.clearDue(.placement, placement.id.text)
            }
            return Recorded(
                Event(.postReopened, .post(post.id), before: RecordValue.places(underway)),
                tasks: closing(underway, of: post.id))
        }
        try await organisation.noteDue()
    }
}

/// Nobody has to decide, release or publish what no longer goes out.
func closing(_ placements: [Placement], of post: Identifier<Post>) -> [TaskChange] {
    [NewTask.Kind.decidePost, .releaseFinding, .lookAtStoppedPost, .answerNote].map { .close($0, .post(post)) }
        + placements.map { .close(.publishByHand, .placement($0.id)) }
}

/// What has to be decided at the schools of these placements, and at no other, is decided.
func closing(_ decided: [Placement], of post: Post) -> [TaskChange] {
    Set(decided.map(\.account.school)).sorted().flatMap { school in
        [NewTask.Kind.decidePost, .releaseFinding].map { .closeAt($0, .post(post.id), school: school) }
    }
}
