/// No picture of a pupil at all, whatever the consent.
package struct PupilIdentity: Control {
    package static let id = "consent.pupil-identity"
    package static let about = """
        Stops every photo or video that shows a pupil, even with consent, where the policy forbids pictures that \
        identify pupils.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["pupil_identified", "image_subject_unknown"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.capacity == .schoolAccount else { return [] }
        return UnknownSubject.unsaid(in: post)
            + Depicted.all(in: post).compactMap { depicted in
                switch depicted.match {
                case .unclear(let fits): return UnknownSubject.unclear(depicted, fits)
                case .person(let person):
                    guard person.kind == .pupil else { return nil }
                    return Observation(
                        "pupil_identified", refs: [person.ref], at: depicted.place, evidence: person.ref,
                        basis: .record,
                        says: "\u{201C}\(person.shortName)\u{201D}, a pupil, can be recognised in "
                            + "\(Ordinal.picture(depicted.medium)).",
                        advice: "Use a picture in which no pupil can be recognised.")
                }
            }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("a picture with nobody in it", .example { $0.media = [.example([])] }, finds: []),
        .init(
            "a member of staff", .example(roll: [.exampleStaff()]) { $0.media = [.example(["S1"])] }, finds: []),
        .init("no picture at all", .example("Sports day was a joy."), finds: []),
        .init(
            "on a personal account it is another control's matter",
            .example(roll: [.examplePupil()]) {
                $0.capacity = .personalAccount
                $0.media = [.example(["P1"])]
            }, finds: []),
        .init(
            "a pupil with consent",
            .example(roll: [.examplePupil(consent: Consent(.granted))]) { $0.media = [.example(["P1"])] },
            finds: ["pupil_identified"]),
        .init(
            "a pupil in a video",
            .example(roll: [.examplePupil()]) { $0.media = [.example(["jamie thornton"]) { $0.kind = .video }] },
            finds: ["pupil_identified"]),
        .init(
            "a pupil whose name a visitor has who objects",
            .example(roll: [.exampleVisitor(), .exampleNamesake(.pupil)]) { $0.media = [.example(["Rosa Whitlock"])] },
            finds: ["pupil_identified"]),
        .init(
            "nobody said who is in it", .example { $0.media = [.example(nil)] }, finds: ["image_subject_unknown"]),
        .init(
            "a name that is nobody's", .example { $0.media = [.example(["Robin"])] }, finds: ["image_subject_unknown"]),
    ]
}
