import Actions
import Foundation
import Governance
import HTTPTypes
import Reading
import Testing

@testable import Website

@Suite("Forms as schools send them") struct FormsAsSchoolsSendThem {
    /// Helen, signed in, at Harbour View School.
    private func enter(_ installation: Installation, _ browser: Browser) async throws -> Organisation {
        let helen = try await TestSchool.made(in: installation, demonstration: true)
        try await browser.get("/harbour-view/who-will-you-be")
        try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
        return try await installation.organisation("harbour-view")
    }

    /// Words as a word processor sends them.
    private let pasted =
        "“Let’s be kind” – it’s the rule…\u{A0}and\u{2028}the next line\tafter a tab\u{200B}. Zoë’s café: 50 %"

    @Test("an upload that was cut in the middle is refused with words, and nothing of it is kept")
    func input36_halfAnUploadChangesNothing() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            for page in ["/harbour-view/people/import", "/harbour-view/schools/harbour-view/calendar/file"] {
                try await browser.get(page)
                try await browser.uploadHalf(page, "ref,kind,given,family\r\nP-1,pupil,Jamie,Thornton\r\n")
                #expect(browser.status == .badRequest)
                #expect(browser.page.contains("<h1>"))
            }
            #expect(try await organisation.database.rollEntries().isEmpty)
        }
    }

    @Test("text from a word processor is kept as it is, and shown as it is")
    func input38_textFromAWordProcessorIsKept() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            try await browser.get("/harbour-view/policy/learning-platforms/new")
            try await browser.post(
                "/harbour-view/policy/learning-platforms/new",
                ["name": "Class “Hub”", "is": "post", "rules": pasted])
            #expect(browser.status == .ok)
            let kept = try await organisation.database.learningPlatforms().first?.platform
            #expect(kept?.rules == pasted)
            #expect(browser.page.contains("“Let’s be kind” – it’s the rule…"))
        }
    }

    @Test("30,000 characters are refused with the limit, and stay in their field; spaces are nothing")
    func input38_tooLongAndEmptyTextSayWhatIsWrong() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            let path = "/harbour-view/policy/learning-platforms/new"
            #expect(try await browser.get(path).contains("data-most=\"2000\""))
            let long = String(repeating: "Wort für Wort. ", count: 2_000)
            try await browser.post(path, ["name": "Hub", "is": "post", "rules": long])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Use at most 2,000 characters"))
            #expect(browser.page.contains(long.trimmingCharacters(in: .whitespaces)))
            try await browser.post(path, ["name": " \u{A0}\t ", "is": "post", "rules": " \r\n \u{2003}"])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("Enter what the platform is called"))
            try await browser.post(path, ["name": "Hub", "is": "post", "rules": " \r\n \u{2003}"])
            #expect(browser.page.contains("Say what is acceptable there"))
            #expect(try await organisation.database.learningPlatforms().isEmpty)
        }
    }

    @Test("a post of 30,000 characters from a word processor is kept whole as a draft, also over a lost session")
    func input38_aLongPostIsNotLost() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            let school = try #require(try await organisation.database.schools().first)
            let priya = try await InviteUser(
                name: "Priya Nair", email: "p.nair@harbourview.example", roles: [.author], school: nil
            ).perform(in: organisation, by: .console).user
            let long = String(repeating: pasted + " ", count: 320)
            let post = try await StartPost(
                school: school.id, content: PostDraft(text: long, links: [], infringesPrivacy: false, places: [])
            ).perform(in: organisation, by: .user(priya))
            let story = try await organisation.database.postStory(post)
            #expect(story?.draft.content.text == long)
            browser.forget()
            try await browser.post("/harbour-view/posts/new", ["text": long, "do": "save"])
            #expect(browser.page.contains("name=\"kept.text\"") && browser.page.contains("Let’s be kind"))
        }
    }

    /// What somebody could type to break a page, a query, a template or a path.
    private let hostile = [
        "<script>alert(1)</script>", "'; DROP TABLE person; --", "{{url.home}}{{{csrf}}}", "../../etc/passwd",
        "\"><img src=x onerror=alert(1)>", "=HYPERLINK(\"http://evil.example\")", "</textarea><b>", "%00%0d%0aX: y",
    ]

    @Test("is stored as it was typed, and shown as it was typed on every page that has it")
    func input39_whatLooksLikeCodeIsOnlyText() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            for (number, text) in hostile.enumerated() {
                try await browser.get("/harbour-view/people/new-pupil")
                try await browser.post(
                    "/harbour-view/people/new-pupil",
                    ["ref": "R\(number)\(text)", "given": text, "family": text, "form": text, "preferred": text])
                #expect(browser.status == .ok, "\(text): \(browser.page.prefix(400))")
                #expect(browser.page.contains(escaped(text)), "\(text)")
                #expect(!browser.page.contains("<script>alert") && !browser.page.contains("<img src=x"))
                let kept = try await organisation.database.rollEntries().first { $0.person.ref == "R\(number)\(text)" }
                #expect(kept?.person.given == text && kept?.person.form == text)
                #expect(try await browser.post("/harbour-view/people", ["q": text]).contains(escaped(text)))
                #expect(!browser.page.contains("<script>alert"))
                #expect(try await browser.post("/harbour-view/users", ["q": text]).contains(escaped(text)))
                try await AddSchoolDates(
                    .inset, at: nil, from: try #require(Day("2027-02-01")?.adding(days: number)),
                    to: try #require(Day("2027-02-01")?.adding(days: number)), title: text
                ).perform(in: organisation, by: .console)
            }
            let calendar = try await browser.get("/harbour-view/schools/harbour-view/calendar")
            for text in hostile { #expect(calendar.contains(escaped(text)), "\(text)") }
            #expect(!calendar.contains("<script>alert"))
            let file = try await browser.get("/harbour-view/schools/harbour-view/calendar/download")
            let read = try ICalendarReader.read(Array(file.utf8))
            #expect(Set(read.events.map(\.title)).isSuperset(of: hostile))
            #expect(try await organisation.database.rollEntries().count == hostile.count)
        }
    }

    @Test("is text in a file for spreadsheets too, and no formula")
    func input39_noCellOfAnExportIsAFormula() {
        for text in ["=1+1", "+44 20", "-2+3", "@SUM(A1)", "\tx", "\r=x"] {
            #expect(RegisterFile.cell(text).contains("'" + text.prefix(1)), "\(text)")
        }
        #expect(RegisterFile.cell("O’Neil, \"Jo\"") == "\"O’Neil, \"\"Jo\"\"\"")
    }

    @Test("is text in a mail as well, and adds no line to its head")
    func input39_aNameAddsNoLineToAMail() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            let name = "<script>\r\nBcc: all@evil.example\r\n{{csrf}}"
            await #expect(throws: ActionError.self) {
                _ = try await InviteUser(name: name, email: "x\r\n@evil.example", roles: [.author], school: nil)
                    .perform(in: organisation, by: .console)
            }
        }
    }

    @Test("a day to come is refused where something has been received or told")
    func input40_whatHasBeenIsNotInTheFuture() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            let helen = try #require(try await organisation.database.users().first).user.id
            let school = try #require(try await organisation.database.schools().first)
            let platform = try await AddLearningPlatform(
                school: school.id, name: "Hub", parentsPost: true, rules: "Be kind."
            ).perform(in: organisation, by: .user(helen))
            let path = "/harbour-view/policy/learning-platforms/\(platform.text)/told"
            try await browser.get(path)
            try await browser.post(path, ["all": "yes", "how": "letter", "on": "1 January 2090"])
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("It is put on record once they are told, not before"))
            #expect(browser.page.contains("value=\"1 January 2090\""))
        }
    }

    @Test("an end before its beginning is refused at its field, with what was typed")
    func input40_nothingEndsBeforeItBegins() async throws {
        try await withInstallation { installation, browser in
            _ = try await enter(installation, browser)
            let path = "/harbour-view/schools/harbour-view/calendar/new"
            try await browser.get(path)
            try await browser.post(
                path, ["kind": "term", "title": "Spring", "first": "26 March 2027", "last": "4 January 2027"])
            #expect(browser.page.contains("The last day cannot come before the first"))
            #expect(browser.page.contains("value=\"26 March 2027\""))
            try await browser.post(path, ["kind": "term", "title": "Spring", "first": "30 February 2027"])
            #expect(browser.page.contains("Write the day like this: 24 November 2026"))
        }
    }

    @Test("a time that the clocks show twice is asked about, and one that they never show is refused kindly")
    func input40_theNightsOnWhichClocksChange() throws {
        let time = { (day: String, clock: String) in
            PublishTime(Form(values: ["date": [day], "time": ["01:30"], "clock": [clock]], files: [:]))
        }
        let twice = time("25 October 2026", "")
        #expect(twice.instant == nil && twice.isShownTwice)
        #expect(twice.problems.map(\.says) == ["Choose which: that night the clocks show this time twice"])
        let first = try #require(time("25 October 2026", "first").instant)
        #expect(time("25 October 2026", "second").instant == first + 3600)
        let never = time("28 March 2027", "")
        #expect(never.instant == nil)
        #expect(never.problems.first?.says.contains("The next one is 02:00") == true)
    }

    @Test("whoever saves second sees what the first changed, and what they typed is kept")
    func input40_theSecondSaverSeesTheFirstOnesChange() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            let id = try await AddPerson(
                Person(
                    ref: "P1", kind: .pupil, given: "Marina", family: "Drake", form: "7A", school: "harbour-view")
            ).perform(in: organisation, by: .console)
            let path = "/harbour-view/people/\(id.text)/change"
            let seen = try #require(try await browser.get(path).firstMatch(of: /name="seen" value="(\d+)"/)).1
            var other = try #require(try await organisation.database.rollEntry(id)).person
            other.form = "7B"
            try await EditPerson(id, to: other).perform(in: organisation, by: .console)
            let mine = ["given": "Marina Jane", "family": "Drake", "form": "7A", "seen": String(seen)]
            try await browser.post(path, mine)
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("the form is now “7B”"))
            #expect(browser.page.contains("value=\"Marina Jane\""))
            #expect(try await organisation.database.rollEntry(id)?.person.form == "7B")
            let again = try #require(browser.page.firstMatch(of: /name="seen" value="(\d+)"/)).1
            try await browser.post(path, mine.merging(["seen": String(again), "form": "7B"]) { $1 })
            #expect(try await organisation.database.rollEntry(id)?.person.given == "Marina Jane")
        }
    }

    @Test("an address in look-alike letters is shown as computers write it too")
    func input40_foreignLettersInAHostAreShownPlainly() {
        #expect(
            WebAddress.shown("https://\u{430}pple.example/x") == "https://\u{430}pple.example/x (xn--pple-43d.example)")
        #expect(WebAddress.shown("https://apple.example/ä") == "https://apple.example/ä")
        #expect(WebAddress.shown("https://apple.example/x") == "https://apple.example/x")
    }

    @Test("only addresses of the web are taken as links")
    func input40_onlyWebAddressesAreLinks() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await enter(installation, browser)
            let helen = try #require(try await organisation.database.users().first).user.id
            let school = try #require(try await organisation.database.schools().first)
            for address in ["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "https://", "file:///etc"] {
                await #expect(throws: ActionError.self, "\(address)") {
                    try await AddLearningPlatform(
                        school: school.id, name: "Hub", address: address, parentsPost: false, rules: ""
                    ).perform(in: organisation, by: .user(helen))
                }
            }
        }
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
