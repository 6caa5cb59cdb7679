import Foundation
import Governance
import Platforms
import Reading
import RealServers
import Store
import Testing

@testable import Actions

/// A parent's no takes a post off a real WordPress.
@Suite struct WithdrawnFromWordPressTests {
    private let web = PatientWebClient()

    private func status(of address: String) async throws -> Int { try await web.answer(to: WebRequest(address)).status }

    @Test func whatShowsSomebodyWhoMayNoLongerBeShownComesOffTheWebsiteAndThatIsOnRecord() async throws {
        let server = try RealServer.wordPress.get()
        let room = try await PostRoom("LINK", networks: RealNetworks(web: web))
        let ida = try await room.administrator()
        let website = try await AddAccount(
            school: room.school, name: "Website", network: .website, handle: server["address"]
        ).perform(in: room.organisation, by: .user(room.slt))
        try await ConnectAccount(website, server: server["address"], userName: "author", secret: server["author"])
            .perform(in: room.organisation, by: .user(ida))
        let says = { (places: Set<Consent.Channel>) in
            _ = try await RecordAnswers([.init(room.jamie, by: .form, .places(places))], by: .paper, evenIfOlder: true)
                .perform(in: room.organisation, by: .user(ida))
        }
        try await says(Set(Consent.Channel.allCases))

        let post = try await room.start(room.draft("A day at the quay\n\nBoats and more boats.", at: [website]))
        let picture = try await room.add(to: post)
        try await room.describe(picture, of: post, people: ["P1"])
        try await room.send(post)
        try await room.approve(post)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        #expect(try await SendPost().perform(in: room.organisation) == .done)
        let place = try #require(try await room.database.postStory(post)?.lastPlaces.first)
        let address = try #require(place.publication?.proof.address)
        #expect(try await status(of: address) == 200)

        try await says([])
        try await room.runDue()
        #expect(try await room.state(post) == .ordered)
        try await NetworkWork().perform(in: room.organisation)
        #expect(try await room.state(post) == .takenDown)
        #expect(try await status(of: address) == 404)
        #expect(try await room.kinds(post).suffix(2) == [.takedownOrdered, .takenDown])
        #expect(try await room.taskKinds(of: room.author).contains(.takeDown) == false)
    }
}
