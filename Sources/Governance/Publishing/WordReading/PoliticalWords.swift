/// Words by which a text takes sides in party politics in the United Kingdom.
enum PoliticalWords {
    /// Folded names of parties, the longest first. A name that is also a plain word counts only as `needsContext` says.
    static let parties = FieldPhrases([
        ["democratic", "unionist", "party"], ["ulster", "unionist", "party"], ["scottish", "national", "party"],
        ["liberal", "democrats"], ["liberal", "democrat"], ["lib", "dems"], ["lib", "dem"], ["libdems"],
        ["conservative", "party"], ["labour", "party"], ["green", "party"], ["alliance", "party"], ["reform", "uk"],
        ["reform", "party"], ["workers", "party"], ["restore", "britain"], ["your", "party"], ["plaid", "cymru"],
        ["sinn", "fein"], ["ukip"], ["snp"], ["dup"], ["sdlp"], ["uup"], ["tuv"], ["alba", "party"],
        ["keir", "starmer"], ["starmer"], ["nigel", "farage"], ["farage"], ["kemi", "badenoch"], ["badenoch"],
        ["ed", "davey"], ["zack", "polanski"],
        ["conservatives"], ["tories"], ["tory"], ["plaid"], ["labour"], ["reform"], ["greens"], ["conservative"],
    ])

    /// Plain words as well: they are a party only when capitalised and not at a sentence's beginning, or straight
    /// after a word that takes sides.
    static let needsContext: Set<String> = ["labour", "reform", "greens", "conservative", "plaid", "your", "alliance"]

    /// Words that take a side when a party, a candidate or an office follows in the same sentence.
    static let sides: Set<String> = [
        "vote", "votes", "voting", "voted", "back", "backs", "backing", "support", "supports", "supporting", "elect",
        "elects", "reelect", "re", "campaign", "campaigning", "canvass", "canvassing", "endorse", "endorses",
        "endorsing", "donate", "deserves", "oust", "against", "choose",
    ]

    /// Judgements that take a side when a party stands in the same sentence.
    static let judgements: Set<String> = [
        "disgrace", "disgraceful", "ruined", "ruining", "wrecked", "wrecking", "failed", "failing", "betrayed",
        "betrayal", "liars", "lies", "corrupt", "shameful", "best", "worst", "terrible", "brilliant", "wonderful",
        "hate", "love", "out", "useless", "incompetent",
    ]

    /// After a party's plain word at the beginning of a sentence these make a party of it: Labour have.
    static let partyVerbs: Set<String> = ["have", "has", "are", "want", "wants", "must", "party", "government"]

    /// Those who govern: a side is taken against them only with one of the words below.
    static let rulers = FieldPhrases([
        ["government"], ["prime", "minister"], ["ministers"], ["education", "secretary"], ["home", "secretary"],
    ])
    static let againstRulers: Set<String> = [
        "petition", "protest", "ruining", "wrecking", "betrayed", "betrayal", "disgrace", "disgraceful", "liars",
        "shameful", "incompetent", "oust",
    ]

    /// Offices and people one votes for.
    static let offices: Set<String> = [
        "mp", "mps", "councillor", "councillors", "mayor", "candidate", "candidates", "msp", "pm",
    ]

    /// Elections and parties inside a school, and parties one dances at.
    static let harmless: Set<String> = [
        "school", "pupil", "pupils", "student", "students", "learner", "learners", "eco", "class", "house", "junior",
        "youth", "head", "christmas", "birthday", "leavers", "garden", "tea", "summer", "halloween", "farewell",
        "dinner", "pool", "street", "beach", "disco", "cake", "welcome", "winter", "easter", "eid", "book", "staff",
        "pyjama", "film", "pizza", "favourite", "search", "third", "working", "search",
    ]

    /// Slogans that take a side by themselves.
    static let slogans = FieldPhrases([
        ["tories", "out"], ["labour", "out"], ["starmer", "out"], ["sunak", "out"], ["farage", "out"],
        ["stop", "brexit"], ["vote", "leave"], ["vote", "remain"], ["get", "brexit", "done"], ["stop", "reform"],
        ["votelabour"], ["votetory"], ["voteconservative"], ["votegreen"], ["votelibdem"], ["votereform"], ["votesnp"],
        ["toriesout"],
    ])

    static let triggers = Set([parties, slogans, rulers].flatMap(\.phrases).map { $0[0] }).union(offices).union([
        "party"
    ])
}
