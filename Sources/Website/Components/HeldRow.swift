import Governance

/// A row of a list that stays out, and why: `{{>held-rows}}` shows the page’s `doubts`.
package struct HeldRow: Shows {
    package var row: Int
    package var column: String
    package var says: String
    package var wrong: String
    package var advice: String

    package init(_ doubt: ImportDoubt) {
        row = doubt.line
        column = doubt.column
        says = doubt.value
        wrong = doubt.says
        advice = doubt.advice
    }
}
