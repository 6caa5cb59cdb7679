import Testing

@testable import Governance

@Suite("The controls of accounts") struct AccountControlsTests {
    @Test("every example of a control finds what it says", arguments: accountControls.map(\.id))
    func examples(_ id: String) throws {
        let entry = try #require(accountControls.first { $0.id == id })
        for example in entry.examples {
            let found = entry.prepare(try Arguments(example.with, for: entry.parameters))(example.act)
            #expect(found.map(\.code) == example.finds, "\(id): \(example.name)")
            for seen in found {
                #expect(entry.codes.contains(seen.code), "\(id) does not list \(seen.code)")
                #expect(seen.says.hasSuffix(".") && seen.advice.hasSuffix("."), "\(id): \(seen.says) \(seen.advice)")
            }
        }
    }

    @Test("every control has at least six examples, some let through and some stopped")
    func bothKinds() {
        for entry in accountControls {
            #expect(entry.examples.count >= 6, "\(entry.id)")
            #expect(entry.examples.contains { $0.finds.isEmpty }, "\(entry.id)")
            #expect(entry.examples.contains { !$0.finds.isEmpty }, "\(entry.id)")
            #expect(entry.about.hasSuffix("."), "\(entry.id)")
        }
    }

    @Test("no two controls of the whole catalogue have one name")
    func ids() {
        #expect(Set(controlCatalogue.map(\.id)).count == controlCatalogue.count)
    }
}
