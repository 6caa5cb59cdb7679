import Testing

@testable import Governance

@Suite("Phrases in a field") struct WordPhrasesTests {
    private static let phrases = WordPhrases(["open", "{open,shut} day", "open day * ours", "open day of", "open day"])

    private func hits(_ text: String) -> [String] {
        let read = ReadText(FieldText("text", text))
        return Self.phrases.hits(in: read).map { "\($0.phrase) \(read.passage(read.bytes(ofWords: $0.words)))" }
    }

    @Test("are the longest at their place, and of two as long the later in the list")
    func longest() {
        #expect(hits("An open door") == ["0 open"])
        #expect(hits("Shut day, open day") == ["1 Shut day", "4 open day"])
        #expect(hits("The open day of all; Open day’s end") == ["3 open day of", "4 Open day’s"])
        #expect(hits("Open day is ours") == ["2 Open day is ours"])
    }

    @Test("are found with possessives and written together, and not across a comma or a sentence")
    func written() {
        #expect(hits("#OpenDay, shut's day") == ["4 OpenDay", "1 shut's day"].map { $0 })
        #expect(hits("shut, day. shut. Day") == [])
        #expect(hits("#openday and openday") == ["4 openday"])
    }
}
