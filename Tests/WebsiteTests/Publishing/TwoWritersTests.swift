import Actions
import Foundation
import Governance
import HTTPTypes
import Reading
import Testing

@testable import Website

@Suite("Two who write on one draft") struct TwoWritersTests {
    @Test("are told that its pictures changed meanwhile, once, and of nothing that is as it was") func pictures()
        async throws
    {
        try await withInstallation { installation, browser in
            try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            let school = try await organisation.school(slug: "harbour-view").id
            let author = { (name: String) in
                try await InviteUser(
                    name: name, email: "\(name.prefix(3).lowercased())@harbourview.example", roles: [.author],
                    school: school
                ).perform(in: organisation, by: .console).user
            }
            let (priya, tom) = (try await author("Priya Nair"), try await author("Tom Ashworth"))
            let post = try await StartPost(school: school, content: PostDraft(text: "The band plays at noon."))
                .perform(in: organisation, by: .user(priya))
            let edit = "/harbour-view/posts/\(post.text)/edit"
            try await browser.get("/harbour-view/who-will-you-be")
            try await browser.post("/harbour-view/who-will-you-be", ["user": priya.text])

            var opened = try Hidden(of: await browser.get(edit))
            #expect(opened.seen.isEmpty)
            let picture = try await AddPicture(post: post, bytes: quay).perform(in: organisation, by: .user(tom))
                .picture
            try await opened.save("The band plays at one.", at: edit, by: browser)
            #expect(browser.status == .conflict)
            #expect(browser.page.contains("Tom Ashworth saved this draft"))
            #expect(browser.page.contains(ConflictPage.otherPictures))

            // the page of both carries what it has told: saved from there, the picture is still in the post
            try await Hidden(of: browser.page).save("The band plays at one.", at: edit, by: browser)
            #expect(browser.status == .ok)
            let saved = try #require(try await organisation.database.postStory(post)).draft
            #expect(saved.content.text == "The band plays at one.")
            #expect(saved.content.pictures.map(\.picture) == [picture])

            opened = try Hidden(of: await browser.get(edit))
            var words = saved.content
            words.text = "The band plays at two."
            _ = try await SaveDraft(post: post, version: saved.version, content: words)
                .perform(in: organisation, by: .user(tom))
            try await opened.save("The band plays at three.", at: edit, by: browser)
            #expect(browser.status == .conflict)
            #expect(!browser.page.contains(ConflictPage.otherPictures), "they are as they were")

            opened = try Hidden(of: await browser.get(edit))
            try await DescribePicture(
                post: post, description: DraftPicture(picture, people: [], alt: "A boat at the quay")
            ).perform(in: organisation, by: .user(tom))
            try await opened.save("The band plays at three.", at: edit, by: browser)
            #expect(browser.status == .conflict)
            #expect(browser.page.contains(ConflictPage.otherPictures), "what is said of one is another")
        }
    }

    private var quay: [UInt8] {
        get throws {
            [UInt8](
                try Data(
                    contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                        .deletingLastPathComponent().appending(path: "Pictures/quay.jpg")))
        }
    }
}

/// What a page of a draft says of the state that it shows.
private struct Hidden {
    let version: String
    let seen: String

    init(of page: String) throws {
        version = String(try #require(page.firstMatch(of: /name="version" value="(\d+)"/)).1)
        seen = String(try #require(page.firstMatch(of: /name="pictures-seen" value="([^"]*)"/)).1)
    }

    func save(_ text: String, at address: String, by browser: Browser) async throws {
        try await browser.post(
            address, ["do": "save", "version": version, "pictures-seen": seen, "text": text])
    }
}

@Suite("A feed of news") struct NewsFeedLinkTests {
    @Test("is named in the head of its page, and of no page without one") func head() throws {
        let visit = TestSite.visit(site: try TestSite.site())
        let link = "<link rel=\"alternate\" type=\"application/rss+xml\" href=\""
        let news = Frame.document(try #require(NewsPage.examples.first), for: visit).html
        #expect(news.contains(link + "/harbour-view/news/feed.xml\">"))
        #expect(!Frame.document(try #require(ConflictPage.examples.first), for: visit).html.contains(link))
    }
}
