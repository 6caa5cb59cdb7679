import Testing

@testable import Governance

@Suite("Names in text: the roll")
struct NamesRollTests {
    private let roll = Roll(SampleRoll.make(500, seed: 77))

    private func pupil(_ given: String, _ family: String, ref: String, school: String? = nil) -> Person {
        Person(ref: ref, kind: .pupil, given: given, family: family, school: school)
    }

    private func refs(_ text: String, _ roll: Roll, school: String? = nil, _ seeking: NameReader.Seeking = [])
        -> [String]
    {
        NameReader(roll, school: school).mentions(in: FieldText("text", text), seeking: seeking).flatMap(\.people).map {
            roll.people[$0].ref
        }
    }

    @Test("a changed pupil is found by the new name and no longer by the old")
    func changed() throws {
        let ref = "p31"
        let before = try #require(roll[ref])
        let after = roll.replacing([pupil("Quillon", "Vantreight", ref: ref)])
        #expect(refs("Quillon Vantreight won", after) == [ref])
        #expect(!refs("Well done \(before.given) \(before.family), Year 7", after).contains(ref))
        #expect(after.people.count == roll.people.count)
        #expect(after[ref]?.family == "Vantreight")
        #expect(refs("Quillon Vantreight won", roll).isEmpty)
    }

    @Test("newcomers are found and leavers are not, however many changes follow one another")
    func comeAndGo() {
        var now = roll
        for number in 0..<200 {
            now = now.replacing([pupil("Quillon", "Vantreight", ref: "new\(number)")], removing: ["p\(number)"])
        }
        #expect(now.people.count == 500)
        #expect(Set(refs("Quillon Vantreight", now)) == Set((0..<200).map { "new\($0)" }))
        #expect((0..<200).allSatisfy { now["p\($0)"] == nil })
        #expect(now.people.indices.allSatisfy { now.index(of: now.people[$0].ref) == $0 })
    }

    @Test("a lone surname is read against the account's own school, a full name against all")
    func schools() {
        let roll = Roll([
            pupil("Jamie", "Thornton", ref: "here", school: "north"),
            pupil("Alex", "Okafor", ref: "there", school: "south"), pupil("Sam", "Wisniewski", ref: "anywhere"),
        ])
        #expect(refs("A save by Okafor.", roll, school: "north", .surnames).isEmpty)
        #expect(refs("A save by Okafor.", roll, school: "south", .surnames) == ["there"])
        #expect(refs("A save by Wisniewski.", roll, school: "north", .surnames) == ["anywhere"])
        #expect(refs("A save by Okafor.", roll, .surnames) == ["there"])
        #expect(refs("Alex Okafor won.", roll, school: "north") == ["there"])
    }

    @Test(
        "a place counts the scalars of the text as given",
        arguments: [
            ("Hi Jamie Thornton!", 3, 17), ("👩‍👧 Jamie Thornton", 4, 18), ("Zoe\u{301}: J\u{200B}amie Thornton’s", 6, 21),
            ("Ｊａｍｉｅ Thornton", 0, 14), ("Jamie%20Thornton", 0, 16), ("#ProudJamieThornton7", 6, 19),
            ("Thorntón, Jamie\u{301}", 0, 16),
        ])
    func places(_ text: String, _ from: Int, _ to: Int) throws {
        let roll = Roll([pupil("Jamie", "Thornton", ref: "p")])
        let mention = try #require(NameReader(roll).mentions(in: FieldText("text", text)).first)
        #expect((mention.from, mention.to) == (from, to))
    }

    @Test("of several it fits, those whose whole name it is come before the others")
    func closest() {
        let roll = Roll([
            pupil("Jamie", "Thornton", ref: "whole"), pupil("Jamie", "Thornton-Okafor", ref: "double"),
            pupil("Mohammed", "Khan", ref: "one"), pupil("Muhammad", "Khan", ref: "other"),
        ])
        #expect(refs("Jamie Thornton", roll) == ["whole"])
        #expect(refs("Jamie Thornton-Okafor", roll) == ["double"])
        #expect(refs("Jamie Okafor", roll) == ["double"])
        #expect(refs("Mohammed Khan", roll) == ["one"])
        #expect(refs("Mohamad Khan", roll) == ["one", "other"])
    }

    @Test("a spelling stands in one family only")
    func families() {
        let all = SpellingFamilies.all.flatMap { $0 }
        #expect(Set(all).count == all.count)
        #expect(SpellingFamilies.all.allSatisfy { $0.count > 1 })
    }

    @Test("nonsense and long texts are read without harm")
    func nonsense() {
        for text in [
            "", "%", "%zz%2", "&;&#;&#x110000;", String(repeating: "a", count: 20_000),
            "#" + String(repeating: "ja", count: 4_000),
            String(repeating: "ü1", count: 3_000), String(repeating: "J.", count: 3_000), "\u{0}\u{FFFF}\u{10FFFF}",
            String(repeating: "@", count: 5_000), String(repeating: "Oliver ", count: 3_000),
        ] {
            _ = NameReader(roll).mentions(in: FieldText("text", text), seeking: .all)
        }
    }
}
