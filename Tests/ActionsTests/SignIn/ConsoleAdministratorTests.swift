import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions
@testable import Platforms

@Suite struct ConsoleAdministratorTests {
    @Test func theConsoleMakesOneAlsoOfSomeoneWhoIsThereAndTellsTheOthers() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let ida = try await organisation.user(email: "ida@school.example").id
        let made = try await MakeAdministratorAtConsole(
            name: "Max Ode", email: "max@school.example", why: "The provider is down"
        ).perform(in: organisation)
        #expect(try await organisation.user(ofLink: made.secret)?.email == "max@school.example")
        let max = try await organisation.user(email: "max@school.example").id
        #expect(try await organisation.database.user(max)?.grants.map(\.grant.role) == [.administrator])
        let sam = try await organisation.person("Sam Poe", .author)
        _ = try await MakeAdministratorAtConsole(name: "", email: "sam.poe@school.example", why: "Ida left")
            .perform(in: organisation)
        #expect(try await organisation.database.user(sam)?.grants.map(\.grant.role).contains(.administrator) == true)
        let news = try await organisation.database.home(
            of: ida, decidingWith: nil, writes: false, mostNews: 5, mostPosts: 0
        ).news
        #expect(news.map(\.kind) == [.administratorMade, .administratorMade])
        await #expect(throws: ActionError.self) {
            _ = try await MakeAdministratorAtConsole(name: "X", email: "x@school.example", why: " ")
                .perform(in: organisation)
        }
    }
}
