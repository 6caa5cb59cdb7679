/// Is this covered by the policy? A few questions that end with an explanation; nothing is stored (HBK-11).
package struct ScopePage: PageContent {
    package var to: String
    package var verdict: String?
    package var says: [String]
    package var clauses: [ClauseChip]
    /// Where to go with what is covered.
    package var tell: HeadAction?
    /// The questions without answers.
    package var again: String?
    package var whose: ChoiceField
    package var touches: ChoiceField
    package var who: ChoiceField

    package static let examples = [
        Page(
            "Is it covered by the policy?", room: .scope,
            ScopePage(
                to: "/harbour-view/policy/in-scope", verdict: "Yes, in part",
                says: ["A personal account is yours; what touches the school there is covered."],
                clauses: [ClauseChip("1.2", at: "/harbour-view/policy#c-1-2")],
                tell: HeadAction("Tell the DSL", "/harbour-view/tell-the-dsl"), again: "/harbour-view/policy/in-scope",
                whose: ScopeQuestions.whose(""), touches: ScopeQuestions.touches(""), who: ScopeQuestions.who("")))
    ]
}
