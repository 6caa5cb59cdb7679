/// An account that speaks one way has comments off (ACC-13).
package struct CommentsOff: Control {
    package static let id = "accounts.comments-off"
    package static let about =
        "Notices an account with comments on, where the policy has the school speak one way only."
    package static let parameters: [Parameter] = []
    package static let codes = ["comments_on"]

    package init(_ arguments: Arguments) {}

    package func examine(_ act: OpenAccount) -> [Observation] {
        guard act.details.comments == true else { return [] }
        return [
            Observation(
                "comments_on", at: Place("comments"), evidence: "on", basis: .record,
                says: "Comments are on, and this account speaks one way only.",
                advice: "Turn comments off on the network, and send people to the school office.")
        ]
    }

    package static let examples: [ControlExample<OpenAccount>] = [
        .init("asked for", .example(), finds: []),
        .init("off", .example(.opening) { $0.details.comments = false }, finds: []),
        .init("not known", .example(.changing), finds: []),
        .init("on at its opening", .example(.opening) { $0.details.comments = true }, finds: ["comments_on"]),
        .init("turned on later", .example(.changing) { $0.details.comments = true }, finds: ["comments_on"]),
        .init(
            "on, on a website",
            .example(.opening) {
                $0.asked.network = .website
                $0.details.comments = true
            }, finds: ["comments_on"]),
    ]
}
