extension Pictures {
    package static let examples: [ControlExample<PublishPost>] = [
        .init("a picture with nobody in it goes out", with: strict, .example { $0.media = [.example([])] }, finds: []),
        .init("granted for every channel", with: strict, picture(Consent(.granted)), finds: []),
        .init("granted until the very day", with: strict, picture(Consent(.granted, until: day)), finds: []),
        .init("silence where the policy assumes consent", with: assumed, picture(Consent()), finds: []),
        .init(
            "silence two weeks after they were asked", with: assumed,
            picture(Consent(asking: daysAgo(14))), finds: []),
        .init(
            "silence of those whom nobody asked", with: assumed, picture(Consent(asking: .never)),
            finds: ["image_no_consent"]),
        .init(
            "silence a week after they were asked", with: assumed,
            picture(Consent(asking: daysAgo(7))), finds: ["image_no_consent"]),
        .init(
            "no objection where the policy assumes consent", with: assumed, picture(Consent(.noObjection)), finds: []),
        .init(
            "a picture of a member of staff", with: strict,
            .example(roll: [.exampleStaff()]) { $0.media = [.example(["S1"])] }, finds: []),
        .init(
            "a picture on a personal account is another control's matter", with: strict,
            .example(roll: [.examplePupil()]) {
                $0.capacity = .personalAccount
                $0.media = [.example(["P1"])]
            }, finds: []),
        .init("nothing on record", with: strict, picture(Consent()), finds: ["image_no_consent"]),
        .init(
            "no objection is not a yes here", with: strict, picture(Consent(.noObjection)), finds: ["image_no_consent"]),
        .init("unreadable is never a yes", with: assumed, picture(Consent(.unreadable)), finds: ["image_no_consent"]),
        .init("refused", with: assumed, picture(Consent(.refused)), finds: ["image_objection"]),
        .init("an objection", with: assumed, picture(Consent(.objected)), finds: ["image_objection"]),
        .init("withdrawn", with: strict, picture(Consent(.withdrawn, withdrawnOn: day)), finds: ["image_withdrawn"]),
        .init(
            "withdrawn from the next day on", with: strict,
            picture(Consent(.withdrawn, withdrawnOn: Day(year: 2026, month: 11, day: 24))), finds: []),
        .init(
            "consent ran out the day before", with: strict,
            picture(Consent(.granted, until: Day(year: 2026, month: 11, day: 22))), finds: ["image_expired"]),
        .init(
            "consent for the website alone", with: strict,
            picture(Consent(.granted, channels: [.website])), finds: ["image_restriction"]),
        .init(
            "restricted, without saying to what", with: strict, picture(Consent(.restricted)),
            finds: ["image_restriction"]),
        .init(
            "nobody said who is in it", with: strict, .example { $0.media = [.example(nil)] },
            finds: ["image_subject_unknown"]),
        .init(
            "a name that fits two", with: strict,
            .example(roll: [.examplePupil(), .examplePupil("P2", "Jamie", "Okafor")]) {
                $0.media = [.example(["Jamie"])]
            },
            finds: ["image_subject_unknown"]),
        .init(
            "a name that fits two, of whom one said no", with: strict,
            .example(roll: [.examplePupil(), .examplePupil("P2", "Jamie", "Okafor", consent: Consent(.refused))]) {
                $0.media = [.example(["Jamie"])]
            },
            finds: ["image_subject_unknown", "image_objection"]),
        .init(
            "a pupil of whom nothing is on record, and a visitor of that name who objects", with: strict,
            .example(roll: [.exampleVisitor(), .examplePupil("P2", "Rosa", "Whitlock")]) {
                $0.media = [.example(["Rosa Whitlock"])]
            }, finds: ["image_no_consent"]),
        .init(
            "only objections asked about", with: ["unrecorded": .word("refused"), "about": .words(["objections"])],
            picture(Consent()), finds: []),
    ]

    private static let strict: [String: ParameterValue] = ["unrecorded": .word("refused")]
    private static let assumed: [String: ParameterValue] = ["unrecorded": .word("allowed")]
    private static let day = Day(year: 2026, month: 11, day: 23)

    private static func daysAgo(_ days: Int) -> Consent.Asking? { day.map { .on($0.adding(days: -days)) } }

    private static func picture(_ consent: Consent) -> PublishPost {
        .example(roll: [.examplePupil(consent: consent)]) { $0.media = [.example(["P1"])] }
    }
}
