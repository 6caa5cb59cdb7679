/// On which networks a school has accounts (ACC-07).
package struct Networks: Control {
    package static let id = "accounts.networks"
    package static let about = "Refuses an account on a network that the policy does not name. Twitter is X."
    package static let parameters = [
        Parameter("allowed", .choices(Network.allCases.map(\.rawValue)), about: "The networks that the policy names.")
    ]
    package static let codes = ["network_not_allowed"]

    private let allowed: [Network]

    package init(_ arguments: Arguments) { allowed = arguments.words("allowed").compactMap(Network.init(rawValue:)) }

    package func examine(_ act: OpenAccount) -> [Observation] {
        guard !allowed.contains(act.asked.network), act.asked.network != .website else { return [] }
        return [
            Observation(
                "network_not_allowed", at: Place("network"), evidence: act.asked.network.rawValue, basis: .record,
                says: "\(act.asked.network.title) is not among the networks on which a school may have an account.",
                advice: "Choose \(listed(allowed.map(\.title))), or post on the account that the school has.")
        ]
    }

    private static let two: [String: ParameterValue] = ["allowed": .words(["x", "instagram"])]

    package static let examples: [ControlExample<OpenAccount>] = [
        .init("X", with: two, .example(), finds: []),
        .init("Instagram", with: two, .example { $0.asked.network = .instagram }, finds: []),
        .init("the school's website", with: two, .example { $0.asked.network = .website }, finds: []),
        .init("Facebook", with: two, .example { $0.asked.network = .facebook }, finds: ["network_not_allowed"]),
        .init("TikTok", with: two, .example(.deciding) { $0.asked.network = .tiktok }, finds: ["network_not_allowed"]),
        .init("a forum", with: two, .example { $0.asked.network = .other }, finds: ["network_not_allowed"]),
    ]
}
