/// A pupil's picture never goes on a personal account.
package struct PersonalAccounts: Control {
    package static let id = "consent.personal-accounts"
    package static let about = "Stops every photo or video of a pupil on a personal account, whatever the consent."
    package static let parameters: [Parameter] = []
    package static let codes = ["image_personal_account", "image_subject_unknown"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.capacity == .personalAccount else { return [] }
        return UnknownSubject.unsaid(in: post)
            + Depicted.all(in: post).compactMap { depicted in
                switch depicted.match {
                case .unclear(let fits): return UnknownSubject.unclear(depicted, fits)
                case .person(let person):
                    guard person.kind == .pupil else { return nil }
                    return Observation(
                        "image_personal_account", refs: [person.ref], at: depicted.place, evidence: person.ref,
                        basis: .record,
                        says:
                            "\u{201C}\(person.shortName)\u{201D}, a pupil, is in \(Ordinal.picture(depicted.medium)), "
                            + "and this is a personal account.",
                        advice: "Leave the picture out; pictures of pupils go on the school's own accounts only.")
                }
            }
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("a pupil on the school's account", picture(["P1"], .schoolAccount), finds: []),
        .init("nobody in the picture", picture([], .personalAccount), finds: []),
        .init("a colleague", picture(["Anna Whitcombe"], .personalAccount), finds: []),
        .init("a pupil with consent", picture(["P1"], .personalAccount), finds: ["image_personal_account"]),
        .init("a pupil by name", picture(["Thornton, Jamie"], .personalAccount), finds: ["image_personal_account"]),
        .init(
            "a pupil whose name a visitor has who objects",
            .example(roll: [.exampleVisitor(), .exampleNamesake(.pupil)]) {
                $0.capacity = .personalAccount
                $0.media = [.example(["Rosa Whitlock"])]
            }, finds: ["image_personal_account"]),
        .init("nobody said who is in it", picture(nil, .personalAccount), finds: ["image_subject_unknown"]),
    ]

    private static func picture(_ depicts: [String]?, _ capacity: Draft.Capacity) -> PublishPost {
        .example(roll: [.examplePupil(consent: Consent(.granted)), .exampleStaff()]) {
            $0.capacity = capacity
            $0.media = [.example(depicts)]
        }
    }
}
