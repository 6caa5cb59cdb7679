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

    @Test("names the pictures of a shape that Instagram does not take, and what becomes of them")
    func shapes() {
        let media = [ShownMedium.picture(1_600, 1_200), .picture(1_200, 1_600), .picture(4_000, 1_000), Self.mp4]
        let byHand = PlaceWay(connected: nil, oneWay: nil, showing: media).says(on: .instagram)
        #expect(byHand.hasSuffix("and cuts off the rest: whoever publishes it leaves room round pictures 2 and 3."))
        let itself = PlaceWay(
            connected: Network.instagram.stated, oneWay: nil, showing: Array(media.prefix(2))
        ).says(on: .instagram)
        #expect(
            itself
                == "It goes out by itself at its time. Instagram takes nothing taller than 4:5 or wider than 1.91:1: "
                + "picture 2 goes out whole, on a white ground.")
        for (network, media) in [(Network.instagram, [media[0]]), (.facebook, media.dropLast()), (.website, media)] {
            let says = PlaceWay(connected: network.stated, oneWay: nil, showing: Array(media)).says(on: network)
            #expect(!says.contains("white ground"), "\(network): \(says)")
        }
        #expect(Network.instagram.stated?.sentences.contains { $0.contains("on a white ground") } == true)
    }

    @Test("says what a post costs at X, and that the month's limit leaves it to a person")
    func costs() {
        let draft = Draft(text: "The regatta: https://quay.example/regatta")
        let says = { (spending: MonthlySpending) in
            PlaceWay(
                connected: Network.x.stated, oneWay: nil,
                costing: PlaceCost(draft, on: .x, spending: spending)
            ).says(on: .x)
        }
        #expect(
            says(MonthlySpending(spent: 0, limit: nil))
                == "It goes out by itself at its time. X charges the school $0.20 for it, because it has a link.")
        #expect(
            says(MonthlySpending(spent: 900, limit: 1))
                == "A person publishes it at its time, and brings proof: X has charged $0.90 this month, this one "
                + "would cost $0.20, and the school’s limit is $1.00 a month.")
        #expect(PlaceCost(draft, on: .mastodon, spending: MonthlySpending(spent: 0, limit: nil)) == nil)
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
