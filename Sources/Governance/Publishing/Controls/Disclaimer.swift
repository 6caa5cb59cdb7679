/// Who names the school on a personal account says that the views are their own.
package struct Disclaimer: Control {
    package static let id = "publishing.disclaimer"
    package static let about = """
        On a personal account, finds posts that name the school or speak of work there without saying that the views \
        are the author's own, in the post or in the profile.
        """
    package static let parameters: [Parameter] = []
    package static let codes = ["disclaimer_missing"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.capacity == .personalAccount, !post.draft.profileDisclaimer,
            Self.disclaimers.hits(in: post.reading.text).isEmpty
        else { return [] }
        let names = WordPhrases(written: post.organisation.names.flatMap(Self.spellings))
        for text in post.reading.texts {
            guard let hit = names.hits(in: text).first ?? Self.workplace.hits(in: text).first else { continue }
            let range = text.bytes(ofWords: hit.words)
            return [
                Observation(
                    "disclaimer_missing", at: text.place(range), evidence: text.passage(range), basis: .reading,
                    says:
                        "\(text.quoted(range)) ties this personal post to the school, and nothing says that the views are your own.",
                    advice: "Add that the views are your own and not the school's, or leave the school out.")
            ]
        }
        return []
    }

    /// With and without `The`, and without what stands in brackets.
    private static func spellings(_ name: String) -> [String] {
        let whole = String(name.prefix { $0 != "(" })
        let words = whole.split(whereSeparator: \.isWhitespace)
        let short = words.count > 2 && words[0].lowercased() == "the" ? [words.dropFirst().joined(separator: " ")] : []
        return ([whole] + short).flatMap { [$0, tagged($0)] + ofTheChurch($0) }
    }

    /// As a hashtag is cut at its capitals: a word without one goes with the word before.
    private static func tagged(_ name: String) -> String {
        name.split(whereSeparator: \.isWhitespace).reduce(into: "") { joined, word in
            joined += joined.isEmpty || word.first?.isLowercase == true ? word : " " + word
        }
    }

    private static func ofTheChurch(_ name: String) -> [String] {
        guard name.contains(" C of E ") else { return [] }
        return ["CofE", "CE", "Church of England"].map { name.replacing("C of E", with: $0) }
    }

    private static let disclaimers = WordPhrases([
        "{views,view,opinions,thoughts,posts,tweets,comments} {are,all,expressed are,here are,expressed here are,are all,} {my,mine}",
        "{views,opinions,thoughts} {are,expressed are,} {entirely,purely,solely} my",
        "my own {views,view,opinion,opinions,thoughts}", "own views", "{all,these} {views,opinions} mine", "views mine",
        "{views,opinions} {are,expressed are,} {personal,own}", "in a personal capacity",
        "in my {personal,own} capacity",
        "personal {views,view,opinion,opinions}", "{do,does} not {necessarily,} {represent,reflect}",
        "{dont,doesnt} {necessarily,} {represent,reflect}", "not {speaking,posting,writing} {for,on behalf of}",
        "not on behalf of", "not {those,the views,the view,the opinions} of",
    ])
    private static let workplace = WordPhrases([
        "our school", "my school", "our {academy,nursery,college}",
        "my {class,pupils,students,learners,form,tutor group}",
        "our {pupils,students,learners}", "where i {teach,work}", "{school,academy,trust} i {teach,work} {at,in,for}",
        "my {head,headteacher,head teacher}", "our {headteacher,head teacher,staffroom}",
        "my year {1,2,3,4,5,6,7,8,9,10,11}",
        "i teach at", "i work at", "teacher at", "my lesson", "my lessons", "kids i teach",
    ])

    package static let examples: [ControlExample<PublishPost>] = [
        .init("nothing about school", personal("My tomatoes are finally ripe."), finds: []),
        .init("with the words", personal("A day at Harbour Lane School. Views are my own."), finds: []),
        .init(
            "with other words", personal("Harbour Lane School fete! These posts do not represent my employer."),
            finds: []),
        .init("with a profile that says so", personal("A day at Harbour Lane School.", profile: true), finds: []),
        .init("on the school's own account", .example("A day at Harbour Lane School."), finds: []),
        .init("naming the school", personal("A long day at Harbour Lane School."), finds: ["disclaimer_missing"]),
        .init("in a hashtag", personal("Loved today #harbourlaneschool"), finds: ["disclaimer_missing"]),
        .init("without its name", personal("My class made me laugh today."), finds: ["disclaimer_missing"]),
        .init("where I work", personal("Big changes where I work!"), finds: ["disclaimer_missing"]),
    ]

    private static func personal(_ text: String, profile: Bool = false) -> PublishPost {
        .example(text) {
            $0.capacity = .personalAccount
            $0.profileDisclaimer = profile
        }
    }
}
