import Governance
import Testing

@testable import Website

@Suite("What is said to happen with a post at an account") struct PlaceWayTests {
    private static let mp4 = ShownMedium(isFilm: true, mediaType: "video/mp4", bytes: 1_000)
    private static let webm = ShownMedium(isFilm: true, mediaType: "video/webm", bytes: 1_000)
    private static let long = ShownMedium(isFilm: true, mediaType: "video/mp4", bytes: 900_000_000)

    @Test("is that a person publishes it wherever a program sends no such film")
    func films() {
        for (network, media, goes) in [
            (Network.mastodon, [], true), (.mastodon, [.picture, .picture], true), (.mastodon, [Self.mp4], true),
            (.mastodon, [Self.mp4, .picture], false), (.mastodon, [Self.mp4, Self.mp4], false),
            (.mastodon, [Self.webm], false), (.mastodon, [Self.long], false), (.website, [Self.mp4, .picture], true),
            (.website, [Self.webm], false), (.bluesky, [Self.mp4], false), (.bluesky, [.picture], true),
            (.facebook, [Self.mp4], false), (.x, [Self.mp4], false),
        ] as [(Network, [ShownMedium], Bool)] {
            let says = PlaceWay(connected: network.stated, oneWay: nil, showing: media).says(on: network)
            #expect(
                says.hasPrefix(goes ? "It goes out by itself" : "A person publishes it at its time, and brings proof:"),
                "\(network) \(media): \(says)")
        }
    }

    @Test("where nobody is to answer, names those who may on X")
    func answers() {
        let says = { (network: Network) in
            PlaceWay(connected: network.stated, oneWay: "3.10").says(on: network)
        }
        #expect(says(.x).hasSuffix("Nobody can answer it, save whom the post names, as section 3.10 has it."))
        #expect(says(.website).hasSuffix("Nobody can answer it, as section 3.10 has it."))
        #expect(Network.x.stated?.sentences.contains { $0.contains("save whom it names") } == true)
    }
}
