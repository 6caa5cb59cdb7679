import Actions
import Foundation
import Governance
import Reading
import Testing

@testable import Website

@Suite("The register of training says") struct TrainingFilterTests {
    private let path = "/harbour-view/policy/training"

    @Test(
        "“None on record” where no policy asks anybody to be trained: on the page, in the filter, on paper, in the file"
    )
    func notAsked() async throws {
        try await withInstallation { installation, browser in
            let helen = try await TestSchool.made(in: installation, demonstration: true)
            try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
            for page in ["", "?state=none", "/print", "/print?state=none", "/file?state=none"] {
                #expect(try await browser.get(path + page).contains("None on record"), "\(page)")
                #expect(!browser.page.contains("Not trained") && !browser.page.contains("not trained"), "\(page)")
                #expect(browser.page.contains("Helen Osei"), "\(page)")
            }
            #expect(try await !browser.get(path + "/file?state=not").contains("Helen Osei"))
        }
    }

    @Test("“Not trained” of those whom a policy asks")
    func asked() async throws {
        try await withInstallation { installation, browser in
            let organisation = try await SetUpOrganisation(
                name: "Harbour View School", slug: "harbour-view", nation: .england,
                schools: [.init(name: "Harbour View School", slug: "harbour-view")],
                policy: #require(builtInPolicy("LLT")),
                administrator: .init(name: "Helen Osei", email: "h.osei@harbourview.example", password: nil),
                isDemonstration: true
            ).performFromConsole(in: installation)
            let helen = try await organisation.user(email: "h.osei@harbourview.example").id
            try await browser.post("/harbour-view/who-will-you-be", ["user": helen.text])
            for page in ["", "?state=not", "/print?state=not", "/file?state=not"] {
                #expect(try await browser.get(path + page).contains("Not trained"), "\(page)")
                #expect(!browser.page.contains("None on record"), "\(page)")
                #expect(browser.page.contains("Helen Osei"), "\(page)")
            }
        }
    }
}
