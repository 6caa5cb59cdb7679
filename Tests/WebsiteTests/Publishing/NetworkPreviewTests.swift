import Governance
import Testing

@testable import Website

@Suite("How a text will look at an account") struct NetworkPreviewTests {
    private func tag(_ text: String, on network: Network, connected: Bool) -> String {
        NetworkPreview(
            text,
            on: PostingAccount(
                id: Identifier("a"), school: Identifier("s"), name: "Our Instagram", network: network, handle: "@quay"),
            way: PlaceWay(connected: connected ? network.stated : nil, oneWay: nil, showing: [.picture]), ownText: nil
        ).tag.text
    }

    @Test(
        "says while one writes that there are more hashtags or mentions than the network takes",
        arguments: [true, false])
    func tags(connected: Bool) {
        let tags = (0..<31).map { "#boat\($0)" }.joined(separator: " ")
        let mentions = (0..<21).map { "@boat\($0)" }.joined(separator: " ")
        #expect(tag(tags, on: .instagram, connected: connected) == "31 hashtags, takes 30")
        #expect(tag(mentions, on: .instagram, connected: connected) == "21 mentions, takes 20")
        #expect(tag("The #boats are in", on: .instagram, connected: connected) == "Needs a picture")
        #expect(tag(tags, on: .facebook, connected: connected) == "Fits")
    }
}
