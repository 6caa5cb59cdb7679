/// Messages to pupils, and to parents where a policy means them too.
package struct PrivateMessages: Control {
    package static let id = "engagement.private-messages"
    package static let about =
        "Stops an answer to a pupil, or a parent: to whom, from which accounts, and whether in public too, the policy says."
    package static let parameters = [
        Parameter(
            "capacity", .choices([Draft.Capacity.schoolAccount.rawValue, Draft.Capacity.personalAccount.rawValue]),
            about: "From which accounts: the school's, a person's own, or both."),
        Parameter(
            "audience", .choices(["public", "private"]), fallback: .words(["private"]),
            about: "Whether answers in public, in private, or both are meant."),
        Parameter(
            "to", .choices(["pupil", "parent"]), fallback: .words(["pupil"]),
            about: "Answers to whom: pupils, their parents, or both."),
    ]
    package static let codes = ["private_message_pupil", "private_message_parent"]

    private let capacity: [String]
    private let audience: [String]
    private let to: [String]

    package init(_ arguments: Arguments) {
        capacity = arguments.words("capacity")
        audience = arguments.words("audience")
        to = arguments.words("to")
    }

    package func examine(_ post: PublishPost) -> [Observation] {
        let draft = post.draft
        guard let author = draft.inReplyTo, to.contains(author.rawValue),
            capacity.contains(draft.capacity.rawValue), audience.contains(draft.audience.rawValue)
        else { return [] }
        let account = draft.capacity == .schoolAccount ? "a school account" : "a personal account"
        return [
            Observation(
                author == .parent ? "private_message_parent" : "private_message_pupil", at: Place("text"),
                evidence: draft.audience.rawValue, basis: .record,
                says: draft.audience == .private
                    ? "This is a private message to a \(author.rawValue) from \(account)."
                    : "This answers a \(author.rawValue) from \(account).",
                advice: "Answer by the school's own route, such as the office or the form tutor.")
        ]
    }

    private static func message(_ capacity: Draft.Capacity, _ audience: Draft.Audience, to author: Draft.AuthorType)
        -> PublishPost
    {
        .example("See you soon.") {
            $0.capacity = capacity
            $0.audience = audience
            $0.inReplyTo = author
        }
    }

    private static let school: [String: ParameterValue] = ["capacity": .words(["school_account"])]
    private static let own: [String: ParameterValue] = [
        "capacity": .words(["personal_account"]), "audience": .words(["public", "private"]),
    ]

    private static let families: [String: ParameterValue] = [
        "capacity": .words(["personal_account"]), "to": .words(["pupil", "parent"]),
    ]

    package static let examples: [ControlExample<PublishPost>] = [
        .init(
            "in private to a parent, where the policy means parents too", with: families,
            message(.personalAccount, .private, to: .parent), finds: ["private_message_parent"]),
        .init("to a parent", with: school, message(.schoolAccount, .private, to: .parent), finds: []),
        .init("in public", with: school, message(.schoolAccount, .public, to: .pupil), finds: []),
        .init("from another account", with: school, message(.personalAccount, .private, to: .pupil), finds: []),
        .init(
            "in private from a school account", with: school, message(.schoolAccount, .private, to: .pupil),
            finds: ["private_message_pupil"]),
        .init(
            "in private from one's own", with: own, message(.personalAccount, .private, to: .pupil),
            finds: ["private_message_pupil"]),
        .init(
            "in public from one's own", with: own, message(.personalAccount, .public, to: .pupil),
            finds: ["private_message_pupil"]),
    ]
}
