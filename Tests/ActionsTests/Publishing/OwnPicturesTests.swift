import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

@Suite("Pictures of their own for each network") struct OwnPicturesTests {
    @Test("six go to the website whole, and to a network that takes four the four that were chosen, in their order")
    func each() async throws {
        let networks = PretendNetworks()
        let room = try await PostRoom(networks: networks)
        let (ida, organisation) = (try await room.administrator(), room.organisation)
        var accounts: [Identifier<PostingAccount>] = []
        for (network, server, handle) in [
            (Network.website, "www.quay.example", "www.quay.example"), (.bluesky, "sky.example", "Quay School"),
        ] {
            let account = try await AddAccount(
                school: room.school, name: "Quay on \(network.title)", network: network, handle: handle
            ).perform(in: organisation, by: .user(room.slt))
            try await ConnectAccount(account, server: server, userName: "quay", secret: "t", isConfirmed: true)
                .perform(in: organisation, by: .user(ida))
            accounts.append(account)
        }
        let (website, bluesky) = (accounts[0], accounts[1])
        let post = try await room.start(room.draft(cleanText, at: accounts))
        var pictures: [Identifier<StoredPicture>] = []
        for number in 1...6 {
            let picture = try await room.add("boat.png", to: post)
            try await room.describe(picture, of: post, alt: "View \(number)")
            pictures.append(picture)
        }
        let error = await #expect(throws: ActionError.self) { try await room.send(post) }
        guard case .invalid(let problems)? = error else { return #expect(Bool(false), "no sentence") }
        #expect(problems.map(\.field) == ["pictures-\(bluesky.text)"])
        #expect(problems[0].says.contains("takes at most 4 pictures"), "\(problems[0].says)")
        let chosen = [pictures[5], pictures[0], pictures[2], pictures[4]]
        try await room.rewrite(post) {
            $0.places = [DraftPlace(account: website), DraftPlace(account: bluesky, pictures: chosen)]
        }
        try await room.send(post)
        _ = try await ApprovePost(post: post, revision: 1, judged: Set(pictures))
            .perform(in: organisation, by: .user(room.moderator))
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        while try await SendPost().perform(in: organisation) != .nothingDue {}
        let views = { (server: String) in networks.posts(on: server).map { $0.pictures.map(\.alt) } }
        #expect(views("https://www.quay.example") == [(1...6).map { "View \($0)" }])
        #expect(views("https://sky.example") == [["View 1", "View 3", "View 5", "View 6"]])
    }
}
