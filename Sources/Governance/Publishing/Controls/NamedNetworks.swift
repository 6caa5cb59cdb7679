/// On which networks the school posts: those that the policy names for its accounts (ACC-07).
package struct NamedNetworks: Control {
    package static let id = "publishing.networks"
    package static let about =
        """
        Refuses a post on an account whose network the policy does not name, such as one that was there before the policy \
        was. A website is no social account, and is always free.
        """
    package static let parameters = Networks.parameters
    package static let codes = ["posted_on_unnamed_network"]

    private let allowed: [Network]

    package init(_ arguments: Arguments) { allowed = arguments.words("allowed").compactMap(Network.init(rawValue:)) }

    package func examine(_ post: PublishPost) -> [Observation] {
        guard let network = post.draft.network, network != .website, !allowed.contains(network) else { return [] }
        return [
            Observation(
                "posted_on_unnamed_network", evidence: network.rawValue, basis: .record,
                says:
                    "\(network.title) is not among the networks on which the school posts: \(listed(allowed.map(\.title))).",
                advice: "Choose another account, and have this one closed.")
        ]
    }

    private static let two: [String: ParameterValue] = ["allowed": .words(["x", "instagram"])]

    package static let examples: [ControlExample<PublishPost>] = [
        .init("X", with: two, .example("Sports day") { $0.network = .x }, finds: []),
        .init("Instagram", with: two, .example("Sports day") { $0.network = .instagram }, finds: []),
        .init(
            "the school's website", with: two,
            .example("Sports day") {
                $0.channel = .website
                $0.network = .website
            }, finds: []),
        .init("where it goes is not said", with: two, .example("Sports day"), finds: []),
        .init(
            "Facebook", with: two, .example("Sports day") { $0.network = .facebook },
            finds: ["posted_on_unnamed_network"]),
        .init(
            "LinkedIn", with: two,
            .example("Sports day") {
                $0.channel = .linkedin
                $0.network = .linkedin
            }, finds: ["posted_on_unnamed_network"]),
        .init("a forum", with: two, .example { $0.network = .other }, finds: ["posted_on_unnamed_network"]),
    ]
}
