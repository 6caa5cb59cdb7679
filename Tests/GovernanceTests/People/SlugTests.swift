import Governance
import Testing

@Suite struct SlugTests {
    @Test(arguments: [
        ("St Aidan’s Primary School", "st-aidans-primary-school"), ("  Zoë & Sons / 2nd  ", "zoe-sons-2nd"),
        ("Ysgol Gŵyr", "ysgol-gwyr"), ("學校", ""), ("", ""), ("---", ""), ("St. Mary's", "st-marys"),
    ])
    func aShortNameIsMadeOfTheName(name: String, slug: String) {
        #expect(Slug.made(from: name) == slug)
        #expect(slug.isEmpty || Slug.isOne(slug))
    }

    @Test func aTakenOneGetsANumberAndALongOneIsCutAtAWord() {
        #expect(Slug.made(from: "Quay", beside: ["quay", "quay-2"]) == "quay-3")
        let long = Slug.made(from: String(repeating: "meadow ", count: 30))
        #expect(Slug.isOne(long) && long.hasSuffix("meadow"))
        let one = String(repeating: "x", count: 56)
        #expect(Slug.isOne(Slug.made(from: String(repeating: "x", count: 400), beside: [one])))
    }
}
