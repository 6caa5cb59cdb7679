import Governance
import Testing

@Suite("How networks count")
struct CharacterCountTests {
    private func count(_ text: String, _ network: Network) -> Int { CharacterCount(text, on: network).count }

    @Test("X counts Latin letters one, other scripts and emoji two, links 23")
    func weighted() {
        #expect(count("Sports day", .x) == 10)
        #expect(count("校庭", .x) == 4)
        #expect(count("Well done 👩‍👩‍👧‍👦", .x) == 12)
        #expect(count("🏴󠁧󠁢󠁷󠁬󠁳󠁿", .x) == 2)
        #expect(count("See https://www.example.org/a/very/long/address/that/goes/on/and/on.", .x) == 4 + 23 + 1)
        #expect(count("See example.org/a today", .x) == 4 + 23 + 6)
        #expect(count("Cafe\u{301}", .x) == 4)
        #expect(count("“Quoted” – yes…", .x) == 16)
    }

    @Test("Mastodon counts a link 23 and of a mention only its name")
    func federated() {
        #expect(count("Thanks @library@books.example.org!", .mastodon) == 7 + 8 + 1)
        #expect(count("https://example.org/" + String(repeating: "a", count: 90), .mastodon) == 23)
        #expect(count("write to office@school.example", .mastodon) == 30)
    }

    @Test("Bluesky counts what a reader sees as one; Threads counts an emoji as its bytes")
    func graphemesAndBytes() {
        #expect(count("👩‍👩‍👧‍👦!", .bluesky) == 2)
        #expect(count("é", .bluesky) == 1)
        #expect(count("🎉", .threads) == 4)
        #expect(count("é", .threads) == 1)
        #expect(count("é", .youtube) == 2)
        #expect(count("🎉", .facebook) == 2)
    }

    @Test("a limit is met exactly, and passed by one")
    func limits() {
        let full = String(repeating: "a", count: 280)
        #expect(CharacterCount(full, on: .x).fits)
        #expect(CharacterCount(full + "a", on: .x).over == 1)
        #expect(CharacterCount(String(repeating: "a", count: 100_000), on: .website).fits)
        #expect(CharacterCount(String(repeating: "a", count: 501), on: .threads).over == 1)
    }

    @Test("Twitter is X, and a sentence's full stop is no address")
    func names() {
        #expect(Network(named: "Twitter") == .x)
        #expect(Network(named: "Facebook") == .facebook)
        #expect(Network(named: "Friendface") == nil)
        #expect(TextPiece.pieces(of: "We won. It was close.") == [.words("We won. It was close.")])
        #expect(TextPiece.pieces(of: "(example.org)") == [.words("("), .link("example.org"), .words(")")])
    }

    @Test("every network has its figures")
    func complete() {
        for network in Network.allCases {
            #expect(!network.facts.title.isEmpty)
            #expect(CharacterCount("", on: network).count == 0)
        }
        #expect(!Network.instagram.facts.linksTappable)
    }
}
