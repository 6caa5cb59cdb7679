import Foundation
import Testing

@testable import Governance

struct CatalogueTests {
    @Test("every example of a control finds what it says", arguments: publishingControls.map(\.id))
    func examples(_ id: String) throws {
        let entry = try #require(publishingControls.first { $0.id == id })
        for example in entry.examples {
            let examine = entry.prepare(try Arguments(example.with, for: entry.parameters))
            let found = examine(example.act)
            #expect(found.map(\.code) == example.finds, "\(id): \(example.name)")
            for seen in found {
                #expect(entry.codes.contains(seen.code), "\(id) does not list \(seen.code)")
                #expect(seen.says.hasSuffix(".") && seen.advice.hasSuffix("."), "\(id): \(seen.says) \(seen.advice)")
                if let field = seen.place { #expect(isWithin(field, example.act), "\(id): \(example.name)") }
            }
        }
    }

    @Test("every control has at least six examples, some let through and some stopped")
    func bothKinds() {
        for entry in publishingControls {
            #expect(entry.examples.count >= 6, "\(entry.id)")
            #expect(entry.examples.contains { $0.finds.isEmpty }, "\(entry.id)")
            #expect(entry.examples.contains { !$0.finds.isEmpty }, "\(entry.id)")
            #expect(entry.about.hasSuffix("."), "\(entry.id)")
            #expect(!entry.codes.isEmpty, "\(entry.id)")
        }
    }

    @Test("ids are unique and what is ours names controls that exist, with a source")
    func ids() {
        let ids = publishingControls.map(\.id)
        #expect(Set(ids).count == ids.count)
        for rule in publishingOurs {
            #expect(ids.contains(rule.control), "\(rule.control)")
            #expect(rule.source.hasPrefix("ours: "))
        }
    }

    private func isWithin(_ place: Place, _ act: PublishPost) -> Bool {
        guard let from = place.from, let to = place.to else { return place.from == nil && place.to == nil }
        guard let field = act.draft.readable.first(where: { $0.field == place.field }) else { return false }
        return 0 <= from && from < to && to <= field.text.unicodeScalars.count
    }
}
