import Governance
import Testing

@Suite("What changed between two revisions")
struct WordDiffTests {
    private func shown(_ old: String, _ new: String) -> String {
        WordDiff(from: old, to: new).runs.map { run in
            switch run.kind {
            case .same: run.text
            case .removed: "[-\(run.text)-]"
            case .added: "{+\(run.text)+}"
            }
        }.joined()
    }

    @Test("a changed name is one change, and a changed phrase reads as one")
    func phrases() {
        #expect(shown("and Jamie Thornton won", "and Jamie won") == "and Jamie [-Thornton -]won")
        #expect(shown("Ring Priya now please", "Ring the office please") == "Ring [-Priya now-]{+the office+} please")
    }

    @Test("nothing is lost: the kept and removed words give the old text, the kept and added the new")
    func lossless() {
        let texts = [
            "", "One.", "What a morning!\n\nYear 8 sailed.", "Year 8 sailed what they'd built – twice  over.", "🎉 done",
        ]
        for old in texts {
            for new in texts {
                let runs = WordDiff(from: old, to: new).runs
                #expect(runs.filter { $0.kind != .added }.map(\.text).joined() == old)
                #expect(runs.filter { $0.kind != .removed }.map(\.text).joined() == new)
            }
        }
    }

    @Test("two equal texts have no change")
    func equal() {
        #expect(WordDiff(from: "Same words.", to: "Same words.").isEmpty)
        #expect(!WordDiff(from: "", to: "New").isEmpty)
    }

    @Test("texts with nothing in common are shown as one gone and the other come, however long they are")
    func strangers() {
        let (old, new) = (String(repeating: "one, ", count: 20_000), String(repeating: "two; ", count: 20_000))
        let diff = WordDiff(from: "Dear all. \(old)Thank you.", to: "Dear all. \(new)Thank you.")
        #expect(diff.runs.filter { $0.kind != .added }.map(\.text).joined() == "Dear all. \(old)Thank you.")
        #expect(diff.runs.filter { $0.kind != .removed }.map(\.text).joined() == "Dear all. \(new)Thank you.")
        #expect(diff.runs.map(\.kind) == [.same, .removed, .added, .same])
    }
}
