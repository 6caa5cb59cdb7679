import Governance
import Testing

@testable import PolicyFile

/// One slip in the sample, and the one problem it must give.
struct Slip: Sendable, CustomTestStringConvertible {
    let passage: String
    let other: String
    let place: String
    let path: String
    let says: String
    let advice: String

    init(_ passage: String, _ other: String, _ place: String, _ path: String, _ says: String, _ advice: String) {
        self.passage = passage
        self.other = other
        self.place = place
        self.path = path
        self.says = says
        self.advice = advice
    }

    var testDescription: String { other }
}

private let slips: [Slip] = [
    // the document
    Slip("policy: LINK", "policy: link school", "1:9", "policy", "cannot be the key", "capital letters"),
    Slip("title: Social Media Policy\n", "", "1:1", "", "has no `title`", "Add `title:`"),
    Slip("title: Social Media Policy", "title:", "2:7", "title", "leaves `title` blank", "Add `title:`"),
    Slip("title: Social Media Policy", "title: [a, b]", "2:8", "title", "must be a text", "Write the text"),
    Slip("organisation:", "organization:", "3:1", "organization", "no key `organization`", "`organisation`?"),
    Slip("names: [The Link School, Link School]", "names: Link", "4:8", "names", "must be a list", "[Link]"),
    Slip("nation: england", "nation: englang", "5:9", "nation", "no nation `englang`", "`england`?"),
    Slip("dated: 2022-09", "dated: 2022-13", "8:8", "dated", "is no date", "2022-05-31"),
    Slip("dated: 2022-09", "dated: 2023-02-29", "8:8", "dated", "is no date", "that exists"),
    Slip("dated: 2022-09", "dated: September 2022", "8:8", "dated", "is no date", "2022-05"),
    Slip("every: 1 year", "every: yearly", "10:18", "review.every", "no time between reviews", "`1 year`"),
    Slip("every: 1 year", "every: 0 years", "10:18", "review.every", "no time between reviews", "`6 months`"),
    Slip("due: ,", "due: soon,", "10:31", "review.due", "is no date", "2022"),
    Slip("management-committee]", "committee]", "10:43", "review.by[1]", "no role `committee`", "Use one of"),
    Slip("dated: 2019-04-29", "dated: 29.4.2019", "12:29", "history[0].dated", "is no date", "2022"),
    Slip(", changed: First version.", "", "12:5", "history[0]", "has no `changed`", "Add `changed:`"),
    Slip("who: [employee,", "who: [employe,", "14:13", "binds[0].who[0]", "no kind of person", "`employee`?"),
    Slip("as: full", "as: fully", "14:39", "binds[0].as", "no way of being bound `fully`", "`full`?"),
    Slip("IT: it,", "IT: computing,", "15:41", "roles.IT", "no role `computing`", "Use one of"),
    Slip("url: \"https://", "url: \"www.", "17:47", "related[0].url", "no address on the web", "https://"),
    Slip("tone: [Engaging,", "tone: [[Engaging],", "18:8", "tone[0]", "must be a text, and is a list", "text"),
    // clauses
    Slip("    word: must", "    wrod: must", "23:5", "clauses[0].wrod", "no key `wrod`", "`word`?"),
    Slip("word: must", "word: ought", "23:11", "clauses[0].word", "no word of obligation `ought`", "Use one of"),
    Slip("word: must", "severity: blok", "23:15", "clauses[0].severity", "no severity `blok`", "`block`?"),
    Slip("word: must", "severity: hold", "23:15", "clauses[0].severity", "the clause has no word", "because"),
    Slip(
        "word: must", "word: must\n    severity: warn", "24:15", "clauses[0].severity",
        "severity is warn, but `must` gives block", "because"),
    Slip(
        "word: must", "word: must\n    because: It is so.", "24:14", "clauses[0].because",
        "explains a severity, and none is given", "severity:"),
    Slip("released-by: headteacher", "released-by: head", "24:18", "clauses[0].released-by", "no role", "Use one of"),
    Slip("[PUB-04]", "[PUB-4]", "25:14", "clauses[0].duties[0]", "no duty `PUB-4`", "Did you mean"),
    Slip("[PUB-04]", "PUB-04", "25:13", "clauses[0].duties", "must be a list", "[PUB-04]"),
    Slip("at: 3.10", "at: 6.3(f)", "32:5", "clauses[1]", "6.3(f) stands in line 20 already", "part"),
    Slip("    says: Reports go to the head.\n", "", "32:5", "clauses[1]", "has no `says`", "says:"),
    // carriers
    Slip("- fact: review", "- fact: reviews", "39:15", "clauses[1].carried-by[4].fact", "no fact", "`review`?"),
    Slip(
        "- duty: publishing.review-posts", "- duty: publishing.reviews", "35:15", "clauses[1].carried-by[0].duty",
        "no duty `publishing.reviews`", "`publishing.review-posts`?"),
    Slip(
        "{ name: replies,", "{ nam: replies,", "36:20", "clauses[1].carried-by[1].setting.nam", "no key `nam`",
        "`name`?"),
    Slip("of: misuse", "of: abuse", "37:22", "clauses[1].carried-by[2].route.of", "no topic `abuse`", "Use one of"),
    Slip("to: [headteacher] }", "to: [] }", "37:34", "clauses[1].carried-by[2].route.to", "leads to nobody", "role"),
    Slip("place: compose", "place: composer", "38:24", "clauses[1].carried-by[3].told.place", "no place", "`compose`?"),
    Slip(
        "- not-yet: accounts", "- not-yet: account", "40:18", "clauses[1].carried-by[5].not-yet", "no room",
        "`accounts`?"),
    Slip(
        "room: watch", "room: cellar", "41:26", "clauses[1].carried-by[6].not-yet.room", "no room `cellar`", "Use one"),
    Slip(
        "room: watch,", "room: watch, for: PUB-04,", "41:38", "clauses[1].carried-by[6].not-yet.for",
        "has no duty `PUB-04`", "duties"),
    Slip("- fact: review", "- {}", "39:9", "clauses[1].carried-by[4]", "does not say what carries", "control, duty"),
    Slip(
        "- fact: review", "- fact: review\n        duty: publishing.review-posts", "39:9",
        "clauses[1].carried-by[4]", "names several: duty, fact", "own entry"),
    Slip(
        "- fact: review", "- fact: review\n        severity: hold", "40:19", "clauses[1].carried-by[4].severity",
        "belongs to a control", "Remove"),
    // controls
    Slip(
        "control: sample.names", "control: sample.name", "27:18", "clauses[0].carried-by[0].control",
        "no control `sample.name`", "`sample.names`?"),
    Slip(
        "allowed: [first-name, initials]", "alowed: [initials]", "28:17", "clauses[0].carried-by[0].with.alowed",
        "no key `alowed`", "`allowed`?"),
    Slip(
        "[first-name, initials]", "[first-name, nickname]", "28:39", "clauses[0].carried-by[0].with.allowed[1]",
        "`nickname` does not fit", "Use one of: first-name, surname, initials"),
    Slip(
        "[first-name, initials]", "first-name", "28:26", "clauses[0].carried-by[0].with.allowed",
        "A text does not fit", "a list from"),
    Slip(
        "        with: { allowed: [first-name, initials] }\n", "", "27:18", "clauses[0].carried-by[0].control",
        "needs the parameter `allowed`", "a list from first-name"),
    Slip(
        "control: sample.standing", "control: sample.standing\n        with: { most: 3 }", "30:15",
        "clauses[0].carried-by[1].with", "takes no parameters", "Remove"),
    Slip(
        "        because: A reading of one's own standing is never certain.\n", "", "30:19",
        "clauses[0].carried-by[1].severity", "severity is hold, but its clause gives block", "because"),
    Slip(
        "        severity: hold\n", "", "30:18", "clauses[0].carried-by[1].because", "none is given", "severity:"),
    Slip(
        "- fact: review", "- control: sample.standing", "39:18", "clauses[1].carried-by[4].control",
        "neither `word` nor `severity`", "word: must"),
    // yaml
    Slip("tone: [Engaging", "title: [Engaging", "2:1", "", "same key stands twice", "Keep one"),
    Slip("tone: [Engaging, Informative]", "tone: &t [Engaging]", "18:7", "", "An anchor", "Write the value out"),
    Slip("tone: [Engaging, Informative]", "tone: *t", "18:7", "", "An alias", "quotation marks"),
    Slip("tone: [Engaging, Informative]", "tone: !words [Engaging]", "18:7", "tone", "A tag", "Remove it"),
    Slip("tone: [Engaging, Informative]", "<<: { tone: [a] }", "18:1", "<<", "A merge key", "Use one of"),
    Slip("tone: [Engaging, Informative]", "? [a, b]\n: c", "18:3", "", "where a key should", "quotation marks"),
    Slip("tone: [Engaging", "---\ntone: [Engaging", "18:1", "", "second document", "one file"),
    Slip("tone: [Engaging, Informative]", "tone: [Engaging, Informative", "19:8", "", "is not closed", "cut off"),
    Slip("says: Reports go", "says: Reports: go", "33:18", "", "A colon stands where none can", "quotation marks"),
    Slip("  - at: 3.10", "\t- at: 3.10", "32:1", "", "cannot begin a value", "spaces, not tabs"),
    Slip("tone: [Engaging", "tone: \u{7}[Engaging", "18:7", "", "control character (U+7)", "plain text"),
    Slip(
        "remarks:\n  - { at: \"3.4\", says: Cites an old edition., source: KCSIE }\n", "", "19:1", "remarks", "cut off",
        "remarks:"),
]

@Test(arguments: slips)
func aSlipIsReportedAtItsPlace(_ slip: Slip) {
    let text = sample(slip.passage, becomes: slip.other)
    #expect(text != samplePolicy)
    let found = problems(text)
    #expect(found.count == 1)
    guard let first = found.first else { return }
    #expect("\(first.line):\(first.column)" == slip.place)
    #expect(first.path == slip.path)
    #expect(first.says.contains(slip.says))
    #expect(first.advice.contains(slip.advice))
}
