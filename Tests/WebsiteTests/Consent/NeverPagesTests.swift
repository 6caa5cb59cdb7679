import Foundation
import Governance
import HTTPTypes
import Reading
import Store
import Testing

@testable import Actions
@testable import Website

@Suite("The pages of somebody who must never be pictured") struct NeverPagesTests {
    @Test("show why a pupil must never be pictured to the headteacher and the safeguarding lead, and to nobody else")
    func restrictedReason() async throws {
        let why = "Their address must not become known."
        try await withInstallation { installation, browser in
            let school = try await ConsentSchool(in: installation)
            try await SayNever(school.pupil, reason: why).perform(
                in: school.organisation, by: .user(#require(school.users[.headteacher])))
            let person = "/harbour-view/consent/people/\(school.pupil.text)"
            for role in [Role.headteacher, .dsl] {
                try await school.enter(role, browser)
                #expect(try await !browser.get(person).contains(why), "\(role.rawValue) has not asked for it")
                #expect(try await browser.post(person + "/never/reason", [:]).contains(why), "\(role.rawValue)")
                #expect(browser.page.contains("The school"))
            }
            for role in [Role.office, .administrator, .slt] {
                try await school.enter(role, browser)
                let page = try await browser.get(person)
                #expect(!page.contains("Ask the family"), "\(role.rawValue)")
                for word in [why, "The school,", "Helen Osei", "User headteacher", "Change or end this"] {
                    #expect(!page.contains(word), "\(role.rawValue) reads \(word)")
                }
                #expect(try await !browser.get(person + "/never").contains(why), "\(role.rawValue)")
                #expect(try await !browser.post(person + "/never/reason", [:]).contains(why), "\(role.rawValue)")
            }
            for role in [Role.author, .moderator] {
                try await school.enter(role, browser)
                #expect(try await !browser.get(person).contains("Zofia"), "\(role.rawValue)")
                let list = try await browser.get("/harbour-view/consent/list/harbour-view")
                #expect(list.contains("Zofia K.") && list.contains("Anything, anywhere") && !list.contains(why))
            }
            let looks = try await school.organisation.database.timeline(of: RecordSubject(.person, school.pupil))
                .filter { $0.kind == .neverReasonRead }
            #expect(looks.count == 2)
            try await school.enter(.governor, browser)
            #expect(try await !browser.get("/harbour-view/consent/list/harbour-view").contains("Zofia"))
            for role in [Role.office, .administrator, .slt, .author, .moderator, .governor] {
                try await school.enter(role, browser)
                for path in ["", "/consent", "/consent/consent.csv", "/consent/list", "/people/\(school.pupil.text)"] {
                    #expect(try await !browser.get("/harbour-view" + path).contains(why), "\(role.rawValue) \(path)")
                }
            }
        }
    }

    /// What a page or a file says of somebody, to those who may not know of the school’s never, without who they are.
    private func said(
        of pupil: Identifier<Person>, _ names: [String], at address: String, _ browser: Browser
    ) async throws -> String {
        let page = try await browser.get("/harbour-view/consent" + address)
        let words = try page.replacing(Regex("<input[^>]*>"), with: "").replacing(Regex("<[^>]*>"), with: " ")
        let own = address.contains(pupil.text)
        let lines = address.hasSuffix(".csv") ? page : page.replacing("</tr>", with: "\n")
        let text =
            own
            ? words
            : lines.split(whereSeparator: \.isNewline).filter { line in names.contains { line.contains($0) } }
                .joined(separator: "\n")
        return (names + [pupil.text]).reduce(text) { $0.replacing($1, with: "X") }
    }

    @Test(
        "show the school’s never as a family’s own no, in the register, on the page, in the file and to authors",
        arguments: ["LLT", "DSAT", "PEN", "LINK", "DHL"], [true, false])
    func neverLooksLikeNo(policy: String, afterYes: Bool) async throws {
        try await withInstallation { installation, browser in
            let school = try await ConsentSchool(in: installation, policy: policy)
            let made = school.organisation
            let other = try await AddPerson(
                Person(ref: "P2", kind: .pupil, given: "Jamie", family: "Thornton", form: "8B", school: "harbour-view")
            ).perform(in: made, by: .console)
            try await ChangeParents(
                of: other, [.init(name: "Anna Kowalska", email: ConsentSchool.anna, relation: "mother")]
            )
            .perform(in: made, by: .console)
            let head = Actor.user(try #require(school.users[.headteacher]))
            let answer = { (person: Identifier<Person>, places: Set<Consent.Channel>) in
                _ = try await RecordAnswers([.init(person, by: .parent("Anna Kowalska"), .places(places))], by: .paper)
                    .perform(in: made, by: head)
            }
            if afterYes {
                for person in [school.pupil, other] { try await answer(person, Set(Consent.Channel.allCases)) }
            }
            try await SayNever(school.pupil, reason: "Their address must not become known.").perform(in: made, by: head)
            try await answer(other, [])
            let names = ["Zofia Kowalska", "Zofia K.", "Zofia", "P1"]
            let others = ["Jamie Thornton", "Jamie T.", "Jamie", "P2"]
            for role in [Role.office, .administrator, .slt] {
                try await school.enter(role, browser)
                for page in ["", "/consent.csv", "/people/"] {
                    let end = page == "/people/" ? (school.pupil.text, other.text) : ("", "")
                    let never = try await said(of: school.pupil, names, at: page + end.0, browser)
                    #expect(never.contains("X"), "\(role.rawValue) \(page)")
                    let no = try await said(of: other, others, at: page + end.1, browser)
                    #expect(never == no, "\(role.rawValue) \(page)")
                }
            }
        }
    }
}
