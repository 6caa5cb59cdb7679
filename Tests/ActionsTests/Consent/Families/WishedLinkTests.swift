import Actions
import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@Suite("A link that is asked for") struct WishedLinkTests {
    @Test("is answered alike whether the address is known or not, and often asked for from one place it waits")
    func unknown() async throws {
        let scene = try await ParentsLinkScene()
        let known = try await WishForLink(email: "sam@family.example", address: "192.0.2.1").perform(
            in: scene.organisation)
        let other = try await WishForLink(email: "x@family.example", address: "192.0.2.1").perform(
            in: scene.organisation)
        #expect(known == .asked && other == .asked)
        try await scene.runDue()
        #expect(await scene.mail.taken.filter { $0.to == "x@family.example" }.isEmpty)
        #expect(await scene.mail.taken.filter { $0.to == "sam@family.example" }.count == 2)
        var last = WishForLink.Answer.asked
        for _ in 0..<6 {
            last = try await WishForLink(email: "y@family.example", address: "192.0.2.1").perform(
                in: scene.organisation)
        }
        #expect(last != .asked)
    }

    @Test("is sent to one address five times a day at most, from wherever it is asked for")
    func bombed() async throws {
        let scene = try await ParentsLinkScene()
        for stranger in 1...9 {
            _ = try await WishForLink(email: "sam@family.example", address: "192.0.2.\(stranger)")
                .perform(in: scene.organisation)
            try await scene.runDue()
        }
        let links = await scene.links(to: "sam@family.example")
        #expect(links.count == 5)
        #expect(try await scene.organisation.pictureLink(try #require(links.first)) != nil)
        scene.scratch.pass(86_401)
        _ = try await WishForLink(email: "sam@family.example", address: "192.0.2.77").perform(in: scene.organisation)
        try await scene.runDue()
        #expect(await scene.links(to: "sam@family.example").count == 6)
    }

    @Test("is not mailed in the evening, but at seven in the morning; who asks for one gets it at once")
    func quiet() async throws {
        let scene = try await ParentsLinkScene()
        scene.scratch.pass(12 * 3600)
        let hour =
            Calendar(identifier: .gregorian).dateComponents(
                in: TimeZone(identifier: "Europe/London")!, from: scene.organisation.clock.now
            ).hour ?? 0
        try #require(hour >= 19)
        _ = try await WishForLink(email: "sam@family.example", address: "192.0.2.9").perform(in: scene.organisation)
        try await ImportPeople(
            text: """
                ref,kind,given,family,form,school,parent,parent_email
                P9,pupil,Lena,Marsh,7A,quay,Ines Marsh,ines@family.example
                """
        ).perform(in: scene.organisation, by: .console)
        try await scene.runDue()
        #expect(await scene.links(to: "sam@family.example").count == 2)
        #expect(await scene.links(to: "ines@family.example").isEmpty)
        scene.scratch.pass(12 * 3600)
        try await scene.runDue()
        #expect(await scene.links(to: "ines@family.example").count == 1)
    }
}
