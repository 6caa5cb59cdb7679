/// Nobody earns by a link in the school's name.
package struct AffiliateLinks: Control {
    package static let id = "publishing.affiliate-links"
    package static let about = """
        Finds links by which somebody earns: a shop's partner tag, an affiliate network, a referral code. Marks that \
        only count visits, such as utm, are none.
        """
    package static let parameters = [
        Parameter(
            "in", .choices(["links", "words"]), fallback: .words(["links", "words"]),
            about: "Where it looks: at the links, or for words that offer a gain.")
    ]
    package static let codes = ["affiliate_link"]

    private let readsLinks: Bool
    private let readsWords: Bool

    package init(_ arguments: Arguments) {
        readsLinks = arguments.words("in").contains("links")
        readsWords = arguments.words("in").contains("words")
    }

    package func examine(_ post: PublishPost) -> [Observation] {
        (readsLinks ? links(of: post) : []) + (readsWords ? words(of: post) : [])
    }

    private func links(of post: PublishPost) -> [Observation] {
        post.reading.links.compactMap { link -> Observation? in
            guard let mark = AffiliateMark.mark(of: link) else { return nil }
            return Observation(
                "affiliate_link", at: link.place, evidence: link.passage, basis: .reading,
                says: "“\(link.passage)” earns somebody money (\(mark)).",
                advice: "Use the plain address of the page, without the part that earns.")
        }
    }

    private func words(of post: PublishPost) -> [Observation] {
        post.reading.texts.compactMap { text -> Observation? in
            guard let hit = Self.phrases.hits(in: text).first else { return nil }
            let range = text.bytes(ofWords: hit.words)
            return Observation(
                "affiliate_link", .likely, at: text.place(range), evidence: text.passage(range), basis: .reading,
                says: "\(text.quoted(range)) speaks of earning by the post.", advice: "Leave the offer out.")
        }
    }

    private static let phrases = WordPhrases([
        "affiliate {link,links,code,codes}", "{my,our} referral {link,code}", "{my,our} discount code",
        "use {my,our} code", "{earn,earns,earning} {me,us,a,} commission",
        "{get,gets,earn,earns} a cut", "paid partnership",
    ])

    package static let examples: [ControlExample<PublishPost>] = [
        .init("a plain book page", linked("https://www.amazon.co.uk/dp/0141439513"), finds: []),
        .init("visits counted", linked("https://shop.example/book?utm_source=school&utm_medium=social"), finds: []),
        .init("a tag of a blog", linked("https://blog.example/posts?tag=science"), finds: []),
        .init("a reference of a public body", linked("https://www.gov.uk/apply?ref=school"), finds: []),
        .init(
            "a partner tag", linked("https://www.amazon.co.uk/dp/0141439513?tag=reads-21"), finds: ["affiliate_link"]),
        .init("an affiliate number", linked("https://shop.example/p?id=4&AffID=88"), finds: ["affiliate_link"]),
        .init("a referral", linked("https://shop.example/?ref=ourschool"), finds: ["affiliate_link"]),
        .init("a network", linked("https://www.awin1.com/cread.php?awinmid=1&p=x"), finds: ["affiliate_link"]),
        .init("a bookshop's partner", linked("https://uk.bookshop.org/a/1234/9780141"), finds: ["affiliate_link"]),
        .init("in the text", .example("Buy it: https://amzn.to/3abc"), finds: ["affiliate_link"]),
        .init("said in words", .example("This post has affiliate links."), finds: ["affiliate_link"]),
        .init(
            "a link that earns, where only words are read", with: ["in": .words(["words"])],
            linked("https://shop.example/?ref=ourschool"), finds: []),
        .init(
            "a gain offered, where only words are read", with: ["in": .words(["words"])],
            .example("Use my code and I get a cut."), finds: ["affiliate_link"]),
    ]

    private static func linked(_ url: String) -> PublishPost { .example { $0.links = [url] } }
}
