import Actions
import Foundation
import Governance
import Reading
import Testing

/// Input 25 and the rule above all others: a consent that nobody can read is never a yes.
@Suite struct ImportConsentTests {
    @Test(arguments: ["Y/N?", "maybe", "yes please", "true", "1", "granted?", "website only", "?", "yes no"])
    func input25_aWordThatNobodyCanReadIsNeverAYes(word: String) async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(listHeading + "P1,pupil,Jo,Field,,quay,yes\n")
        let list = try await organisation.bring(listHeading + "P1,pupil,Jo,Field,,quay,\(word)\n")
        #expect(list.doubtful.map(\.column) == ["consent"])
        #expect(list.trial.strangeWords == [word.lowercased()])
        #expect(try await organisation.onRoll("P1")?.consent.status == .unreadable)
    }

    @Test(arguments: [
        ("Y", Consent.Status.granted), ("yes\u{200B}", .granted), ("", .notRecorded), ("not answered", .notRecorded),
        ("Withdrawn 03/09/2026", .withdrawn), ("N", .refused),
    ])
    func input25_plainWordsAreRead(word: String, status: Consent.Status) async throws {
        let list = try await tried(listHeading + "P1,pupil,Jo,Field,,quay,\(word)\n")
        #expect(list.added.first?.consent.status == status)
        #expect(list.doubtful == [])
    }

    @Test func input25_aSchoolSaysWhatItsOwnWordsMean() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let asked = try await organisation.bring(listHeading + "P1,pupil,Jo,Field,,quay,1\n")
        var mapping = asked.trial.mapping
        mapping.words = ["1": .granted]
        try await organisation.bring(listHeading + "P1,pupil,Jo,Field,,quay,1\n", mapping: mapping)
        #expect(try await organisation.onRoll("P1")?.consent.status == .granted)
    }

    @Test func consentsAloneChangeNothingElseAndPartialOnesAreLimited() async throws {
        let (scratch, organisation) = try await importedSchool()
        defer { withExtendedLifetime(scratch) {} }
        let text = """
            Adno,Surname,Website photos,Social media,Newspaper,Displays
            P1,Other,Yes,Yes,Yes,Yes
            P2,Other,Yes,No,,?
            P3,Other,No,No,No,No
            P4,Other,,,,
            P9,Other,Yes,Yes,Yes,Yes

            """
        let list = try await organisation.bring(text, for: .consents)
        #expect(try await organisation.onRoll("P1")?.consent == Consent(.granted))
        #expect(try await organisation.onRoll("P2")?.consent == Consent(.restricted, channels: [.website]))
        #expect(try await organisation.onRoll("P3")?.consent == Consent(.refused))
        #expect(try await organisation.onRoll("P4")?.consent == Consent(.notRecorded))
        #expect(try await organisation.onRoll("P1")?.family == "Field")
        #expect(list.held.map(\.line) == [6])
        #expect(list.doubtful.map(\.column) == ["Displays"])
        #expect(list.counts.gone == 0)
        let head = try await organisation.database.recordHead()
        try await organisation.bring(text, for: .consents)
        #expect(try await organisation.database.recordHead() == head)
    }

    @Test func whatWasWithdrawnStaysWithdrawn() async throws {
        let (scratch, organisation) = try await importedSchool()
        defer { withExtendedLifetime(scratch) {} }
        try await organisation.bring("Adno,Photo consent\nP1,withdrawn\n", for: .consents)
        let list = try await organisation.bring("Adno,Photo consent\nP1,Yes\n", for: .consents)
        #expect(try await organisation.onRoll("P1")?.consent.status == .withdrawn)
        #expect(list.warnings.map(\.line) == [2])
        #expect(list.counts.same == 1)
    }

    @Test func noObjectionToAPlaceIsNoYesUnderEveryPolicy() async throws {
        let (scratch, organisation) = try await importedSchool()
        defer { withExtendedLifetime(scratch) {} }
        try await organisation.bring(
            """
            Adno,Website photos,Social media,Newspaper,Displays
            P1,no objection,no objection,No,
            P2,Yes,no objection,No,

            """, for: .consents)
        #expect(
            try await organisation.onRoll("P1")?.consent == Consent(.noObjection, channels: [.website, .social]))
        #expect(try await organisation.onRoll("P2")?.consent == Consent(.restricted, channels: [.website]))
    }

    @Test(arguments: [
        ("No,,,,Yes,Yes,Yes,Yes", Consent(.refused)),
        ("Withdrawn,,,,Yes,,,", Consent(.withdrawn)),
        ("maybe,,,,Yes,Yes,Yes,Yes", Consent(.unreadable)),
        (",2/9/16,,,Yes,Yes,Yes,Yes", Consent(.unreadable)),
        ("not answered,,,,Yes,Yes,Yes,Yes", Consent(.unreadable)),
        ("Yes,,,,No,No,No,No", Consent(.refused)),
        ("Yes,,,,Yes,Yes,Yes,Yes", Consent(.granted)),
        ("no objection,,,,Yes,Yes,Yes,No", Consent(.noObjection, channels: [.website, .social, .press])),
        ("restricted,,,,Yes,No,,", Consent(.restricted, channels: [.website])),
        (
            "Yes,2026-09-01,2027-07-31,,Yes,No,,",
            Consent(.restricted, channels: [.website], from: Day("2026-09-01"), until: Day("2027-07-31"))
        ),
        (",,2027-07-31,,Yes,Yes,Yes,Yes", Consent(.granted, until: Day("2027-07-31"))),
        (
            ",,,2026-09-03,Yes,No,,",
            Consent(.withdrawn, channels: [.website], withdrawnOn: Day("2026-09-03"))
        ),
        (
            "Yes,,,2026-09-03,no objection,No,,",
            Consent(.withdrawn, channels: [], withdrawnOn: Day("2026-09-03"))
        ),
        (",,,,,,,", Consent(.notRecorded)),
    ])
    func theStricterOfTheWholeAndThePlacesCounts(row: String, consent: Consent) async throws {
        let headings =
            "ref,kind,given,family,school,consent,from,until,withdrawn on,Website photos,Social media,Newspaper,Displays"
        let list = try await tried(
            headings + "\nP1,pupil,Jo,Field,quay," + row + "\n", mapping: withConsents(headings))
        #expect(list.held == [])
        #expect(list.added.map(\.consent) == [consent])
    }

    @Test(arguments: ["refused", "objected", "restricted", "withdrawn"])
    func anEmptyCellTakesNoRefusalBack(status: String) async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(listHeading + "P1,pupil,Jo,Field,,quay,\(status)\n")
        let head = try await organisation.database.recordHead()
        for word in ["", "not answered"] {
            let list = try await organisation.bring(listHeading + "P1,pupil,Jo,Field,,quay,\(word)\n")
            #expect(list.counts.same == 1 && list.warnings == [])
        }
        #expect(try await organisation.onRoll("P1")?.consent.status.rawValue == status)
        #expect(try await organisation.database.recordHead() == head)
    }

    @Test func anEmptyCellTakesBackOnlyWhatListsSaid() async throws {
        let (scratch, organisation) = try await importedSchool()
        defer { withExtendedLifetime(scratch) {} }
        let rosa = "rosa@home.example"
        let byLink = try #require(try await organisation.person(ref: "P1"))
        let onPaper = try #require(try await organisation.person(ref: "P2"))
        let after = try #require(try await organisation.person(ref: "P3"))
        try await ChangeParents(of: byLink, [.init(name: "Rosa Field", email: rosa, relation: "")])
            .perform(in: organisation, by: .console)
        try await organisation.bring("Adno,Photo consent\nP1,Yes\nP3,Yes\nP4,Yes\n", for: .consents)
        try await organisation.answerByLink(
            of: rosa, about: byLink, allowing: Set(Consent.Channel.allCases), signed: "Rosa Field")
        for person in [onPaper, after] {
            try await RecordAnswers([.init(person, by: .form, .places(Set(Consent.Channel.allCases)))], by: .paper)
                .perform(in: organisation, by: .console)
        }
        let list = try await organisation.bring("Adno,Photo consent\nP1,\nP2,\nP3,\nP4,\nP5,\n", for: .consents)
        for ref in ["P1", "P2", "P3"] {
            #expect(try await organisation.onRoll(ref)?.consent == Consent(.granted), "\(ref) was said by a person")
        }
        #expect(try await organisation.onRoll("P4")?.consent == Consent(), "a list takes back its own")
        #expect(try await organisation.onRoll("P5")?.consent == Consent(), "unsaid as before")
        #expect(list.counts.changed == 1 && list.warnings.isEmpty)
    }

    /// What nobody said anew ends on its day, whoever named it and whatever lists say after it.
    @Test(arguments: ["pupil", "staff"])
    func noListExtendsOrRenewsAYesThatEnds(kind: String) async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let heading = "ref,kind,given,family,form,school,consent,until\n"
        let mapping = withConsents(String(heading.dropLast()))
        func bring(_ consent: String) async throws -> (Consent?, warnings: Int) {
            let list = try await organisation.bring(
                heading + "P1,\(kind),Jo,Field,,quay,\(consent)\n", mapping: mapping)
            return (try await organisation.onRoll("P1")?.consent, list.warnings.count)
        }
        let end = Day(of: organisation.clock.now).adding(days: 20)
        #expect(try await bring("Yes,\(end)").0 == Consent(.granted, until: end))
        for days in [0, 30] {
            scratch.pass(Double(days) * 86_400)
            while try await RunDue().perform(in: organisation) {}
            for list in ["Yes,", "Yes,\(end.adding(days: 300))", "no objection,", "Yes,\(end.adding(days: 10))"] {
                let found = try await bring(list)
                #expect(found.0?.until == end, "“\(list)” after \(days) days")
                #expect(found.warnings == 1)
            }
        }
        let standing = PictureStanding(
            try #require(try await organisation.onRoll("P1")).consent, on: Day(of: organisation.clock.now),
            channel: .website, assumed: false)
        #expect(standing != .allowed)
        #expect(try await bring("No,").0 == Consent(.refused), "a list may shut")
    }

    @Test(arguments: ["Yes ❌", "❌", "👎 yes", "Yes 🚫", "☑️ yes"])
    func aPictureOtherThanATickMakesAWordUnreadable(word: String) async throws {
        let list = try await tried(listHeading + "P1,pupil,Jo,Field,,quay,\(word)\n")
        #expect(list.added.map(\.consent.status) == [.unreadable])
        let ticked = try await tried(listHeading + "P1,pupil,Jo,Field,,quay,✔️ Yes\n")
        #expect(ticked.added.map(\.consent.status) == [.granted])
    }
}
