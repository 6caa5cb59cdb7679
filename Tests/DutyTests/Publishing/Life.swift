import Actions
import Governance
import Reading

extension DutySchool {
    /// A post that is out: written, sent, approved, at its time, and published by hand with its proof.
    func published() async throws -> (post: Identifier<Post>, placement: Identifier<Placement>) {
        let trial = try await trial(draft("Sports day is on Friday. Bring water and a hat."))
        try see(trial.wasApproved, "an ordinary post does not go through")
        pass(3 * 3_600)
        try await runDue()
        let placement = try seen(try await database.postStory(trial.post)?.lastPlaces.first, "it goes nowhere")
            .placement.id
        _ = try await PublishByHand(
            placement: placement, proof: ProofGiven(address: address("1"))
        ).perform(in: organisation, by: .user(staff.author))
        try see(try await state(of: trial.post) == .published, "it is not published")
        return (trial.post, placement)
    }

    func state(of post: Identifier<Post>) async throws -> PlacementState? {
        try await database.postStory(post)?.lastPlaces.first?.placement.state
    }

    func tasks(of user: Identifier<User>, _ kind: NewTask.Kind) async throws -> [OpenTask] {
        try await database.tasks(of: user).filter { $0.kind == kind }
    }
}
