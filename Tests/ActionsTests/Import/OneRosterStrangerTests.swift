import Actions
import Foundation
import Governance
import Testing

/// A school of the export that nobody here knows is not taken for one that is known.
@Suite struct OneRosterStrangerTests {
    private let users = """
        sourcedId,orgSourcedIds,role,givenName,familyName
        u1,O1,student,Ann,Bell
        u2,O9,student,Bob,Cole
        u3,D1,teacher,Cy,Day

        """

    private func files(_ orgs: String) -> [String: [UInt8]] {
        [
            "manifest.csv": Array("propertyName,value\nfile.users,bulk\n".utf8),
            "orgs.csv": Array("sourcedId,name,type\n\(orgs)".utf8), "users.csv": Array(users.utf8),
        ]
    }

    @Test func anUnknownSchoolIsHeldWithItsRowWhicheverSchoolWasChosen() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let orgs = "O1,Quay School,school\nO9,Somewhere Else,school\nD1,The Trust,district\n"
        let list = try await organisation.bring(files(orgs), school: "mill", apply: false)
        #expect(list.held.map(\.line) == [3])
        #expect(list.held.map(\.value) == ["Somewhere Else"])
        #expect(list.added.first { $0.ref == "u1" }?.school == "quay")
        withExtendedLifetime(scratch) {}
    }

    @Test func oneThatNoFileNamesIsHeldByItsId() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let list = try await organisation.bring(files("O1,Quay School,school\n"), school: "mill", apply: false)
        #expect(list.held.map(\.value) == ["O9", "D1"])
        withExtendedLifetime(scratch) {}
    }
}
