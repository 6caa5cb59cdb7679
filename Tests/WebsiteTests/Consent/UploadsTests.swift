import Foundation
import Governance
import HTTPTypes
import Testing

@testable import Actions
@testable import Website

@Suite("An upload") struct UploadsTests {
    @Test("to a post that does not exist, or by somebody who may not, takes no turn")
    func turnAway() async throws {
        try await withInstallation { installation, browser in
            try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            let school = try await organisation.school(slug: "harbour-view").id
            let invite = { (name: String) in
                try await InviteUser(
                    name: name, email: "\(name.prefix(3).lowercased())@harbourview.example",
                    roles: [name.hasPrefix("Tom") ? .author : .governor],
                    school: school
                ).perform(in: organisation, by: .console).user
            }
            let (tom, una) = (try await invite("Tom Ashworth"), try await invite("Una Byrne"))
            let post = try await StartPost(school: school, content: PostDraft(text: "Bulbs"))
                .perform(in: organisation, by: .user(tom))
            try await browser.post("/harbour-view/who-will-you-be", ["user": tom.text])
            // three of their own are on their way, which is all that one person has
            try await Self.holding(3, installation.uploads, school, tom) {
                try await browser.post("/harbour-view/posts/\(post.text)/pictures")
                #expect(browser.status == .conflict)
                try await browser.post("/harbour-view/posts/none/pictures")
                #expect(browser.status == .notFound)
                try await browser.post("/harbour-view/who-will-you-be", ["user": una.text])
                try await browser.post("/harbour-view/posts/\(post.text)/pictures")
                #expect(browser.status == .forbidden, "nobody who writes there")
            }
        }
    }

    private static func holding(
        _ number: Int, _ turns: UploadTurns, _ school: Identifier<School>, _ user: Identifier<User>,
        _ rest: () async throws -> Void
    ) async throws {
        guard number > 0 else { return try await rest() }
        try await turns.take("harbour-view", school, user) { try await holding(number - 1, turns, school, user, rest) }
    }

    @Test("comes at 8 kilobytes a second after its first half minute, or is cut off") func pace() {
        /// Whether it is kept each time, when these came.
        func isKept(_ received: Int...) -> [Bool] {
            var pace = BodyPace()
            return received.map {
                pace.received = $0
                return pace.isKept()
            }
        }
        #expect(isKept(15_000, 15_000) == [true, false], "500 bytes a second keep no turn for ever")
        #expect(isKept(9_000, 8_192 * 30, 400_000) == [true, true, true])
        #expect(isKept(0) == [false])
    }
}
