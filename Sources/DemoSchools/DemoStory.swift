import Governance

/// One post of the demonstration and what became of it, told as the steps that people took.
///
/// `{full}`, `{first}` and `{family}` in a text stand for one pupil of the roll.
struct DemoStory: Sendable {
    let title: String
    let author: Character
    /// How many of the organisation's accounts, from the first.
    let accounts: Int
    let text: String
    /// The day it is planned for, counted from today, and the hour in London.
    let day: Int
    let hour: Int
    let steps: [Step]

    /// Who acts, whatever the organisation calls them.
    enum Character: Sendable { case teacher, office, leader, head }

    enum Step: Sendable {
        /// A drawing is added; `isSaid` when nobody in it can be recognised, else nobody has said yet who is in it.
        case pictured(DemoDrawing, isSaid: Bool)
        case answered(code: String, says: String)
        case secondOpinion(from: Character, question: String)
        case sent
        case returned(by: Character, says: String)
        case rewritten(String)
        case released(by: Character, code: String, reason: String)
        case approved(by: Character)
        case published(by: Character, path: String)
        case takedownOrdered(by: Character, reason: String)
        case takenDown(by: Character)
        case withdrawn
    }

    init(
        _ title: String, by author: Character = .teacher, accounts: Int = 1, on day: Int, at hour: Int = 16,
        _ text: String, _ steps: [Step] = []
    ) {
        self.title = title
        self.author = author
        self.accounts = accounts
        self.text = text
        self.day = day
        self.hour = hour
        self.steps = steps
    }
}
