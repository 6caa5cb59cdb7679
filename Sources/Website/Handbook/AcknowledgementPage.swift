import Governance

/// To read a version and say so: what changed for the reader, what they must be told, and one box to tick.
struct AcknowledgementPage: PageContent {
    /// Where the reader stands, once there is nothing more to say.
    let standing: Note?
    let facts: [Fact]
    /// The sections by which the reader is asked.
    let asked: [ClauseChip]
    let anyAsked: Bool
    let whole: HeadAction
    let changes: PolicyChanges?
    /// Nothing to compare with: the reader has read no version before.
    let first: String?
    let told: [PolicyGuidancePage.Line]
    let anyTold: Bool
    let form: Saying?
    let next: [HeadAction]

    /// The form that says so.
    struct Saying: Shows {
        let to: String
        let confirm: ChoiceField

        init(to link: String, _ problems: [Problem] = []) {
            to = link
            confirm = ChoiceField(
                "confirm", "Say so", several: true, [("yes", "I have read it and will keep to it", nil)],
                problems: problems)
        }
    }

    static func told(by policy: Policy, policyLink: String) -> [PolicyGuidancePage.Line] {
        policy.toldAtAcknowledgement.map { clause, text in
            let anchor = ClauseChip.anchor(clause.at, part: clause.part)
            return PolicyGuidancePage.Line(
                text: text, clause: ClauseChip(clause.at, part: clause.part, at: policyLink + "#" + anchor))
        }
    }

    package static var examples: [Page] {
        let policy = "/harbour-view/policy"
        let here = policy + "/versions/v1/acknowledgement"
        let told = [
            PolicyGuidancePage.Line(
                text: "Take it that nothing on social media is private.",
                clause: ClauseChip("5.4", at: policy + "#c-5-4"))
        ]
        let whole = HeadAction("Read the whole policy", icon: .policy, policy)
        let facts = [Fact("In force here since", "1 September 2026"), Fact("To be read by", "5 December 2026")]
        return [
            Page(
                "Read the policy and say so", eyebrow: "Social Media Policy (LINK)", crumb: Crumb("Policy", policy),
                problems: [Problem("confirm", "Tick the box when you have read it")], frame: .journey, room: .policy,
                AcknowledgementPage(
                    standing: nil, facts: facts, asked: [ClauseChip("2.4", at: policy + "#c-2-4")], anyAsked: true,
                    whole: whole, changes: .example, first: nil, told: told, anyTold: true,
                    form: Saying(to: here, [Problem("confirm", "Tick the box when you have read it")]), next: [])),
            Page(
                "You acknowledged this version on 21 November 2026", title: "Read the policy", frame: .journey,
                room: .policy,
                AcknowledgementPage(
                    standing: Note(.clear, "It stands on record.", "Version 0123456789ab of Social Media Policy."),
                    facts: facts, asked: [], anyAsked: false, whole: whole, changes: nil,
                    first: "You have read no version before this one, so read all of it.", told: [], anyTold: false,
                    form: nil, next: [HeadAction("Go home", "/harbour-view", filled: true)])),
        ]
    }
}
