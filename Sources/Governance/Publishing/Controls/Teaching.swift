/// Teaching through social media is thought through first.
package struct Teaching: Control {
    package static let id = "publishing.teaching"
    package static let about = """
        Holds a post of a teaching account until purpose, class, ages and risks of the teaching are on record.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["teaching_unconsidered"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.accountType == .teaching, !post.draft.teachingConsidered else { return [] }
        return [
            Observation(
                "teaching_unconsidered", basis: .record,
                says: "This is a teaching account, and it is not on record that the teaching was thought through.",
                advice: "Record its purpose, the class, the pupils' ages and the risks you considered.")
        ]
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("the school's main account", post(.schoolMain), finds: []),
        .init("an account whose kind is not known", post(nil), finds: []),
        .init("a teaching account that was considered", post(.teaching, considered: true), finds: []),
        .init("a department", post(.department), finds: []),
        .init("a teaching account", post(.teaching), finds: ["teaching_unconsidered"]),
        .init(
            "a teaching account with a picture", post(.teaching, media: [.example()]), finds: ["teaching_unconsidered"]),
    ]

    private static func post(
        _ type: Draft.AccountType?, considered: Bool = false, media: [Medium] = []
    ) -> PublishPost {
        .example("Read chapter four.") {
            $0.accountType = type
            $0.teachingConsidered = considered
            $0.media = media
        }
    }
}
