/// No picture of a pupil's home.
package struct PupilHomes: Control {
    package static let id = "consent.pupil-homes"
    package static let about = "Stops a photo or video that shows a pupil's home."
    package static let parameters: [Parameter] = []
    package static let codes = ["image_pupil_home"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        post.draft.media.enumerated().compactMap { index, medium in
            guard let ref = medium.pupilHome else { return nil }
            return Observation(
                "image_pupil_home", refs: ref.isEmpty ? [] : [ref], at: Place("media[\(index)].depicts_place"),
                evidence: "home of \(ref)", basis: .record,
                says: "A pupil's home is in \(Ordinal.picture(index)).", advice: "Use a picture taken somewhere else.")
        }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("the school's garden", .example { $0.media = [.example([])] }, finds: []),
        .init("no picture", .example("Thank you for the visit."), finds: []),
        .init("a pupil at school", .example(roll: [.examplePupil()]) { $0.media = [.example(["P1"])] }, finds: []),
        .init(
            "a pupil's home", .example(roll: [.examplePupil()]) { $0.media = [.example([]) { $0.pupilHome = "P1" }] },
            finds: ["image_pupil_home"]),
        .init(
            "a pupil's home on a personal account",
            .example {
                $0.capacity = .personalAccount
                $0.media = [.example([]) { $0.pupilHome = "P1" }]
            }, finds: ["image_pupil_home"]),
        .init(
            "two homes", .example { $0.media = [.example { $0.pupilHome = "P1" }, .example { $0.pupilHome = "P2" }] },
            finds: ["image_pupil_home", "image_pupil_home"]),
    ]
}
