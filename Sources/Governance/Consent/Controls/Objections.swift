/// An adult who said no is not pictured.
package struct Objections: Control {
    package static let id = "consent.objections"
    package static let about = """
        Stops a photo or video of a member of staff, or of a visitor, who objected, withdrew, or limited where it may go. \
        Silence is no objection; a record that cannot be read is held.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["image_objection", "image_withdrawn", "image_restriction", "image_no_consent"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        Depicted.all(in: post).flatMap { depicted in
            depicted.meant.compactMap { person in
                guard person.kind != .pupil else { return nil }
                let channel = post.draft.channel.consent
                let standing = PictureStanding(
                    person.consent, on: post.draft.publishAt.map { Day(of: $0) }, channel: channel, assumed: true)
                return PictureRefusal(Self.milder(standing, person.consent), of: person, channel: channel)?
                    .observation(at: depicted.place, certainty: standing == .unreadable ? .likely : .plain)
            }
        }
    }

    /// What ran out was a yes and leaves no objection; a restriction that ran out leaves nothing allowed.
    private static func milder(_ standing: PictureStanding, _ consent: Consent) -> PictureStanding {
        guard standing == .notWithin else { return standing }
        return consent.status == .restricted ? .channel : .allowed
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("nothing on record for an adult", picture(Consent()), finds: []),
        .init("granted", picture(Consent(.granted)), finds: []),
        .init("a grant that ran out", picture(Consent(.granted, until: Day(year: 2020, month: 1, day: 1))), finds: []),
        .init(
            "a pupil's objection is another control's matter",
            .example(roll: [.examplePupil(consent: Consent(.objected))]) { $0.media = [.example(["P1"])] }, finds: []),
        .init("an objection", picture(Consent(.objected)), finds: ["image_objection"]),
        .init(
            "an objection of somebody who is on no roll",
            .example(roll: [.exampleVisitor()]) { $0.media = [.example(["Rosa Whitlock"])] }, finds: ["image_objection"]
        ),
        .init(
            "two who are on no roll and have one name", named([.exampleVisitor(), .exampleVisitor("visitor-2")]),
            finds: ["image_objection", "image_objection"]),
        .init(
            "one of them, and a colleague of that name", named([.exampleVisitor(), .exampleNamesake(.staff)]),
            finds: ["image_objection"]),
        .init(
            "one of them, and a pupil of that name", named([.exampleVisitor(), .exampleNamesake(.pupil)]),
            finds: ["image_objection"]),
        .init(
            "that pupil, chosen from the roll",
            .example(roll: [.exampleVisitor(), .exampleNamesake(.pupil)]) { $0.media = [.example(["N1"])] }, finds: []),
        .init("refused", picture(Consent(.refused)), finds: ["image_objection"]),
        .init("withdrawn", picture(Consent(.withdrawn)), finds: ["image_withdrawn"]),
        .init(
            "for the website alone", picture(Consent(.restricted, channels: [.website])), finds: ["image_restriction"]),
        .init("a record nobody can read", picture(Consent(.unreadable)), finds: ["image_no_consent"]),
    ]

    private static func named(_ roll: [Person]) -> PublishPost {
        .example(roll: roll) { $0.media = [.example(["Rosa Whitlock"])] }
    }

    private static func picture(_ consent: Consent) -> PublishPost {
        .example(roll: [.exampleStaff(consent: consent)]) { $0.media = [.example(["Mrs Whitcombe"])] }
    }
}
