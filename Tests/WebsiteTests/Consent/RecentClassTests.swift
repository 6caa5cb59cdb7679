import Foundation
import Governance
import Reading
import Store
import Testing

@testable import Actions
@testable import Website

@Suite("Naming who is in a picture") struct RecentClassTests {
    @Test("begins with the class of the author’s last post at the school, until somebody is named in this one")
    func lastPost() async throws {
        let moved = MovedClock()
        try await withInstallation(clock: moved.clock) { installation, browser in
            let organisation = try await SetUpOrganisation(
                name: "Tidewater Trust", slug: "trust", nation: .england,
                schools: [.init(name: "Quay School", slug: "quay"), .init(name: "Mill School", slug: "mill")],
                policy: #require(builtInPolicy("LLT")),
                administrator: .init(name: "Ida Ward", email: "ida@trust.example", password: nil), isDemonstration: true
            ).performFromConsole(in: installation)
            let (quay, mill) = (
                try await organisation.school(slug: "quay").id, try await organisation.school(slug: "mill").id
            )
            func author(_ name: String) async throws -> Identifier<User> {
                try await InviteUser(
                    name: name, email: "\(name.prefix(3).lowercased())@trust.example", roles: [.author], school: nil
                ).perform(in: organisation, by: .console).user
            }
            let (tom, una) = (try await author("Tom Ashworth"), try await author("Una Byrne"))
            for (ref, form, school) in [("P1", "7A", "quay"), ("P2", "8B", "quay"), ("P3", "9C", "mill")] {
                try await AddPerson(
                    Person(ref: ref, kind: .pupil, given: "Jo", family: "Field\(ref)", form: form, school: school)
                ).perform(in: organisation, by: .console)
            }
            func post(
                by user: Identifier<User>, at school: Identifier<School>, showing people: [[String]?]
            ) async throws -> String {
                moved.pass(60)
                let post = try await StartPost(school: school, content: PostDraft(text: "The bed is full of bulbs"))
                    .perform(in: organisation, by: .user(user))
                let made: [Identifier<StoredPicture>] = people.map { _ in Identifier(Randomness.system.secret()) }
                try await organisation.database.change(by: .user(user)) { tx -> Recorded<Void> in
                    var content = try tx.draft(of: post).content
                    for (id, people) in zip(made, people) {
                        try tx.insert(
                            StoredPicture(
                                id: id, post: post, kind: .photo, state: .ready, addedBy: user, addedAt: tx.now,
                                width: 800, height: 600, fingerprint: "0123456789abcdef", hadPosition: false,
                                takenOn: nil), files: [])
                        content.pictures.append(DraftPicture(id, people: people))
                    }
                    try tx.save(content, of: post, version: 2, writers: [user], by: user)
                    return Recorded(Event(.pictureAdded, .post(post)))
                }
                return "/trust/posts/\(post.text)/pictures/" + (made.last?.text ?? "")
            }
            func isChosen(_ form: String, on page: String) async throws -> Bool {
                try await browser.get(page).contains("<option value=\"\(form)\" selected>")
            }
            _ = try await post(by: una, at: quay, showing: [["P1"]])
            _ = try await post(by: tom, at: quay, showing: [["P2"]])
            _ = try await post(by: tom, at: quay, showing: [[]])
            _ = try await post(by: tom, at: mill, showing: [["P3"]])
            let new = try await post(by: tom, at: quay, showing: [nil])
            try await browser.post("/trust/who-will-you-be", ["user": tom.text])
            #expect(try await isChosen("8B", on: new), "of the last post at this school in which anybody was")
            #expect(browser.page.contains("Jo F"), "the class is listed at once")
            let begun = try await post(by: tom, at: quay, showing: [["P1"], nil])
            #expect(try await isChosen("7A", on: begun), "what this post shows comes first")
        }
    }
}
