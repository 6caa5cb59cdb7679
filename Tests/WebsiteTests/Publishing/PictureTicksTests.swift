import Archives
import Foundation
import Governance
import HTTPTypes
import Reading
import Store
import Testing

@testable import Actions
@testable import Website

@Suite("The pages of a post with pictures") struct PictureTicksTests {
    /// One school with an author, a senior leader, an account, and two pupils of one class, one of whom objects.
    private struct Scene {
        let organisation: Organisation
        let school: Identifier<School>
        let author: Identifier<User>
        let leader: Identifier<User>
        let account: Identifier<PostingAccount>

        init(_ installation: Installation, under policy: String) async throws {
            organisation = try await SetUpOrganisation(
                name: "Quay School", slug: "harbour-view", nation: .england,
                schools: [.init(name: "Quay School", slug: "quay")], policy: #require(builtInPolicy(policy)),
                administrator: .init(name: "Ida Ward", email: "ida@quay.example", password: nil), isDemonstration: true
            ).performFromConsole(in: installation)
            school = try await organisation.school(slug: "quay").id
            let organisation = organisation
            let person = { (name: String, role: Role) in
                let user = try await InviteUser(
                    name: name, email: "\(name.prefix(3).lowercased())@quay.example", roles: [role], school: nil
                ).perform(in: organisation, by: .console).user
                if policy == "LINK" {
                    try await GiveAuthority(
                        to: user, at: nil, until: Day(of: installation.clock.now).adding(days: 365), why: "News"
                    ).perform(in: organisation, by: .console)
                }
                return user
            }
            author = try await person("Priya Nair", .author)
            leader = try await person("Sanjay Mehta", .slt)
            account = try await AddAccount(
                school: school, name: "Quay online", network: policy == "LLT" ? .instagram : .facebook,
                handle: policy == "LLT" ? "@quay.example" : "facebook.com/quay.example"
            ).perform(in: organisation, by: .user(leader))
            for (ref, given, status) in [
                ("P1", "Jamie", Consent.Status.granted), ("P2", "Zofia", .objected),
            ] {
                try await AddPerson(
                    Person(
                        ref: ref, kind: .pupil, given: given, family: "Field", form: "8B", school: "quay",
                        consent: Consent(status))
                ).perform(in: organisation, by: .console)
            }
            let list = try await organisation.database.pictureListVersion(at: school)
            for user in [author, leader] {
                try await KnowPictureList(at: school, version: list).perform(in: organisation, by: user)
            }
        }

        func enter(_ user: Identifier<User>, _ browser: Browser) async throws {
            browser.forget()
            try await browser.get("/harbour-view/who-will-you-be")
            try await browser.post("/harbour-view/who-will-you-be", ["user": user.text])
        }

        /// A draft with so many pictures, of which somebody has said whom they show.
        func draft(showing people: [[String]?], at now: Date) async throws -> (Identifier<Post>, [String]) {
            var content = PostDraft(
                text: "The bed is full of bulbs", infringesPrivacy: false, publishAt: now + 3 * 3_600,
                places: [DraftPlace(account: account)])
            let post = try await StartPost(school: school, content: content)
                .perform(in: organisation, by: .user(author))
            let made: [Identifier<StoredPicture>] = people.map { _ in Identifier(Randomness.system.secret()) }
            let author = author
            content.pictures = zip(made, people).map {
                var picture = DraftPicture($0, people: $1, alt: "Bulbs")
                picture.origin = .own
                return picture
            }
            let pictures = content
            try await organisation.database.change(by: .user(author)) { tx -> Recorded<Void> in
                for id in made {
                    try tx.insert(
                        StoredPicture(
                            id: id, post: post, kind: .photo, state: .ready, addedBy: author, addedAt: tx.now,
                            width: 800, height: 600, fingerprint: "0123456789abcdef", hadPosition: false, takenOn: nil),
                        files: [])
                }
                try tx.save(pictures, of: post, version: 2, writers: [author], by: author)
                return Recorded(Event(.pictureAdded, .post(post)))
            }
            return (post, made.map(\.text))
        }
    }

    @Test("say where no policy asks for the ticks that they are ours, let it go without, and tell whose are missing")
    func notAsked() async throws {
        try await withInstallation { installation, browser in
            let school = try await Scene(installation, under: "LINK")
            let (post, pictures) = try await school.draft(showing: [[], []], at: installation.clock.now)
            let sending = try await SendForApproval(post: post, version: 2)
                .perform(in: school.organisation, by: .user(school.author))
            guard case .sent = sending else {
                Issue.record("\(sending)")
                return
            }
            try await school.enter(school.leader, browser)
            let here = "/harbour-view/approvals/\(post.text)"
            try await browser.get(here)
            #expect(browser.page.contains("Ours, good practice"))
            #expect(browser.page.contains("Your policy does not ask for it"))
            // each tick stands in its own picture, before the next one begins
            let page = browser.page
            let first = try #require(page.range(of: "id=\"judged-1\"")).lowerBound
            let second = try #require(page.range(of: "id=\"picture-2\"")).lowerBound
            #expect(first < second && page.contains("form=\"decide\""))
            try await browser.post(here, ["do": "approve", "revision": "1", "judged": pictures[0]])
            #expect(browser.page.contains("Approved: “The bed is full of bulbs"))
            #expect(browser.page.contains("A person publishes it today at"))
            try await browser.get("/harbour-view/posts/\(post.text)")
            let story = browser.page.replacing("\u{A0}", with: " ")
            #expect(story.contains("for approval on Quay online, and did not tick pictures 1 and 2."))
            #expect(story.contains("approved revision 1 on Quay online, and did not tick picture 2."))
            // another’s decision is no news of theirs
            try await school.enter(school.author, browser)
            #expect(try await !browser.get("/harbour-view/approvals?approved=\(post.text)").contains("Approved: “"))
        }
    }

    @Test("ask where a policy asks for the ticks for each that is missing, at its own picture")
    func asked() async throws {
        try await withInstallation { installation, browser in
            let school = try await Scene(installation, under: "DSAT")
            let (post, pictures) = try await school.draft(showing: [[], []], at: installation.clock.now)
            for picture in pictures {
                try await JudgePicture(
                    post: post, picture: Identifier(picture), ticked: PictureJudgement.questions.count
                ).perform(in: school.organisation, by: .user(school.author))
            }
            _ = try await SendForApproval(post: post, version: 2)
                .perform(in: school.organisation, by: .user(school.author))
            try await school.enter(school.leader, browser)
            let here = "/harbour-view/approvals/\(post.text)"
            #expect(try await browser.get(here).contains("Your policy asks for it"))
            try await browser.post(here, ["do": "approve", "revision": "1", "judged": pictures[0]])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("<a href=\"#judged-2\">Look at picture 2, and tick it if all four are true"))
            #expect(!browser.page.contains("href=\"#judged-1\""))
        }
    }

    @Test("take over the people of another picture in one press, and leave nobody out who is ticked")
    func samePeople() async throws {
        try await withInstallation { installation, browser in
            let school = try await Scene(installation, under: "LINK")
            let (post, pictures) = try await school.draft(showing: [["P1"], nil], at: installation.clock.now)
            try await school.enter(school.author, browser)
            let here = "/harbour-view/posts/\(post.text)/pictures/\(pictures[1])"
            #expect(try await browser.get(here).contains("The same people as picture 1"))
            try await browser.post(here, ["do": "same-\(pictures[0])", "person": "P2", "who": "people"])
            let ticked = browser.page.matches(of: /name="person" value="(P.)" checked/).map { String($0.1) }
            #expect(Set(ticked) == ["P1", "P2"])
            let draft = try #require(try await school.organisation.database.postStory(post)).draft.content
            #expect(draft.pictures[1].people == nil, "it is saved by saving alone")
            try await browser.post(here, ["do": "same-nothing"])
            #expect(browser.status == .conflict)
        }
    }

    @Test("take one tick for all four, ask about homes, and take none that the page knows to be untrue")
    func oneTick() async throws {
        try await withInstallation { installation, browser in
            let school = try await Scene(installation, under: "LINK")
            let (post, pictures) = try await school.draft(showing: [nil, nil], at: installation.clock.now)
            try await school.enter(school.author, browser)
            let here = { "/harbour-view/posts/\(post.text)/pictures/\(pictures[$0])" }
            try await browser.get(here(0))
            var fields = [
                "do": "save", "who": "people", "person": "P1", "source": "own", "all-true": "yes", "alt": "Bulbs",
            ]
            try await browser.post(here(0), fields)
            #expect(browser.page.contains("Say whether it shows somebody’s home"))
            fields["home"] = "no"
            try await browser.post(here(0), fields)
            #expect(browser.page.contains("<h1>Say who is in 1 of 2"))
            var judgements = try await school.organisation.database.judgements(of: post)
            #expect(judgements.map(\.picture.text) == [pictures[0]])
            #expect(judgements.map(\.by) == [school.author])
            fields["person"] = "P2"
            try await browser.get(here(1))
            try await browser.post(here(1), fields)
            #expect(browser.page.contains("One of them may not be shown. Zofia F.: a no is on record"))
            judgements = try await school.organisation.database.judgements(of: post)
            #expect(judgements.count == 1, "nobody signs what is not true")
            let draft = try #require(try await school.organisation.database.postStory(post)).draft.content
            #expect(draft.pictures[1].people == ["P2"], "who is in it is saved all the same")
            try await browser.get("/harbour-view/posts/\(post.text)/pictures")
            #expect(browser.page.contains("<h1>1 of 2 pictures needs a change"))
            #expect(browser.page.contains("Not ticked, which is optional"))
            // the finding about her names the picture, and leads to it
            try await browser.get("/harbour-view/posts/\(post.text)/edit")
            #expect(
                browser.page.contains(
                    "<a href=\"\(here(1))\">Picture 2: correct who is in it, or take it out of the post"))
        }
    }

    @Test("say all that a post lacks at once")
    func allAtOnce() async throws {
        try await withInstallation { installation, browser in
            let school = try await Scene(installation, under: "LINK")
            try await school.enter(school.author, browser)
            try await browser.get("/harbour-view/posts/new")
            try await browser.post("/harbour-view/posts/new", ["do": "send"])
            for field in ["account", "text", "date"] {
                #expect(browser.page.contains("<a href=\"#\(field)\">"), "\(field)")
            }
            let (post, _) = try await school.draft(showing: [["P2"]], at: installation.clock.now)
            let edit = "/harbour-view/posts/\(post.text)/edit"
            try await browser.get(edit)
            try await browser.post(
                edit,
                ["do": "send", "version": "2", "text": "Bulbs", "account": school.account.text, "date": "Someday"])
            #expect(browser.page.contains("<a href=\"#time\">"))
            #expect(browser.page.contains(/<a href="#finding-\d">/), "what stands against the picture stands beside it")
        }
    }
}

@Suite("Files in one") struct StoredZipTests {
    @Test("are named, whole and in order")
    func whole() throws {
        #expect(StoredZip.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
        let files = [("picture-1.jpg", 70_000), ("picture-2.png", 0), ("picture-3.jpg", 1)].map { name, count in
            StoredZip.File(name: name, bytes: (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(StoredZip.bytes(of: files)).write(to: file)
        let archive = try ZipArchive(file)
        #expect(archive.entries.map(\.path) == files.map(\.name))
        for (entry, made) in zip(archive.entries, files) {
            var bytes: [UInt8] = []
            try archive.read(entry) { bytes += $0 }
            #expect(bytes == made.bytes)
        }
    }
}
