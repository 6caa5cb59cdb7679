import Foundation
import Governance
import Testing

@Suite("Hashtags and mentions")
struct TagCountTests {
    private func count(_ text: String) -> [Int] {
        let count = TagCount(text)
        return [count.hashtags, count.mentions]
    }

    @Test("are counted wherever a network makes a link of them")
    func counted() {
        #expect(count("") == [0, 0] && count("#") == [0, 0] && count("@ # ## @@ #, @.") == [0, 0])
        #expect(count("#Sports #day, (#boats)#quay #été #🎉 #_x") == [7, 0])
        #expect(count("@head and @year_8, (@boats)") == [0, 3])
        #expect(count("office@quay.example, @library@books.example") == [0, 1])
        #expect(TagCount("#a", links: ["https://a.example/#b"], by: Network.instagram.stated).hashtags == 2)
        #expect(TagCount("#a", links: ["https://a.example/#b"], by: nil).hashtags == 1)
    }

    @Test("are too many beyond 30 and 20 on Instagram, whether or not its account was asked, and nowhere else")
    func tooMany() {
        let many = { (sign: String, number: Int) in
            TagCount((0..<number).map { "\(sign)boat\($0)" }.joined(separator: " "))
        }
        #expect(many("#", 30).tooMany(on: .instagram) == nil && many("@", 20).tooMany(on: .instagram) == nil)
        for limits in [nil, PostLimits(), Network.instagram.stated?.limits] {
            for (sign, most, what) in [("#", 30, "hashtags"), ("@", 20, "mentions")] {
                let found = many(sign, most + 1).tooMany(on: .instagram, limits: limits)
                #expect(found?.count == most + 1 && found?.most == most && found?.what == what)
            }
        }
        #expect(many("@", 9).tooMany(on: .instagram, limits: PostLimits(mentions: 8))?.most == 8)
        for network in Network.allCases where network != .instagram {
            #expect(many("#", 99).tooMany(on: network) == nil)
        }
    }

    @Test("have no limits in what was kept of an account before they were known")
    func kept() throws {
        let kept = Data(#"{"characters": 2200, "pictures": 10}"#.utf8)
        #expect(try JSONDecoder().decode(PostLimits.self, from: kept) == PostLimits(characters: 2_200, pictures: 10))
    }
}
