import Actions
import Foundation
import Governance
import Reading
import Testing

@testable import Website

@Suite("The policy room") struct PolicyRoomTests {
    @Test(
        "shows every clause, remark and duty of each of the five policies, and prints no name of a program's fact bare")
    func pages() async throws {
        try await withInstallation { installation, browser in
            let helen = try await TestSchool.made(in: installation, demonstration: true)
            try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
            let policy = try await browser.get("/harbour-view/policy")
            #expect(policy.contains("Overdue for review.") && policy.contains("id=\"c-6-3-f\""))
            #expect(policy.contains("<b>Document:</b> status: draft"))
            let remarks = try await browser.get("/harbour-view/policy/remarks")
            #expect(remarks.contains("Sections that wait for a room") || !remarks.contains("Not carried yet"))
            let coverage = try await browser.get("/harbour-view/policy/coverage")
            for duty in dutyTable { #expect(coverage.contains(">\(duty.id)<"), "\(duty.id)") }
            #expect(coverage.contains("In part"))
            #expect(coverage.contains("href=\"/harbour-view/policy#c-6-3-f\""))
        }
    }

    @Test("answers a question of scope, asks again for what was left open, and writes nothing")
    func scope() async throws {
        try await withInstallation { installation, browser in
            let helen = try await TestSchool.made(in: installation, demonstration: true)
            try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
            let database = try await installation.organisation("harbour-view").database
            let before = try await database.recordHead().number
            let page = "/harbour-view/policy/in-scope"
            #expect(!(try await browser.get(page)).contains("There is a problem"))
            let open = try await browser.get(page + "?whose=personal")
            #expect(open.contains("Say whether it touches the school") && open.contains("Say who you are here"))
            let out = try await browser.get(page + "?whose=personal&touches=no&who=employee")
            #expect(out.contains("Mostly not") && out.contains("Neither the questions nor your answers were stored"))
            let within = try await browser.get(page + "?whose=personal&touches=yes&who=employee")
            #expect(within.contains("Yes, as far as it touches the school") && within.contains("Tell the DSL</a> now"))
            #expect(try await database.recordHead().number == before)
        }
    }
}
