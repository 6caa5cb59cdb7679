import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite struct SetUpTests {
    @Test func theTokenOfTheConsoleSetsUpOnceAndOnlyOnce() async throws {
        let scratch = try Scratch()
        let installation = try scratch.installation()
        let token = try #require(try await BeginInstallation().perform(in: installation))
        #expect(try await installation.isSetUpToken(" \(token.uppercased())\n"))
        await #expect(throws: ActionError.self) {
            try await scratch.plan().perform(in: installation, token: "guess")
        }
        let organisation = try await scratch.plan().perform(in: installation, token: token)
        #expect(organisation.slug == "harbour-view")
        #expect(try await installation.isSetUpToken(token) == false)
        await #expect(throws: ActionError.self) {
            try await scratch.plan("second").perform(in: installation, token: token)
        }
        #expect(try await BeginInstallation().perform(in: installation) == nil)
        #expect(try await BeginInstallation().perform(in: installation, another: true) != nil)
    }

    @Test func twoWhoSetUpAtOnceWithOneTokenMakeOneOrganisation() async throws {
        let scratch = try Scratch()
        let installation = try scratch.installation()
        let token = try #require(try await BeginInstallation().perform(in: installation))
        await withTaskGroup(of: Void.self) { group in
            for number in 1...4 {
                group.addTask {
                    _ = try? await scratch.plan("race-\(number)").perform(in: installation, token: token)
                }
            }
        }
        #expect(try await installation.organisations().count == 1)
    }

    @Test func anOrganisationIsMadeWhole() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        #expect(try await organisation.database.schools().map(\.slug) == ["mill", "quay"])
        let users = try await organisation.database.users()
        #expect(users.map(\.user.email) == ["ida@school.example"])
        #expect(users[0].grants.map(\.grant.role) == [.administrator])
        #expect(users[0].hasPassword)
        #expect(try await organisation.policyInForce()?.policy.key == "TEST")
        #expect(try await organisation.database.recordHead().number == 6)
    }

    @Test func aRefusedSetUpLeavesNothingAndSaysEveryFault() async throws {
        let scratch = try Scratch()
        let installation = try scratch.installation()
        var plan = scratch.plan("Not A Slug")
        plan.name = " "
        plan.administrator.password = "ida ward is here"
        await #expect(
            throws: ActionError.invalid([
                FieldError("name", "Enter the name of the school or trust"),
                FieldError("slug", "Use small letters, digits and hyphens, for example harbour-view"),
            ])
        ) { try await plan.performFromConsole(in: installation) }
        plan = scratch.plan()
        plan.administrator.password = "ida ward is here"
        await #expect(throws: ActionError.self) { try await plan.performFromConsole(in: installation) }
        plan.policy = Array("policy: [".utf8)
        await #expect(throws: ActionError.self) { try await plan.performFromConsole(in: installation) }
        #expect(try await installation.organisations().isEmpty)
        let folder = scratch.folder.appendingPathComponent("organisations").path
        #expect((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] == [])
    }

    @Test func aFolderLeftByACrashIsPutAside() async throws {
        let scratch = try Scratch()
        let stray = scratch.folder.appendingPathComponent("organisations/harbour-view")
        try FileManager.default.createDirectory(at: stray, withIntermediateDirectories: true)
        try Data("left".utf8).write(to: stray.appendingPathComponent("record.sqlite"))
        let organisation = try await scratch.organisation()
        #expect(try await organisation.database.recordHead().number == 6)
    }

    @Test func theAddressThatPeopleUseIsGivenAtTheConsole() async throws {
        let installation = try Scratch().installation()
        #expect(try await installation.publicAddress() == nil)
        try await ChangePublicAddress(" https://chaperone.school.example/ ").perform(in: installation)
        #expect(try await installation.publicAddress() == "https://chaperone.school.example")
        for wrong in ["chaperone.school.example", "http://chaperone.school.example", "https://", ""] {
            await #expect(throws: ActionError.self, "\(wrong)") {
                try await ChangePublicAddress(wrong).perform(in: installation)
            }
        }
        #expect(try await installation.publicAddress() == "https://chaperone.school.example")
    }

    @Test func manyOrganisationsShareABoundedNumberOfOpenDatabases() async throws {
        let scratch = try Scratch()
        let installation = try scratch.installation(mostOpen: 2)
        for number in 1...5 { _ = try await scratch.plan("school-\(number)").performFromConsole(in: installation) }
        for number in 1...5 {
            let organisation = try await installation.organisation("school-\(number)")
            #expect(try await organisation.entrance(cookie: nil).card.slug == "school-\(number)")
        }
        await #expect(throws: ActionError.notFound) { try await installation.organisation("school-6") }
    }

    @Test(arguments: Slug.reserved.sorted())
    func noOrganisationIsCalledWhatTheProgramsOwnAddressesBeginWith(word: String) async throws {
        let scratch = try Scratch()
        await #expect(throws: ActionError.self) {
            try await scratch.plan(word).performFromConsole(in: scratch.installation())
        }
    }
}
