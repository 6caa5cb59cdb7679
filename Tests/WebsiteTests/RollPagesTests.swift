import Actions
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Website

@Suite("The roll and the settings") struct RollPagesTests {
    @Test("are kept by hand: added, changed, found by name, taken off")
    func byHand() async throws {
        try await withInstallation { installation, browser in
            try await enter(installation, browser)
            #expect(
                try await browser.get("/harbour-view/people").contains("Every post is held until the roll is known"))
            try await browser.get("/harbour-view/people/new-pupil")
            #expect(
                try await browser.post("/harbour-view/people/new-pupil", ["ref": "P-1"]).contains("There is a problem"))
            try await browser.post(
                "/harbour-view/people/new-pupil",
                ["ref": "P-1", "given": "Jamie", "family": "Thornton", "form": "7A", "consent": "granted"])
            #expect(browser.page.contains("<h1>Jamie Thornton</h1>") && browser.page.contains("Pictures: yes"))
            let change = try #require(browser.page.firstMatch(of: /href="([^"]+\/change)"/)).1
            try await browser.get(String(change))
            #expect(browser.page.contains("value=\"Thornton\""))
            try await browser.post(String(change), ["given": "Jamie", "family": "Thornton", "consent": "refused"])
            #expect(browser.page.contains("No pictures"))
            #expect(try await browser.post("/harbour-view/people", ["q": "Thorn"]).contains("Jamie T."))
            #expect(!browser.page.contains("Thornton"))
            #expect(try await browser.get("/harbour-view/to-do").contains("1 is on the roll"))
        }
    }

    @Test("come from a file after a trial run, and only if nothing changed meanwhile")
    func fromFile() async throws {
        try await withInstallation { installation, browser in
            try await enter(installation, browser)
            try await browser.get("/harbour-view/people/import")
            let file =
                "ref,kind,given,family,form,consent\r\nP-1,pupil,Jamie,Thornton,7A,granted\r\nP-2,pupil,,Kaur,7A,yes?\r\n"
            try await browser.upload("/harbour-view/people/import", file, named: "students.csv")
            #expect(browser.page.contains("This is what would change"))
            #expect(browser.page.contains("“consent” was not read") && browser.page.contains("import?purpose=consents"))
            let decision = try #require(browser.page.firstMatch(of: /action="([^"]+\/decision)"/)).1
            #expect(try await browser.get("/harbour-view/people").contains("Every post is held"))
            #expect(try await browser.post(String(decision)).contains("The file was read again since you looked"))
            try await browser.post(String(decision), ["reading": "1"])
            #expect(browser.page.contains("The file is brought in"))
            #expect(browser.page.contains("Bring these in as consents"))
            try await browser.get("/harbour-view/people/import?purpose=consents")
            #expect(browser.page.contains(#"value="consents" checked"#))
            #expect(try await browser.get("/harbour-view/people").contains("Jamie T."))
            try await browser.post(String(decision), ["reading": "1"])
            #expect(browser.page.contains("The file is brought in"))
            try await browser.get("/harbour-view/people/import")
            try await browser.upload("/harbour-view/people/import", file, named: "students.csv")
            #expect(browser.page.contains("Nothing to bring in"))
        }
    }

    @Test("are left with a reason, and come back")
    func leaving() async throws {
        try await withInstallation { installation, browser in
            try await enter(installation, browser)
            try await browser.get("/harbour-view/people/new-pupil")
            try await browser.post(
                "/harbour-view/people/new-pupil", ["ref": "P-1", "given": "Jamie", "family": "Thornton"])
            let leaving = try #require(browser.page.firstMatch(of: /href="([^"]+\/leaving)"/)).1
            #expect(try await browser.get(String(leaving)).contains("Take Jamie T. off the roll?"))
            #expect(try await browser.post(String(leaving), ["why": " "]).contains("Say why this person comes off"))
            #expect(try await browser.post(String(leaving), ["why": "Moved"]).contains("No pupils are on the roll yet"))
            let person = String(leaving.dropLast("/leaving".count))
            #expect(try await browser.get(person).contains("Put back on the roll"))
            #expect(try await browser.post(person + "/return").contains("Take off the roll"))
        }
    }

    @Test("ask what is in columns that nobody can tell, and stop when they are told to")
    func columns() async throws {
        try await withInstallation { installation, browser in
            try await enter(installation, browser)
            try await browser.get("/harbour-view/people/import")
            try await browser.upload(
                "/harbour-view/people/import", "Adno,Name,Name,Reg Group\r\nP-1,Jamie,Thornton,7A\r\n", named: "a.csv")
            #expect(browser.page.contains("Say what is in the columns"))
            let columns = try #require(browser.page.firstMatch(of: /action="([^"]+\/columns)"/)).1
            try await browser.post(
                String(columns),
                ["column-1": "ref", "column-2": "given", "column-3": "given", "column-4": "form", "kind": "pupil"])
            #expect(browser.page.contains("Two columns are both read as Given name"))
            try await browser.post(
                String(columns),
                ["column-1": "ref", "column-2": "given", "column-3": "family", "column-4": "form", "kind": "pupil"])
            #expect(browser.page.contains("Bring in 1 person") && browser.page.contains("Jamie T."))
            let cancel = try #require(browser.page.firstMatch(of: /action="([^"]+\/cancel)"/)).1
            #expect(try await browser.post(String(cancel)).contains("Nothing was changed"))
            #expect(try await browser.get("/harbour-view/people").contains("Every post is held"))
        }
    }

    @Test("say of a file what is wrong with it, and keep a guessed letter when it is confirmed")
    func hostileFiles() async throws {
        try await withInstallation { installation, browser in
            try await enter(installation, browser)
            try await browser.get("/harbour-view/people/import")
            try await browser.upload("/harbour-view/people/import", "<html><body>Sign in", named: "students.csv")
            #expect(browser.status == .unprocessableContent)
            #expect(browser.page.contains("This is a web page, not a list"))
            try await browser.upload(
                "/harbour-view/people/import", "ref,kind,given,family\r\nTotal,0,,\r\n", named: "students.csv")
            #expect(browser.page.contains("Nothing to bring in") && browser.page.contains("Nobody is in this file"))
            #expect(browser.page.contains("One row was skipped") || browser.page.contains("1 row was skipped"))
        }
    }

    private func enter(_ installation: Installation, _ browser: Browser) async throws {
        let helen = try await TestSchool.made(in: installation, demonstration: true)
        try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
    }
}
