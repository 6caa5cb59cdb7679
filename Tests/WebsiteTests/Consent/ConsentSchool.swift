import Foundation
import Governance
import Store
import Testing

@testable import Actions

/// Harbour View with one pupil, whose parent is Anna, and users by role.
struct ConsentSchool {
    let organisation: Organisation
    let pupil: Identifier<Person>
    let users: [Role: Identifier<User>]
    static let anna = "anna@family.example"

    init(in installation: Installation, policy: String = "LINK") async throws {
        try await TestSchool.made(in: installation, demonstration: true, policy: policy)
        let made = try await installation.organisation("harbour-view")
        organisation = made
        let school = try await made.school(slug: "harbour-view").id
        var users: [Role: Identifier<User>] = [:]
        for role in [Role.headteacher, .dsl, .office, .administrator, .slt, .author, .moderator, .governor] {
            users[role] = try await InviteUser(
                name: "User \(role.rawValue)", email: "\(role.rawValue)@harbourview.example", roles: [role],
                school: role == .administrator ? nil : school
            ).perform(in: made, by: .console).user
        }
        self.users = users
        pupil = try await AddPerson(
            Person(ref: "P1", kind: .pupil, given: "Zofia", family: "Kowalska", form: "8B", school: "harbour-view")
        ).perform(in: made, by: .console)
        try await ChangeParents(
            of: pupil, [.init(name: "Anna Kowalska", email: Self.anna, relation: "mother")]
        ).perform(in: made, by: .console)
    }

    func enter(_ role: Role, _ browser: Browser) async throws {
        browser.forget()
        try await browser.get("/harbour-view/who-will-you-be")
        try await browser.post("/harbour-view/who-will-you-be", ["user": #require(users[role]).text])
    }

    func link() async throws -> String {
        let link = Randomness.system.secret()
        let pupil = pupil
        try await organisation.change(by: .console) { tx in
            _ = try tx.insertPictureLink(tokenHash(link), for: Self.anna)
            return Recorded(Event(.consentLinkSent, RecordSubject(.person, pupil)))
        }
        return "/harbour-view/pictures/" + link
    }
}
