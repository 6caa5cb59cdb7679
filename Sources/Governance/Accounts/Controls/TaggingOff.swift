/// Tagging people in an account's pictures is off where that can be (ACC-14).
package struct TaggingOff: Control {
    package static let id = "accounts.tagging-off"
    package static let about = "Notices an account on which people can be tagged, where the policy asks to consider it."
    package static let parameters: [Parameter] = []
    package static let codes = ["tagging_on"]

    package init(_ arguments: Arguments) {}

    package func examine(_ act: OpenAccount) -> [Observation] {
        guard act.details.tagging == true else { return [] }
        return [
            Observation(
                "tagging_on", at: Place("tagging"), evidence: "on", basis: .record,
                says: "People can be tagged in this account’s pictures.",
                advice: "Consider turning tagging off on the network.")
        ]
    }

    package static let examples: [ControlExample<OpenAccount>] = [
        .init("asked for", .example(), finds: []),
        .init("off", .example(.opening) { $0.details.tagging = false }, finds: []),
        .init("not known", .example(.changing), finds: []),
        .init("on at its opening", .example(.opening) { $0.details.tagging = true }, finds: ["tagging_on"]),
        .init("turned on later", .example(.changing) { $0.details.tagging = true }, finds: ["tagging_on"]),
        .init(
            "on, with comments off",
            .example(.opening) {
                $0.details.tagging = true
                $0.details.comments = false
            }, finds: ["tagging_on"]),
    ]
}
