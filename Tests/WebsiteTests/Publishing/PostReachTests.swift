import Actions
import Foundation
import GRDB
import Governance
import HTTPTypes
import HummingbirdTesting
import Reading
import Store
import Testing

@testable import Website

@Suite("Who reads which posts of a trust") struct PostReachTests {
    @Test("by school and role: what was sent, drafts only where one writes or decides")
    func bySchool() async throws {
        try await withInstallation { installation, browser in
            let trust = try await TestTrust(in: installation)
            let sent = try await trust.post("The quay choir sings on Friday.", sent: true)
            let draft = try await trust.post("Only thinking aloud about the regatta.", sent: false)
            for (reader, seesSent, seesDraft) in [
                (trust.author, true, true), (trust.colleague, true, true), (trust.governor, true, false),
                (trust.elsewhere, false, false), (trust.marketing, true, true),
            ] {
                try await browser.post("/trust/who-will-you-be", ["user": reader.text])
                let list = try await browser.get("/trust/posts")
                #expect(list.contains("quay choir") == seesSent && list.contains("thinking aloud") == seesDraft)
                for page in ["", "/print", "/revisions", "/second-opinion", "/mistake"] {
                    try await browser.get("/trust/posts/\(sent.text)\(page)")
                    #expect(browser.status == (seesSent ? .ok : .notFound), "\(page)")
                }
                try await browser.get("/trust/posts/\(draft.text)")
                #expect(browser.status == (seesDraft ? .ok : .notFound))
            }
            try await browser.post("/trust/who-will-you-be", ["user": trust.elsewhere.text])
            try await browser.get("/trust/posts/\(draft.text)/edit")
            #expect(browser.status == .notFound)
        }
    }

    @Test("and whose children of the roll: those of one's own schools")
    func roll() async throws {
        try await withInstallation { installation, browser in
            let trust = try await TestTrust(in: installation)
            var pages: [String: String] = [:]
            for (ref, given, school) in [("P1", "Jamie", "quay"), ("P2", "Marina", "mill")] {
                let id = try await AddPerson(
                    Person(ref: ref, kind: .pupil, given: given, family: "Thornton", form: "8B", school: school)
                ).perform(in: trust.organisation, by: .console)
                pages[given] = "/trust/people/\(id.text)"
            }
            for (reader, seen) in [(trust.head, ["Jamie"]), (trust.administrator, ["Jamie", "Marina"])] {
                try await browser.post("/trust/who-will-you-be", ["user": reader.text])
                let list = try await browser.get("/trust/people")
                let found = try await browser.post("/trust/people", ["q": "Thornton", "kind": "pupil"])
                for (given, page) in pages {
                    #expect(list.contains("\(given) T.") == seen.contains(given), "\(given)")
                    #expect(found.contains("\(given) T.") == seen.contains(given), "\(given)")
                    for path in [page, page + "/change"] {
                        try await browser.get(path)
                        #expect(browser.status == (seen.contains(given) ? .ok : .notFound), "\(path)")
                    }
                }
            }
        }
    }

    @Test("who can sign in: those of one's own schools, and a register links to nobody else's page")
    func users() async throws {
        try await withInstallation { installation, browser in
            let trust = try await TestTrust(in: installation)
            for (reader, seesAll) in [(trust.head, false), (trust.administrator, true)] {
                try await browser.post("/trust/who-will-you-be", ["user": reader.text])
                let list = try await browser.get("/trust/users")
                #expect(list.contains("Priya Nair") && list.contains("Owen Pritchard") == seesAll)
                #expect(try await browser.get("/trust/users?q=Owen").contains("Owen Pritchard") == seesAll)
                let register = try await browser.get("/trust/policy/register")
                let links = register.matches(of: /href="(\/trust\/users\/[a-z0-9]+)"/).map { String($0.1) }
                #expect(links.contains("/trust/users/\(trust.author.text)"))
                for link in Set(links) {
                    try await browser.get(link)
                    #expect(browser.status == .ok, "\(link)")
                }
            }
        }
    }

    @Test("whom to tell of a worry, and who may stand in: those of one's own schools, and of all")
    func colleagues() async throws {
        try await withInstallation { installation, browser in
            let trust = try await TestTrust(in: installation)
            for (name, role, school) in [("Una Fox", Role.dsl, trust.quay), ("Max Day", .dsl, trust.mill)] {
                _ = try await InviteUser(
                    name: name, email: name.lowercased().replacing(" ", with: ".") + "@trust.example", roles: [role],
                    school: school
                ).perform(in: trust.organisation, by: .console)
            }
            for (reader, seesMill) in [(trust.author, false), (trust.administrator, true)] {
                try await browser.post("/trust/who-will-you-be", ["user": reader.text])
                for page in ["/trust/tell-the-dsl", "/trust/me"] {
                    let shown = try await browser.get(page)
                    #expect(shown.contains("Una Fox") && shown.contains("Max Day") == seesMill, "\(page)")
                }
            }
        }
    }

    @Test("a class opens from its list whatever its number is made of")
    func classes() async throws {
        try await withInstallation { installation, browser in
            let trust = try await TestTrust(in: installation)
            try await DatabaseQueue(path: trust.organisation.database.folder.path + "/record.sqlite").write { db in
                try db.execute(
                    sql: "INSERT INTO class (ref, name, school) VALUES ('quay Year 1/ö%20', 'Year 1', ?)",
                    arguments: [trust.quay.text])
            }
            try await browser.post("/trust/who-will-you-be", ["user": trust.head.text])
            let list = try await browser.get("/trust/people/classes")
            let link = try #require(list.firstMatch(of: /href="(\/trust\/people\/classes\/[^"]+)"/)).1
            #expect(try await browser.get(String(link)).contains("Year 1"))
            #expect(browser.status == .ok)
        }
    }

    @Test("a revision that is none is no page, whatever number is asked for")
    func revisionNumbers() async throws {
        try await withInstallation { installation, browser in
            let trust = try await TestTrust(in: installation)
            let sent = try await trust.post("The quay choir sings on Friday.", sent: true)
            try await browser.post("/trust/who-will-you-be", ["user": trust.author.text])
            for number in ["\(Int.min)", "\(Int.max)", "0", "-1", "2"] {
                try await browser.get("/trust/posts/\(sent.text)/revisions?to=\(number)")
                #expect(browser.status == .notFound, "\(number)")
                try await browser.get("/trust/posts/\(sent.text)/revisions?from=\(number)")
                #expect(browser.status == .notFound, "\(number)")
            }
            try await browser.get("/trust/posts/\(sent.text)/revisions?to=1")
            #expect(browser.status == .ok)
        }
    }
}

/// A demonstration trust of two schools under LLT, with people at one, at the other and at both.
private struct TestTrust {
    let organisation: Organisation
    let quay: Identifier<School>
    let mill: Identifier<School>
    let author: Identifier<User>
    let colleague: Identifier<User>
    let governor: Identifier<User>
    let elsewhere: Identifier<User>
    let head: Identifier<User>
    let administrator: Identifier<User>
    let marketing: Identifier<User>
    let account: Identifier<PostingAccount>

    init(in installation: Installation) async throws {
        let made = try await SetUpOrganisation(
            name: "Tidewater Trust", slug: "trust", nation: .england,
            schools: [.init(name: "Quay School", slug: "quay"), .init(name: "Mill School", slug: "mill")],
            policy: #require(builtInPolicy("LLT")),
            administrator: .init(name: "Ida Ward", email: "ida@trust.example", password: nil), isDemonstration: true
        ).performFromConsole(in: installation)
        let schools = try await made.database.schools()
        let quay = try #require(schools.first { $0.slug == "quay" }).id
        let mill = try #require(schools.first { $0.slug == "mill" }).id
        let person = { (name: String, role: Role, school: Identifier<School>?) in
            try await InviteUser(
                name: name, email: name.lowercased().replacing(" ", with: ".") + "@trust.example", roles: [role],
                school: school
            ).perform(in: made, by: .console).user
        }
        organisation = made
        self.quay = quay
        self.mill = mill
        author = try await person("Priya Nair", .author, quay)
        colleague = try await person("Tom Ashworth", .moderator, quay)
        governor = try await person("Ama Boakye", .governor, quay)
        elsewhere = try await person("Owen Pritchard", .author, mill)
        marketing = try await person("Joan Whitby", .trustMarketing, nil)
        let head = try await person("Helen Osei", .headteacher, quay)
        self.head = head
        administrator = try await made.user(email: "ida@trust.example").id
        account = try await AddAccount(
            school: quay, name: "Quay School", network: .x, handle: "@quay"
        ).perform(in: made, by: .user(head))
    }

    func post(_ text: String, sent: Bool) async throws -> Identifier<Post> {
        let content = PostDraft(
            text: text, infringesPrivacy: false, publishAt: Date() + 86_400, places: [DraftPlace(account: account)])
        let post = try await StartPost(school: quay, content: content).perform(in: organisation, by: .user(author))
        if sent {
            try await AddPerson(
                Person(ref: "P1", kind: .pupil, given: "Jamie", family: "Thornton", form: "8B", school: "quay")
            ).perform(in: organisation, by: .console)
            _ = try await SendForApproval(post: post, version: 1).perform(in: organisation, by: .user(author))
        }
        return post
    }
}
