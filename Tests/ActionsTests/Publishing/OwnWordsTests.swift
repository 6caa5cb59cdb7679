import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite("Words of their own for each network") struct OwnWordsTests {
    @Test("are counted as that network counts, and each goes out with its own")
    func each() async throws {
        let networks = PretendNetworks()
        let room = try await PostRoom(networks: networks)
        let (ida, organisation) = (try await room.administrator(), room.organisation)
        var accounts: [Network: Identifier<PostingAccount>] = [:]
        for (network, server) in [(Network.mastodon, "toots.example"), (.bluesky, "sky.example")] {
            let account = try await AddAccount(
                school: room.school, name: "Quay on \(network.title)", network: network, handle: "Quay School"
            ).perform(in: organisation, by: .user(room.slt))
            try await ConnectAccount(account, server: server, userName: "quay", secret: "t", isConfirmed: true)
                .perform(in: organisation, by: .user(ida))
            accounts[network] = account
        }
        let (mastodon, bluesky) = try (#require(accounts[.mastodon]), #require(accounts[.bluesky]))
        // of 500 signs a link takes 23 on Mastodon, however long it is; Bluesky counts every sign, of 300
        let link = "https://museum.example/" + String(repeating: "visit/", count: 20)
        let long = String(repeating: "Sports day is on Friday. ", count: 19) + link
        #expect(long.count > 500)
        let short = "Sports day is on Friday: bring a hat."
        let post = try await room.start(room.draft(long, at: [mastodon, bluesky]))
        let error = await #expect(throws: ActionError.self, "what fits on the one does not on the other") {
            try await room.send(post)
        }
        guard case .invalid(let problems)? = error else { return #expect(Bool(false), "no sentence") }
        #expect(problems.count == 1 && problems[0].says.contains("Too long for Bluesky"), "\(problems.map(\.says))")
        try await room.rewrite(post) {
            $0.places = [DraftPlace(account: mastodon), DraftPlace(account: bluesky, text: short)]
        }
        try await room.send(post)
        try await room.approve(post)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        while try await SendPost().perform(in: organisation) != .nothingDue {}
        #expect(networks.posts(on: "https://toots.example").map(\.text) == [long])
        #expect(networks.posts(on: "https://sky.example").map(\.text) == [short])
        let places = try #require(try await room.database.postStory(post)).lastPlaces.map(\.placement)
        #expect(places.map(\.state) == [.published, .published])
        #expect(Set(places.map(\.draft.text)) == [long, short])
    }
}
