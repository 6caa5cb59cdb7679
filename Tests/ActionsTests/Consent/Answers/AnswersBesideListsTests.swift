import Actions
import Foundation
import Governance
import Reading
import Testing

@Suite("What people say beside what lists say") struct AnswersBesideListsTests {
    private let all = Set(Consent.Channel.allCases)
    private let anna = ConsentAnswer.Giver.parent("Anna")

    @Test("a no that is typed late, for a day before a list's yes, is heard: nobody knows when the list's was said")
    func late() async throws {
        for (said, expected) in [
            (RecordAnswers.Typed.Says.places([]), Consent(.refused)),
            (.places([.website]), Consent(.restricted, channels: [.website])),
        ] {
            for giver in [anna, .form] {
                let scene = try await ConsentScene("LLT")
                try await ChangeParents(of: scene.zofia, [.init(name: "Anna", email: "", relation: "")])
                    .perform(in: scene.organisation, by: .console)
                try await scene.organisation.bring("Adno,Photo consent\nP1,Yes\n", for: .consents)
                try await RecordAnswers(
                    [.init(scene.zofia, by: giver, said)], by: .paper, on: scene.today.adding(days: -5)
                ).perform(in: scene.organisation, by: .user(scene.office))
                #expect(try await scene.consent(of: scene.zofia) == expected)
                try await scene.organisation.bring("Adno,Photo consent\nP1,Yes\n", for: .consents)
                #expect(try await scene.consent(of: scene.zofia) == expected, "nor by the next list")
                try await scene.says(scene.zofia, anna, all)
                #expect(try await scene.consent(of: scene.zofia) == Consent(.granted), "and anew by them")
            }
        }
    }

    @Test("a yes that is typed late opens no place that a list shut since")
    func lateYes() async throws {
        let scene = try await ConsentScene("LLT")
        try await scene.organisation.bring(
            "Adno,Website photos,Social media,Newspaper,Displays\nP1,Yes,No,No,No\n", for: .consents)
        let late = RecordAnswers(
            [.init(scene.zofia, by: .form, .places(all))], by: .paper, on: scene.today.adding(days: -5))
        await #expect(throws: RecordAnswers.Older.self, "whoever types it is asked first") {
            try await late.perform(in: scene.organisation, by: .user(scene.office))
        }
        try await RecordAnswers(
            [.init(scene.zofia, by: .form, .places(all))], by: .paper, on: scene.today.adding(days: -5),
            evenIfOlder: true
        ).perform(in: scene.organisation, by: .user(scene.office))
        #expect(try await scene.consent(of: scene.zofia) == Consent(.restricted, channels: [.website]))
    }

    @Test("the last day of a list's own yes is its last, whatever no of a list came between")
    func ownDay() async throws {
        let scene = try await ConsentScene("LLT")
        let end = scene.today.adding(days: 100)
        func bring(_ cells: String) async throws -> Consent {
            try await scene.organisation.bring("Adno,Photo consent,until\nP1,\(cells)\n", for: .consents)
            return try await scene.consent(of: scene.zofia)
        }
        #expect(try await bring("Yes,\(end)") == Consent(.granted, until: end))
        for no in ["No", "maybe"] {
            #expect(try await !bring("\(no),").isYes)
            #expect(try await bring("Yes,") == Consent(.granted, until: end))
        }
        #expect(try await !bring("No,").isYes)
        #expect(try await bring("Yes,\(end.adding(days: -30))") == Consent(.granted, until: end.adding(days: -30)))
        try await scene.says(scene.zofia, anna, all)
        #expect(try await !bring("No,").isYes)
        #expect(try await bring("Yes,").until == nil, "a person has said yes without an end since")
    }
}
