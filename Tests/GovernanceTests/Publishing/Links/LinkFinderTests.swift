import Testing

@testable import Governance

@Suite("Links in text") struct LinkFinderTests {
    private func links(_ words: String) -> [String] {
        let text = ReadText(FieldText("text", words))
        return LinkFinder.ranges(in: text).map { text.folded($0) }
    }

    @Test("are found after runs of dots that are no address, and keep a bracket that they opened")
    func areFound() {
        #expect(links("e.g. at 9.30 a.m. on school.example.com.") == ["school.example.com"])
        #expect(links("a.b.c.d (see www.school.example/a_(b), then") == ["www.school.example/a_(b)"])
        #expect(links("Find it (https://school.example/a).") == ["https://school.example/a"])
        #expect(links("2.1.2.3.4 and 1.2. x.y. school.uk") == ["school.uk"])
    }

    /// Each of these once took time with the square of its length: minutes, in this test.
    @Test("are looked for once in a text made of nothing but their signs")
    func hostileTexts() {
        for piece in ["a.", "a.a-", "a:", "://", ")", "at dot ", "a@", "@a.", "www."] {
            _ = links("http://x" + String(repeating: piece, count: 65_000 / piece.count))
            let text = ReadText(FieldText("text", String(repeating: piece, count: 65_000 / piece.count)))
            _ = EmailAddresses.all(in: text)
            _ = LinkFinder.ranges(in: text)
        }
    }
}
