import Actions
import Foundation
import Governance
import HTTPTypes
import Reading
import Testing

@testable import Website

@Suite("The pages of policy versions") struct PolicyVersionPagesTests {
    private static let versions = "/harbour-view/policy/versions"

    private static func text(_ key: String) throws -> String {
        String(decoding: try #require(builtInPolicy(key)), as: UTF8.self)
    }

    /// The id of the newest version.
    private static func newest(_ installation: Installation) async throws -> PolicyVersion {
        let history = try await installation.organisation("harbour-view").database.policyHistory()
        return try #require(history.versions.last)
    }

    private static func count(_ installation: Installation) async throws -> Int {
        try await installation.organisation("harbour-view").database.policyHistory().versions.count
    }

    private static func enter(_ installation: Installation, _ browser: Browser) async throws {
        let helen = try await TestSchool.made(in: installation, demonstration: true)
        try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
    }

    /// Signs in as a new user with a role.
    private static func enter(
        _ installation: Installation, _ browser: Browser, as role: Role, at school: Identifier<School>? = nil
    ) async throws {
        let organisation = try await installation.organisation("harbour-view")
        let user = try await InviteUser(
            name: "Tom Ash", email: "t.ash@harbourview.example", roles: [role], school: school
        ).perform(in: organisation, by: .console).user
        try await browser.get("/harbour-view/who-will-you-be")
        try await browser.post("/harbour-view/who-will-you-be", ["user": user.text])
    }

    @Test("a file that does not check comes back with every fault by line and column, and its text is kept")
    func faults() async throws {
        try await withInstallation { installation, browser in
            try await Self.enter(installation, browser)
            try await browser.get(Self.versions + "/new")
            let broken = try Self.text("template").replacing("nation: england", with: "nation: mars")
                .replacing("word: must not", with: "word: mustnt", maxReplacements: 1)
            let page = try await browser.post(Self.versions + "/new", ["source": "text", "text": broken])
            #expect(browser.status == .unprocessableContent)
            #expect(page.matches(of: /id="fault-\d+"/).count == 2)
            #expect(page.contains("<b>Line ") && page.contains("column ") && page.contains("nation: mars"))
            #expect(page.contains("word: mustnt\n"))
            #expect(try await Self.count(installation) == 1)
            let nothing = try await browser.post(Self.versions + "/new", ["source": "text", "text": " "])
            #expect(nothing.contains("Paste the text of the policy"))
            #expect(try await browser.post(Self.versions + "/new", [:]).contains("Choose where the policy comes from"))
        }
    }

    @Test("a file that checks is shown with its facts and what it changes, and added only then, byte for byte")
    func preview() async throws {
        try await withInstallation { installation, browser in
            try await Self.enter(installation, browser)
            try await browser.get(Self.versions + "/new")
            let page = try await browser.post(Self.versions + "/new", ["source": "built-in", "builtIn": "DSAT"])
            #expect(browser.status == .ok)
            #expect(page.contains("The file can be taken") && page.contains("What it says of itself"))
            #expect(page.contains("For those who post and reply"))
            #expect(try await Self.count(installation) == 1)
            let bytes = String(try #require(page.firstMatch(of: /name="bytes" value="([^"]*)"/)).1)
            let back = try await browser.post(Self.versions + "/new", ["edit": "1", "bytes": bytes, "school": ""])
            #expect(back.contains("policy: DSAT"))
            let added = try await browser.post(Self.versions + "/new/decision", ["bytes": bytes, "school": ""])
            #expect(added.contains("Draft") && added.contains("Added as a draft"))
            let version = try await Self.newest(installation)
            #expect(try await browser.get(Self.versions + "/\(version.id)/file") == Self.text("DSAT"))
            let again = try await browser.post(Self.versions + "/new/decision", ["bytes": bytes, "school": ""])
            #expect(again.contains("The same words are here already"))
            #expect(try await Self.count(installation) == 2)
        }
    }

    @Test("an uploaded file is checked, and one that is no text says so")
    func upload() async throws {
        try await withInstallation { installation, browser in
            try await Self.enter(installation, browser)
            try await browser.get(Self.versions + "/new")
            try await browser.upload(Self.versions + "/new", "policy: [", named: "ours.yaml", with: ["source": "file"])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("policy: [</textarea>"))
            try await browser.upload(
                Self.versions + "/new", try Self.text("PEN"), named: "pen.yaml", with: ["source": "file"])
            #expect(browser.page.contains("The file can be taken"))
        }
    }

    @Test("an approval and a coming into force ask for what the record needs, and are confirmed")
    func decisions() async throws {
        try await withInstallation { installation, browser in
            try await Self.enter(installation, browser)
            let organisation = try await installation.organisation("harbour-view")
            let id = try await AddPolicyVersion(bytes: Array(Self.text("DHL").utf8))
                .perform(in: organisation, by: .console)
            let version = Self.versions + "/\(id)"
            try await browser.get(version + "/approval")
            let empty = try await browser.post(version + "/approval", ["approvedBy": "other", "minute": "GB-7b"])
            for words in ["Enter which body or office", "Enter the day of approval", "Tick the box if it was approved"]
            {
                #expect(empty.contains(words))
            }
            #expect(empty.contains("GB-7b"))
            let approved = try await browser.post(
                version + "/approval",
                ["approvedBy": "Governing body", "on": "2026-03-02", "minute": "GB-7b", "confirm": "yes"])
            #expect(approved.contains("Governing body, 2 March 2026, minute GB-7b"))
            try await browser.get(version + "/in-force")
            let past = try await browser.post(
                version + "/in-force", ["when": "day", "from": "2020-01-01", "why": "", "confirm": "yes"])
            #expect(past.contains("Enter a day after") && past.contains("Say why it comes into force"))
            #expect(try await organisation.policyInForce()?.policy.key == "LINK")
            let done = try await browser.post(
                version + "/in-force", ["when": "now", "why": "Adopted by the governors", "confirm": "yes"])
            #expect(done.contains("In force") && done.contains("“Adopted by the governors”"))
            #expect(try await organisation.policyInForce()?.policy.key == "DHL")
            try await browser.post(version + "/in-force", ["when": "now", "why": "Again", "confirm": "yes"])
            #expect(browser.status == .conflict)
            let list = try await browser.get(Self.versions)
            #expect(list.contains("Replaced") && list.contains("minute GB-7b"))
        }
    }

    @Test("whoever may not decide reads all of it and is offered nothing")
    func readers() async throws {
        try await withInstallation { installation, browser in
            try await TestSchool.made(in: installation, demonstration: true)
            try await Self.enter(installation, browser, as: .author)
            let version = try await Self.newest(installation)
            #expect(!(try await browser.get(Self.versions)).contains("versions/new"))
            let page = try await browser.get(Self.versions + "/\(version.id)")
            #expect(page.contains(version.words.digest) && !page.contains("\(version.id)/approval"))
            for path in ["/new", "/\(version.id)/approval", "/\(version.id)/in-force"] {
                try await browser.get(Self.versions + path)
                #expect(browser.status == .forbidden, "\(path)")
            }
            try await browser.get(Self.versions + "/nonsense")
            #expect(browser.status == .notFound)
        }
    }

    @Test("in a trust a school's own policy holds there until it is ended")
    func schools() async throws {
        try await withInstallation { installation, browser in
            try await Self.enter(installation, browser)
            let organisation = try await installation.organisation("harbour-view")
            let mill = try await AddSchool(name: "Mill School", slug: "mill").perform(in: organisation, by: .console)
            #expect(try await browser.get("/harbour-view/policy/schools").contains("Every school follows"))
            try await browser.get(Self.versions + "/new?school=mill")
            #expect(browser.page.contains("<option value=\"mill\" selected>"))
            let id = try await AddPolicyVersion(bytes: Array(Self.text("PEN").utf8), school: mill)
                .perform(in: organisation, by: .console)
            try await PutPolicyInForce(version: id, why: "Its governors").perform(in: organisation, by: .console)
            #expect(try await browser.get("/harbour-view/policy/schools").contains("1 of 2 schools"))
            #expect(try await browser.get("/harbour-view/policy?school=mill").contains("Adopted by Mill School"))
            #expect(try await browser.get("/harbour-view/policy").contains("Mill School’s own policy"))
            try await browser.get("/harbour-view/policy/schools/mill/end")
            let unsure = try await browser.post("/harbour-view/policy/schools/mill/end", ["why": "Merged"])
            #expect(unsure.contains("Tick the box if its own policy shall end now"))
            let ended = try await browser.post(
                "/harbour-view/policy/schools/mill/end", ["why": "Merged", "confirm": "yes"])
            #expect(ended.contains("Every school follows"))
            #expect(try await organisation.policyInForce(at: mill)?.policy.key == "LINK")
        }
    }

    @Test("a head of one school decides about its own policy and not about the trust's")
    func headOfOneSchool() async throws {
        try await withInstallation { installation, browser in
            try await TestSchool.made(in: installation, demonstration: true)
            let organisation = try await installation.organisation("harbour-view")
            let mill = try await AddSchool(name: "Mill School", slug: "mill").perform(in: organisation, by: .console)
            try await Self.enter(installation, browser, as: .headteacher, at: mill)
            let trusts = try await Self.newest(installation)
            try await browser.get(Self.versions + "/\(trusts.id)/approval")
            #expect(browser.status == .forbidden)
            #expect(browser.page.contains("Only those who keep the policy of"))
            let form = try await browser.get(Self.versions + "/new")
            #expect(form.contains("Mill School alone") && !form.contains("Every school that has none"))
            try await browser.get("/harbour-view/policy/schools/mill/end")
            #expect(browser.status == .forbidden)
        }
    }
}
