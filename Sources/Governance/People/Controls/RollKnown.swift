/// Without a roll nothing can be said about who is in a post.
package struct RollKnown: Control {
    package static let id = "people.roll-known"
    package static let about = "Holds every post as long as no roll is known: nothing known is not nothing wrong."
    package static let parameters: [Parameter] = []
    package static let codes = ["roll_missing"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.roll == nil else { return [] }
        return [
            Observation(
                "roll_missing", basis: .record, says: "No roll is known, so nobody's name or picture can be checked.",
                advice: "Bring the roll in first, or have it released by someone who has checked it by eye.")
        ]
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("a roll with a pupil", .example("Hello", roll: [.examplePupil()]), finds: []),
        .init("a roll that says that there is nobody", .example("Hello", roll: []), finds: []),
        .init("a roll of staff", .example("Hello", roll: [.exampleStaff()]), finds: []),
        .init("no roll", .example("Hello", roll: nil), finds: ["roll_missing"]),
        .init("no roll and a picture", .example(roll: nil) { $0.media = [.example(["P1"])] }, finds: ["roll_missing"]),
        .init(
            "no roll on a personal account", .example(roll: nil) { $0.capacity = .personalAccount },
            finds: ["roll_missing"]),
    ]
}
