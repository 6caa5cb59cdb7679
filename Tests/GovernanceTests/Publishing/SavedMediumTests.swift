import Foundation
import Governance
import Testing

@Suite("A picture of a post that was sent long ago") struct SavedMediumTests {
    @Test("is read as it was kept before anybody was asked whose it is") func before() throws {
        let kept = #"{"id":"c1","kind":"photo","depicts":["P1"],"alt":"A boat","tags":[]}"#
        let read = try JSONDecoder().decode(Medium.self, from: Data(kept.utf8))
        #expect(read == Medium(id: "c1", depicts: ["P1"], alt: "A boat"))
        let again = try JSONDecoder().decode(Medium.self, from: JSONEncoder().encode(read))
        #expect(again == read)
    }

    @Test("a place that was kept before it had pictures of its own has all of them") func place() throws {
        let kept = #"{"account":"a1","text":"Boats"}"#
        let place = try JSONDecoder().decode(DraftPlace.self, from: Data(kept.utf8))
        let draft = PostDraft(
            places: [place], pictures: [DraftPicture(Identifier("c1")), DraftPicture(Identifier("c2"))])
        #expect(draft.pictures(at: place).map(\.picture.text) == ["c1", "c2"])
        var other = place
        other.pictures = [Identifier("c2"), Identifier("c9")]
        #expect(draft.pictures(at: other).map(\.picture.text) == ["c2"])
    }
}
