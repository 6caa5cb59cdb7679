import Foundation
import Governance
import HTTPTypes
import Reading
import Store
import Testing

@testable import Actions
@testable import Website

@Suite("The pages of consent") struct ConsentPagesTests {
    /// Harbour View with one pupil, whose parent is Anna, and users by role.
    private struct School {
        let organisation: Organisation
        let pupil: Identifier<Person>
        let users: [Role: Identifier<User>]
        static let anna = "anna@family.example"

        init(in installation: Installation, policy: String = "LINK") async throws {
            try await TestSchool.made(in: installation, demonstration: true, policy: policy)
            let made = try await installation.organisation("harbour-view")
            organisation = made
            let school = try await made.school(slug: "harbour-view").id
            var users: [Role: Identifier<User>] = [:]
            for role in [Role.headteacher, .dsl, .office, .administrator, .slt, .author, .moderator, .governor] {
                users[role] = try await InviteUser(
                    name: "User \(role.rawValue)", email: "\(role.rawValue)@harbourview.example", roles: [role],
                    school: role == .administrator ? nil : school
                ).perform(in: made, by: .console).user
            }
            self.users = users
            pupil = try await AddPerson(
                Person(ref: "P1", kind: .pupil, given: "Zofia", family: "Kowalska", form: "8B", school: "harbour-view")
            ).perform(in: made, by: .console)
            try await ChangeParents(
                of: pupil, [.init(name: "Anna Kowalska", email: Self.anna, relation: "mother")]
            ).perform(in: made, by: .console)
        }

        func enter(_ role: Role, _ browser: Browser) async throws {
            browser.forget()
            try await browser.get("/harbour-view/who-will-you-be")
            try await browser.post("/harbour-view/who-will-you-be", ["user": #require(users[role]).text])
        }

        func link() async throws -> String {
            let link = Randomness.system.secret()
            let pupil = pupil
            try await organisation.change(by: .console) { tx in
                _ = try tx.insertPictureLink(tokenHash(link), for: Self.anna)
                return Recorded(Event(.consentLinkSent, RecordSubject(.person, pupil)))
            }
            return "/harbour-view/pictures/" + link
        }
    }

    @Test("for paper answers take no day and nobody for granted, and ask before a parent’s own no is undone")
    func paper() async throws {
        try await withInstallation { installation, browser in
            let school = try await School(in: installation)
            let person = "/harbour-view/consent/people/\(school.pupil.text)"
            try await school.enter(.office, browser)
            try await browser.get(person + "/answer")
            #expect(browser.page.firstMatch(of: /name="giver"[^>]* checked/) == nil)
            let day = try #require(browser.page.firstMatch(of: /<input[^>]*name="on"[^>]*>/)).0
            #expect(!day.contains(/value="[^"]+"/))
            var answer = ["says": "yes", "way": "pigeon", "giver": "form", "on": "1 November 2026"]
            #expect(try await browser.post(person + "/answer", answer).contains("Choose how they told the school"))
            answer["way"] = "link"
            #expect(try await browser.post(person + "/answer", answer).contains("Choose how they told the school"))
            (answer["way"], answer["giver"]) = ("paper", nil)
            #expect(try await browser.post(person + "/answer", answer).contains("Choose who gave this answer"))
            (answer["giver"], answer["on"]) = ("parent:Anna Kowalska", "")
            #expect(try await browser.post(person + "/answer", answer).contains("Write the day on which they said it"))

            let here = "/harbour-view/consent/class"
            #expect(try await browser.get(here + "?form=8B&school=harbour-view").contains("Answers on paper, 8B"))
            #expect(browser.page.firstMatch(of: /<option value="[^"]+" selected/) == nil)
            #expect(browser.page.contains("Zofia Kowalska") && !browser.page.contains("Kowalska Kowalska"))
            var row = [
                "form": "8B", "school": "harbour-view", "page": "1", "person": school.pupil.text,
                "all-\(school.pupil.text)": "yes", "on": "1 November 2026",
            ]
            #expect(try await browser.post(here, row).contains("Choose who signed"))
            (row["giver-\(school.pupil.text)"], row["on"]) = ("parent:Anna Kowalska", "")
            #expect(try await browser.post(here, row).contains("Write the day on which they answered"))

            let link = try await school.link()
            try await browser.get(link)
            #expect(try await browser.post(link, ["in": "en", "all": "no"]).contains("Your answer is saved"))
            #expect(browser.page.contains("School website: <b>No</b>"), "what was saved stands there")
            let today = When.date(Day(of: Date())).replacing("\u{A0}", with: " ")
            row["on"] = today
            try await browser.get(here + "?form=8B&school=harbour-view")
            #expect(try await browser.post(here, row).contains("by their own link on"))
            answer["on"] = today
            try await browser.get(person + "/answer")
            #expect(try await browser.post(person + "/answer", answer).contains("They said no before"))
            #expect(try await school.organisation.database.rollEntry(school.pupil)?.person.consent.status == .objected)
            answer["older"] = "yes"
            try await browser.post(person + "/answer", answer)
            #expect(try await school.organisation.database.rollEntry(school.pupil)?.person.consent.status == .granted)
        }
    }

    @Test("take back no answer that came after the form was opened, however often the form comes back")
    func seen() async throws {
        try await withInstallation { installation, browser in
            let school = try await School(in: installation)
            try await school.enter(.office, browser)
            let anna = ConsentAnswer.Giver.parent("Anna Kowalska")
            try await RecordAnswers([.init(school.pupil, by: anna, .places([.website]))], by: .paper)
                .perform(in: school.organisation, by: .console)
            let path = "/harbour-view/consent/people/\(school.pupil.text)/answer"
            let opened = try await browser.get(path).firstMatch(of: /name="seen" value="([0-9]+)"/)?.1
            let seen = String(try #require(opened))
            try await RecordAnswers([.init(school.pupil, by: anna, .places([]))], by: .paper)
                .perform(in: school.organisation, by: .console)
            var form = ["giver": "parent:Anna Kowalska", "says": "nothing", "way": "", "seen": seen]
            #expect(try await browser.post(path, form).contains("name=\"seen\" value=\"\(seen)\""))
            form["way"] = "paper"
            try await browser.post(path, form)
            #expect(browser.status == .conflict)
            let consent = try await school.organisation.database.rollEntry(school.pupil)?.person.consent
            #expect(consent?.isYes == false)
        }
    }

    @Test("print a letter for every family that waits for one, however many others wait for an answer")
    func letters() async throws {
        try await withInstallation { installation, browser in
            let school = try await School(in: installation)
            let rows = (1...620).map { "Q\($0),pupil,Ada,Brook\($0 + 1_000),7A,harbour-view" }
            try await ImportPeople(
                text: (["ref,kind,given,family,form,school"] + rows).joined(separator: "\n")
            ).perform(in: school.organisation, by: .console)
            let all = try await school.organisation.database.consentPeople(.everyone, ofSchools: nil)
            #expect(all.count == 621)
            let office = try #require(school.users[.office])
            try await AskAgain(all).perform(in: school.organisation, by: .user(office))
            // all but the last of them have their letter, and have not answered
            try await GiveLetters(to: all.dropLast(120)).perform(in: school.organisation, by: .user(office))
            try await school.enter(.office, browser)
            let here = "/harbour-view/consent/letters"
            #expect(try await browser.get(here).contains("120 families to ask on paper"))
            #expect(browser.page.contains("back to the school office by"))
            let first = all[all.count - 120].text
            let shown = try await browser.post(here, ["do": "show", "back": "", "person": first])
            #expect(shown.contains("back to the school office.") && !shown.contains("back to the school office by"))
            #expect(
                try await browser.post(here, ["do": "show", "back": "soon", "person": first])
                    .contains("Write the day, such as"))
            try await browser.get(here)
            #expect(browser.page.contains("Letters 1 to 100 of 120") && !browser.page.contains("Zofia K."))
            #expect(try await browser.post(here, ["page": "2"]).contains("Zofia K."), "Kowalska is the last of all")
            #expect(browser.page.contains("Letters 101 to 120 of 120"))
            #expect(try await browser.post(here, ["page": "2", "do": "given"]).contains("Choose whose families got"))
            #expect(browser.page.contains("Zofia K."), "it is the same page")
            try await browser.post(here, ["do": "burnt", "person": school.pupil.text])
            #expect(browser.status == .badRequest)
            #expect(try await browser.get(here).contains("120 families to ask on paper"))
            try await browser.post(here, ["do": "given", "person": school.pupil.text])
            #expect(browser.page.contains("119 families to ask on paper"))
        }
    }

    @Test("ask all those again whose yes has ended, in one press from their list, and nobody twice")
    func askedAgain() async throws {
        try await withInstallation { installation, browser in
            let school = try await School(in: installation)
            let rows = (1...3).map { "Q\($0),pupil,Ada,Brook\($0),7A,harbour-view,granted,2026-01-31" }
            try await ImportPeople(
                text: (["ref,kind,given,family,form,school,consent,consent_until"] + rows).joined(separator: "\n")
            ).perform(in: school.organisation, by: .console)
            try await school.enter(.office, browser)
            let ended = "/harbour-view/consent?show=ended"
            #expect(try await browser.get(ended).contains("Ask all 3 again whose yes has ended"))
            try await browser.post("/harbour-view/consent/ask", ["which": "everyone"])
            #expect(browser.status == .badRequest)
            try await browser.get(ended)
            try await browser.post("/harbour-view/consent/ask", ["which": "endedUnasked"])
            #expect(try await !browser.get(ended).contains("again whose yes"))
            let waiting = try await school.organisation.database.consentLines(.waiting, ofSchools: nil)
            #expect(waiting.count { $0.entry.person.given == "Ada" } == 3, "\(waiting.count)")
        }
    }

    @Test("of a school without a roll do not say that nobody has said no")
    func emptyRoll() async throws {
        try await withInstallation { installation, browser in
            let school = try await School(in: installation)
            try await RecordLeaving(school.pupil, why: "Moved away").perform(in: school.organisation, by: .console)
            try await school.enter(.administrator, browser)
            let list = try await browser.get("/harbour-view/consent/list/harbour-view")
            #expect(list.contains("There is no list yet") && !list.contains("Nobody has said no"))
            #expect(list.contains("Bring in the roll"))
        }
    }

    @Test("show why a pupil must never be pictured to the headteacher and the safeguarding lead, and to nobody else")
    func restrictedReason() async throws {
        let why = "Their address must not become known."
        try await withInstallation { installation, browser in
            let school = try await School(in: installation)
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
            let school = try await School(in: installation, policy: policy)
            let made = school.organisation
            let other = try await AddPerson(
                Person(ref: "P2", kind: .pupil, given: "Jamie", family: "Thornton", form: "8B", school: "harbour-view")
            ).perform(in: made, by: .console)
            try await ChangeParents(of: other, [.init(name: "Anna Kowalska", email: School.anna, relation: "mother")])
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

    @Test(
        "say in every language how two parents of one address answer",
        arguments: FamilyLanguage.allCases.map(\.rawValue))
    func sharedAddress(code: String) async throws {
        try await withInstallation { installation, browser in
            let school = try await School(in: installation)
            let words = PictureWords.called(code)
            let link = try await school.link()
            #expect(try await !browser.get(link + "?in=" + code).contains(words[.shared]))
            try await ChangeParents(
                of: school.pupil, [.init(name: "Jan Kowalski", email: School.anna, relation: "father")]
            ).perform(in: school.organisation, by: .console)
            #expect(try await browser.get(link + "?in=" + code).contains(words[.shared]))
            #expect(!browser.page.contains("Kowalsk"), "nobody’s name is on the page")
            #expect(!browser.page.contains("uses the") && !browser.page.contains("999"), "no footer of ours")
            try await browser.post(link, ["in": code])
            for place in Consent.Channel.allCases {
                let says = words[.missing, ["place": words[.place(place)]]]
                #expect(browser.page.contains(says), "each says its place")
            }
            var answer = ["in": code, "name": "Kowalska"]
            for place in Consent.Channel.allCases { answer["\(place.rawValue)-\(school.pupil.text)"] = "yes" }
            #expect(try await browser.post(link, answer).contains(words[.nameUnclear]))
            answer["name"] = "Anna Kowalska"
            #expect(try await browser.post(link, answer).contains(words[.done]))
        }
    }

    @Test("let a member of staff say for themselves where pictures of them may be shown")
    func mine() async throws {
        try await withInstallation { installation, browser in
            let school = try await School(in: installation)
            let author = try #require(school.users[.author])
            try await school.enter(.author, browser)
            #expect(try await browser.get("/harbour-view/me").contains("/harbour-view/me/pictures"))
            #expect(try await browser.get("/harbour-view/me/pictures").contains("which member of staff you are"))
            let tom = try await AddPerson(
                Person(ref: "S1", kind: .staff, given: "Tom", family: "Ashworth", school: "harbour-view")
            ).perform(in: school.organisation, by: .console)
            try await LinkUser(tom, to: author).perform(in: school.organisation, by: .console)
            #expect(try await browser.get("/harbour-view/me/pictures").contains("Nothing on record"))
            #expect(
                try await browser.post("/harbour-view/me/pictures", ["website": "yes"]).contains(
                    "Social media: answer yes or no"))
            try await browser.post(
                "/harbour-view/me/pictures", ["website": "yes", "social": "no", "press": "no", "display": "no"])
            #expect(try await browser.get("/harbour-view/me/pictures").contains("Only the website"))
            try await school.enter(.office, browser)
            #expect(try await browser.get("/harbour-view/consent/people/\(tom.text)").contains("on their own page"))
        }
    }
}
