import Foundation
import Governance
import Reading
import Testing

@testable import Actions
@testable import Website

@Suite("The pages of groups of staff") struct StaffGroupPagesTests {
    @Test("are found by everybody, name who gives guidance where the policy does, and take a group for a colleague")
    func groups() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await SetUpOrganisation(
                name: "Harbour View Trust", slug: "harbour-view", nation: .england,
                schools: [.init(name: "Harbour View School", slug: "harbour-view")],
                policy: #require(builtInPolicy("DSAT")),
                administrator: .init(name: "Helen Osei", email: "h.osei@harbourview.example", password: nil),
                isDemonstration: true
            ).performFromConsole(in: installation)
            func invite(_ name: String, _ roles: Role...) async throws -> Identifier<User> {
                try await InviteUser(
                    name: name, email: name.lowercased().replacing(" ", with: ".") + "@harbourview.example",
                    roles: roles
                ).perform(in: organisation, by: .console).user
            }
            let plain = try await invite("Tom Ashworth")
            _ = try await invite("Uma Bell", .directorOfIT)
            let it = try await invite("Dean Lowe", .it)
            func signIn(_ user: Identifier<User>) async throws {
                browser.forget()
                try await browser.get("/harbour-view/who-will-you-be")
                try await browser.post("/harbour-view/who-will-you-be", ["user": user.text])
            }
            let register = "/harbour-view/accounts/groups"
            try await signIn(plain)
            #expect(try await browser.get("/harbour-view/me").contains("\(register)\""))
            #expect(try await browser.get(register).contains("Uma Bell, director of IT"))
            #expect(
                !browser.page.contains("href=\"/harbour-view/accounts\""), "he may not open the register of accounts")
            #expect(try await !browser.get(register + "/new").contains("Who answers for it?"))
            try await signIn(it)
            #expect(try await browser.get(register + "/new").contains("Who answers for it?"))
            let fields = [
                "name": "Maths teachers", "network": "facebook", "address": "facebook.com/groups/maths",
                "purpose": "Ideas for lessons", "everyDays": "7", "creator": plain.text,
            ]
            #expect(try await browser.post(register + "/new", fields).contains("Guidance on groups of staff"))
            #expect(try await organisation.database.staffGroups().map(\.creator) == [plain])
        }
    }
}
