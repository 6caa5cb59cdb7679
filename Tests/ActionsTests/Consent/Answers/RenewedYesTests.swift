import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite("A yes that ends by its day") struct RenewedYesTests {
    private let all = Set(Consent.Channel.allCases)
    private let anna = ConsentAnswer.Giver.parent("Anna")

    private func wait(_ scene: ConsentScene, days: Double) async throws {
        scene.scratch.pass(days * 86_400)
        try await scene.runDue()
    }

    private func isShut(_ scene: ConsentScene, _ person: Identifier<Person>) async throws -> Bool {
        let standing = PictureStanding(
            try await scene.consent(of: person), on: scene.today, channel: .social, assumed: true)
        return standing == .notWithin
    }

    @Test("comes back by an answer of the giver, on paper or by word of mouth, with who and when; by no form alone")
    func named() async throws {
        for way in [ConsentAnswer.Way.paper, .said] {
            for giver in [anna, .form] {
                let scene = try await ConsentScene("LLT")
                try await scene.says(scene.zofia, giver, all, until: scene.today.adding(days: 10))
                await #expect(throws: ActionError.self, "nor before it has ended") {
                    try await scene.says(scene.zofia, .form, all)
                }
                try await wait(scene, days: 12)
                #expect(try await isShut(scene, scene.zofia))
                for until in [nil, scene.today.adding(days: 300)] {
                    await #expect(throws: ActionError.self) {
                        try await scene.says(scene.zofia, .form, all, until: until, evenIfOlder: true)
                    }
                }
                #expect(try await isShut(scene, scene.zofia))
                try await RecordAnswers(
                    [.init(scene.zofia, by: anna, .places(all))], by: way, on: scene.today
                ).perform(in: scene.organisation, by: .user(scene.office))
                #expect(try await scene.consent(of: scene.zofia) == Consent(.granted))
                let said = try #require(try await scene.organisation.database.saidOfPictures(of: scene.zofia).last)
                #expect(said.giver == anna && said.on == scene.today && said.way == way)
            }
        }
    }

    @Test("is not typed for longer with the day of the old one, unless that was a typing mistake")
    func sameDay() async throws {
        let scene = try await ConsentScene("LLT")
        let day = scene.today
        func types(_ says: RecordAnswers.Typed.Says, until: Day? = nil) async throws {
            try await RecordAnswers(
                [.init(scene.zofia, by: anna, says, until: until)], by: .paper, on: day, evenIfOlder: true
            ).perform(in: scene.organisation, by: .user(scene.office))
        }
        try await types(.places(all), until: day.adding(days: 10))
        try await wait(scene, days: 12)
        await #expect(throws: ActionError.self) { try await types(.places(all)) }
        try await types(.mistake())
        try await types(.places(all), until: day.adding(days: 100))
        #expect(try await scene.consent(of: scene.zofia) == Consent(.granted, until: day.adding(days: 100)))
    }

    @Test("is not renewed on the page of the roll, of pupils or of staff")
    func byTheRoll() async throws {
        let scene = try await ConsentScene("LLT")
        let adult = try await AddPerson(
            Person(ref: "S1", kind: .staff, given: "Ann", family: "Whitcombe", school: "quay")
        ).perform(in: scene.organisation, by: .console)
        for (person, giver) in [(scene.zofia, anna), (adult, .themselves)] {
            try await scene.says(person, giver, all, until: scene.today.adding(days: 10))
            try await wait(scene, days: 12)
            var edited = try #require(try await scene.organisation.database.rollEntry(person)).person
            for until in [nil, scene.today.adding(days: 300)] {
                edited.consent = Consent(.granted, until: until)
                let edit = EditPerson(person, to: edited)
                await #expect(throws: ActionError.self) {
                    try await edit.perform(in: scene.organisation, by: .console)
                }
            }
            await #expect(throws: ActionError.self) { try await scene.says(person, .form, all) }
            #expect(try await isShut(scene, person))
            try await scene.says(person, giver, all)
            #expect(try await scene.consent(of: person) == Consent(.granted))
        }
    }

    @Test("does not come back by what a list had said before it, where two parents answer")
    func olderList() async throws {
        let scene = try await ConsentScene("LLT")
        try await scene.organisation.bring("Adno,Photo consent\nP1,Yes\n", for: .consents)
        for name in ["Anna", "Jan"] {
            try await ChangeParents(of: scene.zofia, [.init(name: name, email: "", relation: "")])
                .perform(in: scene.organisation, by: .console)
        }
        try await scene.says(scene.zofia, anna, all, until: scene.today.adding(days: 10))
        #expect(try await scene.consent(of: scene.zofia) == Consent(.granted, until: scene.today.adding(days: 10)))
        try await wait(scene, days: 12)
        #expect(try await isShut(scene, scene.zofia))
        try await scene.says(scene.zofia, .parent("Jan"), all)
        #expect(try await !isShut(scene, scene.zofia))
    }

    @Test("nor by a list while the family is asked again at a change of phase, which stays asked")
    func phase() async throws {
        let scene = try await ConsentScene("LLT")
        var settings = Settings()
        settings.answersEndAfterPhaseDays = 20
        try await ChangeSettings(to: settings).perform(in: scene.organisation, by: .console)
        try await scene.says(scene.jamie, anna, all)
        var person = try #require(try await scene.organisation.database.rollEntry(scene.jamie)).person
        person.form = "12C"
        try await EditPerson(scene.jamie, to: person).perform(in: scene.organisation, by: .console)
        let end = scene.today.adding(days: 20)
        for places in ["Yes,Yes,Yes,Yes", "Yes,Yes,No,No"] {
            try await scene.organisation.bring(
                "Adno,Website photos,Social media,Newspaper,Displays\nP2,\(places)\n", for: .consents)
            #expect(try await scene.consent(of: scene.jamie).until == end)
            #expect(try await scene.organisation.database.consentLine(scene.jamie)?.request?.isOfPhase == true)
        }
        try await wait(scene, days: 22)
        #expect(try await isShut(scene, scene.jamie))
    }
}
