import Actions
import Foundation
import Governance
import Reading
import Testing

/// Inputs 26 and 27: headings in other words, and the mapping that people make of them.
@Suite struct ImportHeadingTests {
    @Test(arguments: [
        "Adno,Forename,Surname,Known As,Reg Group,DOB,School",
        "Admission No,Legal Forename,Legal Surname,Preferred Name,Reg Group,Date of Birth,School",
        "Arbor Student ID,Legal first name,Legal last name,Preferred first name,Registration form,DOB,School",
        "Student ID,First Name,Last Name,Known as,Tutor Group,Birth date,School",
    ])
    func input26_headingsOfEverySystemAreKnown(headings: String) async throws {
        let list = try await tried(headings + ",Ethnicity\n004,Zoë,Field,Zo,7A,01/02/2014,quay,secret\n")
        #expect(
            list.added == [
                Person(
                    ref: "004", kind: .pupil, given: "Zoë", family: "Field", preferred: "Zo", form: "7A", school: "quay"
                )
            ])
        #expect(list.trial.notRead == ["Ethnicity"])
    }

    @Test func aStatusIsAnAnswerInAListOfConsentsAlone() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let names = "Adno,Forename,Surname,School,"
        let people = names + "Photo Consent\nP1,Jo,Field,quay,granted\n"
        try await organisation.bring(people)
        try await organisation.bring(people, for: .consents)
        let list = try await organisation.bring(names + "Status\nP1,Jo,Fielding,quay,Current\n")
        #expect(list.trial.notRead == ["Status"])
        #expect(try await organisation.onRoll("P1")?.consent.status == .granted)
    }

    @Test(arguments: [
        ("Photos,Media,Until", ["Photos", "Media", "Until"]),
        (
            "Photo consent,Website photos,Social media,Displays",
            ["Photo consent", "Website photos", "Social media", "Displays"]
        ),
        ("consent,channels,from,until,withdrawn on", ["consent", "channels", "from", "until", "withdrawn on"]),
        ("Facebook,Facebook", ["Facebook", "Facebook#2"]), ("From,Until", []), ("Ethnicity,Telephone", []),
    ])
    func noColumnOfPeopleIsGuessedToBeAConsent(columns: String, left: [String]) async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let headings = "Arbor Student ID,Legal first name,Legal last name,Registration form,School," + columns
        let answers = columns.split(separator: ",").map { _ in "Yes" }.joined(separator: ",")
        let list = try await organisation.bring(headings + "\n004,Zoë,Field,7A,quay,\(answers)\n")
        #expect(list.trial.consentsLeftOut == left)
        #expect(Set(left).isSubset(of: list.trial.notRead))
        #expect(list.trial.mapping.columns.values.allSatisfy { !$0.isOfConsent })
        #expect(list.doubtful == [] && list.counts.added == 1)
        #expect(try await organisation.onRoll("004")?.consent == Consent(.notRecorded))
    }

    @Test func whatSomebodySaysIsAConsentIsReadWithPeople() async throws {
        let text = "Adno,Forename,Surname,School,Photos\nP1,Jo,Field,quay,Yes\n"
        var mapping = try await tried(text).trial.mapping
        mapping.columns["Photos"] = .consent
        let list = try await tried(text, mapping: mapping)
        #expect(list.trial.consentsLeftOut == [] && list.added.map(\.consent.status) == [.granted])
    }

    @Test func input26_aMappingIsRememberedForTheSameHeadings() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let text = "Key,Called,Clan,School\nP1,Jo,Field,quay\n"
        let asked = try await organisation.bring(text)
        #expect(asked.trial.counts == nil)
        #expect(Set(asked.trial.missing) == [.ref, .given, .family, .kind])
        var mapping = ImportMapping(
            columns: ["Key": .ref, "Called": .given, "Clan": .family, "School": .school], kind: .pupil)
        mapping.days = .dayFirst
        try await organisation.bring(text, mapping: mapping)
        let again = try await organisation.bring("Key,Called,Clan,School\nP2,Max,Day,quay\n")
        #expect(again.trial.isRemembered)
        #expect(try await organisation.onRoll("P2")?.given == "Max")
    }

    @Test func theSchoolOfAListIsNotRememberedForTheNext() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(
            ["list.csv": Array("Adno,Forename,Surname\n1,Jo,Field\n".utf8)], school: "quay")
        let next = try await organisation.bring("Adno,Forename,Surname\n2,Max,Day\n")
        #expect(next.trial.isRemembered)
        #expect(next.held.map(\.line) == [2])
        #expect(try await organisation.onRoll("2") == nil)
    }

    @Test func whatAWordMeansAtOneSchoolIsNotRememberedForTheNext() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let headings = "Adno,Forename,Surname,School,Photos\n"
        var mapping = ImportMapping(
            columns: ["Adno": .ref, "Forename": .given, "Surname": .family, "School": .school, "Photos": .consent],
            kind: .pupil)
        mapping.words = ["r": .granted]
        try await organisation.bring(headings + "P1,Jo,Field,quay,R\n", mapping: mapping)
        #expect(try await organisation.onRoll("P1")?.consent.status == .granted)
        let next = try await organisation.bring(headings + "P2,Max,Day,mill,R\n")
        #expect(next.trial.isRemembered && next.trial.strangeWords == ["r"])
        #expect(try await organisation.onRoll("P2", at: "mill")?.consent.status != .granted)
    }

    @Test(arguments: ["no", "n", "withdrawn", "withdrawn 03/09/2026", "not answered", ""])
    func aPlainWordMeansWhatItSaysWhateverIsRemembered(word: String) async throws {
        var mapping = withConsents(listHeading)
        mapping.words = [word: .granted]
        let list = try await tried(listHeading + "P1,pupil,Jo,Field,,quay,\(word)\n", mapping: mapping)
        #expect(list.added.count == 1)
        #expect(list.added.first?.consent.status != .granted)
    }

    @Test func input27_twoColumnsOfOneHeadingAreAskedAbout() async throws {
        let text = "Adno,Name,Name,Reg Group,School\nP1,Jo,Field,7A,quay\n"
        let asked = try await tried(text)
        #expect(asked.trial.headings == ["Adno", "Name", "Name#2", "Reg Group", "School"])
        #expect(asked.trial.missing == [.given, .family])
        var mapping = asked.trial.mapping
        mapping.columns["Name"] = .given
        mapping.columns["Name#2"] = .family
        #expect(try await tried(text, mapping: mapping).added.map(\.family) == ["Field"])
        mapping.columns["Name"] = .family
        #expect(try await tried(text, mapping: mapping).trial.doubled == [.family])
    }

    @Test func theOldFixedFormIsOneMappingAmongOthers() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let text = """
            ref,kind,given,family,preferred,form,school,consent,channels,from,until,withdrawn on
            P1,pupil,Jo,Field,,7A,quay,granted,website social,2026-09-01,2027-07-31,
            P2,pupil,Zoë,"O'Neill, the younger",Zo,7B,Mill School,no,,,,
            S1,staff,Ann,Bell,,,,objected,,,,

            """
        let mapping = withConsents(text.prefix { !$0.isNewline }.description)
        let first = try await organisation.bring(text, mapping: mapping)
        #expect(first.counts.added == 3 && first.held == [])
        let head = try await organisation.database.recordHead()
        let again = try await organisation.bring(text)
        #expect(again.counts.same == 3)
        #expect(try await organisation.database.recordHead() == head)
        #expect(
            try await organisation.onRoll("P1")?.consent
                == Consent(.granted, channels: [.website, .social], from: Day("2026-09-01"), until: Day("2027-07-31")))
    }

    @Test func aColumnThatTheFileLacksLeavesWhatIsThere() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        try await organisation.bring(
            "ref,kind,given,family,preferred,form,school,consent\nP1,pupil,Jo,Field,Joey,7A,quay,refused\n",
            mapping: withConsents("ref,kind,given,family,preferred,form,school,consent"))
        try await organisation.bring("ref,kind,given,family\nP1,pupil,Jo,Meadow\n")
        #expect(
            try await organisation.onRoll("P1")
                == Person(
                    ref: "P1", kind: .pupil, given: "Jo", family: "Meadow", preferred: "Joey", form: "7A",
                    school: "quay", consent: Consent(.refused)))
    }

    @Test(arguments: [
        (",pupil,Jo,Field,,quay,", "ref"), ("P1,horse,Jo,Field,,quay,", "kind"), ("P1,pupil,Jo,,,quay,", "family"),
        ("P1,pupil,,Field,,quay,", "given"), ("P1,pupil,Jo,Field,,,", "school"),
        ("P1,pupil,Jo,Field,,elsewhere,", "school"),
    ])
    func aRowThatCannotBeTakenInIsHeldWithItsPlace(row: String, column: String) async throws {
        let list = try await tried(listHeading + "P0,pupil,Max,Day,,quay,\n" + row)
        #expect(list.added.map(\.ref) == ["P0"])
        #expect(list.held.map(\.column) == [column])
        #expect(list.held.map(\.line) == [3])
    }
}
