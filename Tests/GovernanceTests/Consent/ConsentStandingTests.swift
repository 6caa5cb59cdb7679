import Foundation
import Governance
import Testing

@Suite("What all answers about somebody come to") struct ConsentStandingTests {
    private let today = Day("2026-11-22") ?? Day(of: Date())
    private let anna = ConsentAnswer.Giver.parent("Anna")
    private let jan = ConsentAnswer.Giver.parent("Jan")

    private func standing(
        _ said: [(ConsentAnswer.Giver, Consent)], parents: [String] = ["Anna", "Jan"]
    ) -> Consent {
        ConsentStanding(
            said.enumerated().map { number, one in
                ConsentAnswer(
                    number: number + 1, person: Identifier("p"), giver: one.0, consent: one.1,
                    takesBack: one.1 == Consent() && one.0 != .school ? number : nil, way: .paper, on: today,
                    at: Date(timeIntervalSince1970: Double(number)), by: .console)
            }, parents: parents, on: today
        ).consent
    }

    @Test("nobody has said anything: nothing is on record")
    func silence() { #expect(standing([]) == Consent()) }

    @Test("the one who spoke is taken at their word, to the day")
    func one() {
        let limited = Consent(.restricted, channels: [.website], until: Day("2027-07-31"))
        #expect(standing([(anna, limited)]) == limited)
    }

    @Test("a later answer of the same giver replaces theirs, and takes a mistake back")
    func later() {
        #expect(standing([(anna, Consent(.granted)), (anna, Consent(.refused))]) == Consent(.refused))
        #expect(standing([(anna, Consent(.refused)), (anna, Consent(.granted))]) == Consent(.granted))
        #expect(standing([(anna, Consent(.refused)), (anna, Consent())]) == Consent())
    }

    @Test("a typing mistake takes back what was typed, and never what a parent said by their link")
    func mistake() {
        let said = { (number: Int, consent: Consent, way: ConsentAnswer.Way) in
            ConsentAnswer(
                number: number, person: Identifier("p"), giver: self.anna, consent: consent,
                takesBack: consent == Consent() ? number - 1 : nil, way: way, on: self.today,
                at: Date(timeIntervalSince1970: Double(number)), by: .console)
        }
        let answers = [
            said(1, Consent(.refused), .link), said(2, Consent(.granted), .paper), said(3, Consent(), .paper),
        ]
        #expect(ConsentStanding(answers, parents: ["Anna", "Jan"], on: today).consent == Consent(.refused))
        let typed = [said(1, Consent(.refused), .paper), said(2, Consent(), .said)]
        #expect(ConsentStanding(typed, parents: ["Anna", "Jan"], on: today).consent == Consent())
    }

    @Test("a typing mistake takes back what was typed last, and no true no before it")
    func mistakes() {
        func said(_ ways: [(Consent, ConsentAnswer.Way)], takingBack: [Int: Int] = [:]) -> Consent {
            ConsentStanding(
                ways.enumerated().map { number, one in
                    ConsentAnswer(
                        number: number + 1, person: Identifier("p"), giver: .form, consent: one.0,
                        takesBack: takingBack[number + 1], way: one.1, on: today,
                        at: Date(timeIntervalSince1970: Double(number)), by: .console)
                }, on: today
            ).consent
        }
        let (no, yes, mistake) = (Consent(.refused), Consent(.granted), Consent())
        #expect(said([(no, .paper), (yes, .paper), (mistake, .paper)], takingBack: [3: 2]) == no)
        #expect(said([(no, .paper), (yes, .paper), (mistake, .paper)], takingBack: [3: 1]) == yes)
        let both = [3: 2, 4: 1]
        #expect(said([(no, .paper), (yes, .said), (mistake, .said), (mistake, .paper)], takingBack: both) == mistake)
        #expect(said([(no, .list), (yes, .paper), (mistake, .paper)], takingBack: [3: 2]) == no)
        #expect(said([(yes, .paper), (mistake, .list)]) == yes, "an empty cell says nothing of what a person said")
        #expect(said([(yes, .list), (mistake, .list)]) == mistake, "and takes back what a list had brought")
    }

    @Test("two parents who disagree mean no, place by place, in whatever order they spoke")
    func disagreement() {
        let website = Consent(.restricted, channels: [.website])
        #expect(standing([(anna, Consent(.granted)), (jan, Consent(.refused))]) == Consent(.refused))
        #expect(standing([(jan, Consent(.refused)), (anna, Consent(.granted))]) == Consent(.refused))
        #expect(standing([(anna, Consent(.granted)), (jan, website)]) == website)
        let social = Consent(.restricted, channels: [.social])
        #expect(standing([(anna, social), (jan, website)]) == Consent(.refused))
    }

    @Test("the pupil's own no wins over any yes, and their yes over no parent's no")
    func own() {
        #expect(standing([(.themselves, Consent(.objected)), (anna, Consent(.granted))]) == Consent(.objected))
        #expect(standing([(anna, Consent(.refused)), (.themselves, Consent(.granted))]) == Consent(.refused))
    }

    @Test("the school's never is an objection that no yes lifts")
    func never() {
        #expect(standing([(.school, Consent(.objected)), (anna, Consent(.granted))]) == Consent(.objected))
        let lifted = [
            (ConsentAnswer.Giver.school, Consent(.objected)), (anna, Consent(.granted)), (.school, Consent()),
        ]
        #expect(standing(lifted) == Consent(.granted))
    }

    @Test("a form that names nobody is one giver; where the family is one parent it was theirs")
    func form() {
        #expect(standing([(.form, Consent(.refused)), (anna, Consent(.granted))]) == Consent(.refused))
        #expect(
            standing([(.form, Consent(.refused)), (anna, Consent(.granted))], parents: ["Anna"]) == Consent(.granted))
    }

    @Test("what cannot be read is no yes beside another's yes")
    func unreadable() {
        #expect(standing([(.form, Consent(.unreadable)), (anna, Consent(.granted))]).status == .unreadable)
    }

    @Test("a yes that ran out says nothing beside one that has not, and alone it has run out")
    func over() {
        let old = Consent(.granted, until: Day("2026-08-31"))
        #expect(standing([(anna, old), (jan, Consent(.granted))]) == Consent(.granted))
        #expect(standing([(anna, old)]) == old)
    }

    @Test("two yeses hold as long as one of them does")
    func periods() {
        let short = Consent(.granted, until: Day("2027-01-31"))
        let long = Consent(.granted, until: Day("2027-07-31"))
        #expect(standing([(anna, long), (jan, short)]).until == Day("2027-07-31"))
        #expect(standing([(anna, long), (jan, Consent(.granted))]).until == nil)
    }

    @Test("a withdrawal of one counts from its day for both")
    func withdrawal() {
        let taken = Consent(.withdrawn, withdrawnOn: today)
        let both = standing([(anna, Consent(.granted)), (jan, taken)])
        #expect(both.status == .withdrawn && both.withdrawnOn == today)
    }

    @Test("a form with a yes or a no for each place becomes a grant, a limit, a refusal, an objection or a withdrawal")
    func forms() {
        let all = Set(Consent.Channel.allCases)
        func form(_ places: Set<Consent.Channel>, after before: Consent? = nil, objections: Bool = false) -> Consent {
            Consent(allowing: places, until: nil, before: before, asksForObjections: objections, on: today)
        }
        #expect(form(all) == Consent(.granted))
        #expect(form([.website]) == Consent(.restricted, channels: [.website]))
        #expect(form([]) == Consent(.refused))
        #expect(form([], objections: true) == Consent(.objected))
        #expect(form([], after: Consent(.granted)) == Consent(.withdrawn, withdrawnOn: today))
    }

    @Test("the list has the places that somebody shut, and nobody who was never asked")
    func list() {
        #expect(Consent().shut(on: today).isEmpty)
        #expect(Consent(.granted).shut(on: today).isEmpty)
        #expect(Consent(.objected).shut(on: today) == Consent.Channel.allCases)
        #expect(Consent(.restricted, channels: [.website]).shut(on: today) == [.social, .press, .display])
        #expect(Consent(.granted, until: Day("2026-08-31")).shut(on: today).isEmpty)
    }

    @Test("a mistake that was taken back stays that one, whoever comes to be a parent")
    func aimed() {
        func answers(_ said: [(ConsentAnswer.Giver, Consent)], takingBack number: Int) -> [ConsentAnswer] {
            (said + [(.form, Consent())]).enumerated().map { at, one in
                ConsentAnswer(
                    number: at + 1, person: Identifier("p"), giver: one.0, consent: one.1,
                    takesBack: at == said.count ? number : nil, way: .paper, on: today,
                    at: Date(timeIntervalSince1970: Double(at)), by: .console)
            }
        }
        for parents in [["Anna"], ["Anna", "Jan"], []] {
            let mistakenForm = answers([(.form, Consent(.granted)), (anna, Consent(.refused))], takingBack: 1)
            #expect(ConsentStanding(mistakenForm, parents: parents, on: today).consent == Consent(.refused))
            let later = answers([(anna, Consent(.refused)), (.form, Consent(.granted))], takingBack: 2)
            #expect(ConsentStanding(later, parents: parents, on: today).consent == Consent(.refused))
        }
    }

    @Test(
        "who does not object, and a form that names nobody, lengthen nobody’s yes; nor does what was said before the pupil"
    )
    func ends() {
        let end = today.adding(days: 10)
        let dated = Consent(.granted, until: end)
        for others in [[(jan, Consent(.noObjection))], [(.form, Consent(.granted))]]
            as [[(
                ConsentAnswer.Giver, Consent
            )]]
        {
            #expect(standing(others + [(anna, dated)]) == dated)
        }
        #expect(
            standing([(jan, Consent(.granted)), (anna, dated)]) == Consent(.granted), "the other parent’s own stands")
        #expect(standing([(anna, Consent(.granted)), (.themselves, dated)]) == dated)
        #expect(standing([(.themselves, dated), (anna, Consent(.granted))]) == Consent(.granted), "said since")
    }
}
