import Actions
import Foundation
import Governance
import HTTPTypes
import Reading
import Testing

@testable import Website

@Suite("The pages of reading the policy") struct AcknowledgementPagesTests {
    private static let register = "/harbour-view/policy/register"

    /// A demonstration under LINK, and the address where its version is acknowledged.
    private static func made(_ installation: Installation) async throws -> (Organisation, Identifier<User>, String) {
        let helen = try await TestSchool.made(in: installation, demonstration: true)
        let organisation = try await installation.organisation("harbour-view")
        let version = try #require(try await organisation.policyInForce()).version.id
        return (organisation, helen, "/harbour-view/policy/versions/\(version)/acknowledgement")
    }

    private static func invite(
        _ organisation: Organisation, _ name: String, _ role: Role, _ kind: Binding.Who = .employee,
        at school: Identifier<School>? = nil
    ) async throws -> Identifier<User> {
        try await InviteUser(
            name: name, email: name.lowercased().replacing(" ", with: ".") + "@harbourview.example", roles: [role],
            school: school, kind: kind
        ).perform(in: organisation, by: .console).user
    }

    private static func enter(_ browser: Browser, as user: Identifier<User>) async throws {
        browser.forget()
        try await browser.get("/harbour-view/who-will-you-be")
        try await browser.post("/harbour-view/who-will-you-be", ["user": user.text])
    }

    @Test("lead from the task to one box and one button, and say afterwards when")
    func reading() async throws {
        try await withInstallation { installation, browser in
            let (organisation, _, address) = try await Self.made(installation)
            let tom = try await Self.invite(organisation, "Tom Ash", .author)
            try await Self.enter(browser, as: tom)
            let home = try await browser.get("/harbour-view")
            #expect(home.contains("Read the policy and say so") && home.contains(address))
            #expect(try await browser.get("/harbour-view/policy").contains("You have not said that you have read it"))
            #expect(try await browser.get("/harbour-view/me").contains("What I am asked to read"))
            let page = try await browser.get(address)
            #expect(page.contains("not part of your contract") && page.contains("read no version before"))
            let missed = try await browser.post(address, [:])
            #expect(browser.status == .unprocessableContent && missed.contains("Tick the box when you have read it"))
            let said = try await browser.post(address, ["confirm": "yes"])
            #expect(browser.status == .ok && said.contains("You acknowledged this version on "))
            #expect(try await browser.post(address, ["confirm": "yes"]).contains("You acknowledged this version on "))
            #expect(try await !browser.get("/harbour-view").contains("Read the policy and say so"))
            #expect(try await browser.get("/harbour-view/me").contains("You acknowledged this version on "))
        }
    }

    @Test("tell what changed for the reader, and offer a correction that asks nobody again only to the same policy")
    func changes() async throws {
        try await withInstallation { installation, browser in
            let (organisation, helen, address) = try await Self.made(installation)
            try await Self.enter(browser, as: helen)
            try await browser.get(address)
            try await browser.post(address, ["confirm": "yes"])
            let link = String(decoding: try #require(builtInPolicy("LINK")), as: UTF8.self)
            let changed = link.replacing(
                "says: When behaviour falls short, the Senior Leadership Team acts.",
                with: "says: When behaviour falls short, leaders act at once.")
            #expect(changed != link)
            func force(
                _ text: String, _ fields: [String: String], isUnapproved: Bool = false
            ) async throws -> (page: String, at: String) {
                let id = try await AddPolicyVersion(bytes: [UInt8](text.utf8)).perform(
                    in: organisation, by: .console)
                if fields["asks"] == "correction", !isUnapproved {
                    try await ApprovePolicyVersion(
                        version: id, approvedBy: "Governing body", on: Day(of: organisation.clock.now)
                    ).perform(in: organisation, by: .console)
                }
                let at = "/harbour-view/policy/versions/\(id)/in-force"
                let form = try await browser.get(at)
                let all = ["when": "now", "why": "Amended", "confirm": "yes"].merging(fields) { $1 }
                let page = try await browser.post(at, all)
                return (form + page, "/harbour-view/policy/versions/\(id)/acknowledgement")
            }
            let new = try await force(changed, [:])
            #expect(new.page.contains("Nobody again: it is a small correction"))
            let page = try await browser.get(new.at)
            #expect(page.contains("What changes for you since the version of"))
            #expect(page.contains("leaders act at once"))
            try await browser.post(new.at, ["confirm": "yes"])
            let silent = try await force("# A.\n" + changed, ["asks": "correction", "correction": " "])
            #expect(silent.page.contains("Say why nobody has to read it again"))
            let unapproved = try await force(
                "# A.\n#\n" + changed, ["asks": "correction", "correction": "A comma"], isUnapproved: true)
            #expect(unapproved.page.contains("Put on record first who approved it"))
            let corrected = try await force("# B.\n" + changed, ["asks": "correction", "correction": "A comma"])
            #expect(corrected.page.contains("as a correction that asks nobody again"))
            #expect(try await browser.get(corrected.at).contains("You acknowledged the version before on "))
            #expect(try await browser.get(Self.register).contains("the version that this one corrects"))
            let dsat = String(decoding: try #require(builtInPolicy("DSAT")), as: UTF8.self)
            let other = try await force(dsat, ["confirm": ""])
            #expect(!other.page.contains("Nobody again"))
        }
    }

    @Test("show the register with counts and filters, remind once a day, and save a file that no spreadsheet runs")
    func registering() async throws {
        try await withInstallation { installation, browser in
            let (organisation, helen, address) = try await Self.made(installation)
            let evil = try await InviteUser(
                name: "=HYPERLINK(1),\"x\"", email: "e.vil@harbourview.example", roles: [.author]
            ).perform(in: organisation, by: .console).user
            let gita = try await Self.invite(organisation, "Gita Rao", .governor, .governor)
            let school = try await organisation.database.schools()[0].id
            let head = try await Self.invite(organisation, "Eve Lund", .headteacher, at: school)
            try await Self.enter(browser, as: helen)
            try await browser.get(address)
            try await browser.post(address, ["confirm": "yes"])
            try await AddPerson(
                Person(ref: "S1", kind: .staff, given: "Zoë", family: "Poe", email: "z.poe@harbourview.example")
            ).perform(in: organisation, by: .console)
            let all = try await browser.get(Self.register)
            #expect(all.contains("One of the staff on the roll cannot sign in, so nobody has asked them."))
            #expect(all.contains("1 of 4 has read it") && all.contains("Remind the 3 who have not"))
            #expect(all.contains("Gita Rao") && all.contains("By role"))
            let some = try await browser.post(Self.register, ["words": "gita", "state": "unread", "role": ""])
            #expect(some.contains("1 found, of 4.") && some.contains("Gita Rao") && !some.contains("Eve Lund"))
            let none = try await browser.post(Self.register, ["words": "nobody"])
            #expect(none.contains("Nobody is found so"))
            let file = try await browser.get(Self.register + "/file?state=unread")
            #expect(file.hasPrefix("\u{FEFF}Name,E-mail address,To the school,"))
            #expect(file.contains("\"'=HYPERLINK(1),\"\"x\"\"\",e.vil@harbourview.example"))
            #expect(file.contains("Zoë Poe,z.poe@harbourview.example,employee,,,,Cannot sign in yet"))
            #expect(!(try await browser.get(Self.register + "/file?state=read").contains("Zoë")))
            #expect(!file.contains("Helen Osei"))
            #expect(try await browser.get(Self.register + "/print").contains("Head of the record: "))
            try await browser.get(Self.register)
            let one = try await browser.post(Self.register + "/reminders", ["user": evil.text])
            #expect(one.contains("One person was reminded.") && one.contains("reminded today"))
            let rest = try await browser.post(Self.register + "/reminders")
            #expect(rest.contains("2 people were reminded.") && rest.contains("One person was reminded today already."))
            #expect(rest.contains("Whoever has not was reminded today."))
            try await Self.enter(browser, as: gita)
            let reader = try await browser.get(Self.register)
            #expect(reader.contains("1 of 4 has read it") && !reader.contains("/register/reminders"))
            #expect(try await browser.get("/harbour-view").contains("reminds you to read"))
            // An organisation that is one school: its head finds everyone.
            try await Self.enter(browser, as: head)
            #expect(try await browser.get(Self.register).contains("1 of 4 has read it"))
        }
    }

    @Test("of a user say what they are to the school, and change it with a reason")
    func kinds() async throws {
        try await withInstallation { installation, browser in
            let (organisation, helen, _) = try await Self.made(installation)
            let tom = try await Self.invite(organisation, "Tom Ash", .author, .parent)
            try await Self.enter(browser, as: helen)
            let address = "/harbour-view/users/\(tom)"
            #expect(try await browser.get(address).contains("Parent or carer"))
            let missed = try await browser.post(address + "/kind", ["kind": "volunteer", "kindWhy": ""])
            #expect(browser.status == .unprocessableContent && missed.contains("Say why this changes"))
            let done = try await browser.post(address + "/kind", ["kind": "volunteer", "kindWhy": "Helps on Fridays"])
            #expect(done.contains("<dd>Volunteer</dd>"))
            try await browser.get("/harbour-view/users/new")
            try await browser.post(
                "/harbour-view/users/new",
                ["name": "Una Fox", "email": "u.fox@x.example", "kind": "agency", "role": "author", "why": "Cover"])
            let una = try await organisation.user(email: "u.fox@x.example")
            #expect(una.kind == .agency)
        }
    }

    @Test("keep formulas of a spreadsheet out of every cell", arguments: ["=1", "+1", "-1", "@x", "\tx", "\rx"])
    func cells(text: String) {
        #expect(RegisterFile.cell(text).contains("'" + text))
        #expect(RegisterFile.cell("a" + text).contains("'") == false)
    }
}
