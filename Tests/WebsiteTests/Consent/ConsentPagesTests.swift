import Foundation
import Governance
import HTTPTypes
import Reading
import Store
import Testing

@testable import Actions
@testable import Website

@Suite("The pages of consent") struct ConsentPagesTests {
    @Test("for paper answers take no day and nobody for granted, and ask before a parent’s own no is undone")
    func paper() async throws {
        try await withInstallation { installation, browser in
            let school = try await ConsentSchool(in: installation)
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
            let school = try await ConsentSchool(in: installation)
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
            let school = try await ConsentSchool(in: installation)
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
            let school = try await ConsentSchool(in: installation)
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
            let school = try await ConsentSchool(in: installation)
            try await RecordLeaving(school.pupil, why: "Moved away").perform(in: school.organisation, by: .console)
            try await school.enter(.administrator, browser)
            let list = try await browser.get("/harbour-view/consent/list/harbour-view")
            #expect(list.contains("There is no list yet") && !list.contains("Nobody has said no"))
            #expect(list.contains("Bring in the roll"))
        }
    }

    @Test(
        "say in every language how two parents of one address answer",
        arguments: FamilyLanguage.allCases.map(\.rawValue))
    func sharedAddress(code: String) async throws {
        try await withInstallation { installation, browser in
            let school = try await ConsentSchool(in: installation)
            let words = PictureWords.called(code)
            let link = try await school.link()
            #expect(try await !browser.get(link + "?in=" + code).contains(words[.shared]))
            try await ChangeParents(
                of: school.pupil, [.init(name: "Jan Kowalski", email: ConsentSchool.anna, relation: "father")]
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
            let school = try await ConsentSchool(in: installation)
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
