import Actions
import Foundation
import GRDB
import Governance
import Reading
import Store
import Testing

/// A parent takes back by their own link, and in the same change everything that shows the child is found.
@Suite("A no by a parent’s link") struct WithdrawnByLinkTests {
    private static let all = Set(Consent.Channel.allCases)
    private static let anna = "anna@family.example"

    /// A school whose Jamie has one parent, who said yes to everything.
    private func agreed() async throws -> PostRoom {
        let room = try await PostRoom("PEN")
        try await ChangeParents(
            of: room.jamie, [.init(name: "Anna Thornton", email: Self.anna, relation: "mother")]
        ).perform(in: room.organisation, by: .console)
        try await room.organisation.answerByLink(
            of: Self.anna, about: room.jamie, allowing: Self.all, signed: "Anna Thornton")
        return room
    }

    @Test(
        "reaches what is out, what is scheduled and what is a draft, whether the child was chosen or their name typed",
        arguments: ["LLT", "PEN", "LINK", "DHL"])
    func reaches(policy: String) async throws {
        let room = try await PostRoom(policy)
        try await ChangeParents(
            of: room.jamie, [.init(name: "Anna Thornton", email: Self.anna, relation: "mother")]
        ).perform(in: room.organisation, by: .console)
        try await room.organisation.answerByLink(
            of: Self.anna, about: room.jamie, allowing: Self.all, signed: "Anna Thornton")
        var out: [Identifier<Post>] = []
        for typed in ["P1", "Jamie Thornton"] { out.append(try await room.scheduled(typed)) }
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        for post in out {
            try await room.publish(post)
        }
        var coming: [Identifier<Post>] = []
        var drafts: [Identifier<Post>] = []
        for typed in ["P1", "thornton, jamie"] { coming.append(try await room.scheduled(typed)) }
        for typed in ["P1", "JAMIE THORNTON"] { drafts.append(try await room.pictured(typed)) }
        let others = try await room.pictured("Marina Drake")

        try await room.organisation.answerByLink(of: Self.anna, about: room.jamie, allowing: [])

        for post in out {
            #expect(try await room.state(post) == .ordered)
            let placement = try await room.placement(post)
            let task = try await room.database.tasks(of: room.author).first {
                $0.kind == .takeDown && $0.subject.id == placement.text
            }
            #expect(try #require(task).due != nil, "with a deadline")
        }
        for post in coming { #expect(try await room.state(post) == .stopped) }
        let news = try await room.database.home(
            of: room.author, decidingWith: nil, writes: false, mostNews: 100, mostPosts: 0
        ).news.filter { $0.kind == .pictureNotAllowed }.map(\.subject.id)
        for post in drafts { #expect(news.contains(post.text)) }
        #expect(!news.contains(others.text))
        let reached = try #require(
            try await room.database.events(most: 30).first { $0.kind == .withdrawalReached })
        guard case .fields(let counts)? = reached.content?.after else { throw ActionError.notFound }
        #expect(counts["ordered"] == .number(2) && counts["stopped"] == .number(2) && counts["drafts"] == .number(2))
    }

    @Test("reaches what has the name that they had before", arguments: [false, true])
    func renamed(byList: Bool) async throws {
        let room = try await PostRoom("LLT")
        try await ChangeParents(
            of: room.jamie, [.init(name: "Anna Thornton", email: Self.anna, relation: "mother")]
        ).perform(in: room.organisation, by: .console)
        try await room.organisation.answerByLink(
            of: Self.anna, about: room.jamie, allowing: Self.all, signed: "Anna Thornton")
        let out = try await room.scheduled("Jamie Thornton")
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        try await room.publish(out)
        let coming = try await room.scheduled("Jamie Thornton")
        var person = try #require(try await room.database.rollEntry(room.jamie)).person
        if byList {
            try await room.organisation.bring("ref,kind,given,family,school\nP1,pupil,Jamie,Marsh,quay\n")
        } else {
            person.family = "Marsh"
            try await EditPerson(room.jamie, to: person).perform(in: room.organisation, by: .console)
        }
        #expect(try await room.database.rollEntry(room.jamie)?.person.family == "Marsh")

        try await room.organisation.answerByLink(of: Self.anna, about: room.jamie, allowing: [])

        #expect(try await room.state(out) == .ordered)
        #expect(try await room.state(coming) == .stopped)
    }

    @Test("reaches whoever is named in a picture only after it was out", arguments: [true, false])
    func namedLater(saidNoBefore: Bool) async throws {
        let room = try await PostRoom("PEN")
        try await ChangeParents(
            of: room.jamie, [.init(name: "Anna Thornton", email: Self.anna, relation: "mother")]
        ).perform(in: room.organisation, by: .console)
        try await room.organisation.answerByLink(
            of: Self.anna, about: room.jamie, allowing: saidNoBefore ? [] : Self.all, signed: "Anna Thornton")
        let (post, picture) = try await room.ready()
        _ = try await PublishByHand(
            placement: room.placement(post), proof: ProofGiven(address: "https://facebook.com/quay.example/posts/1")
        ).perform(in: room.organisation, by: .user(room.author))
        #expect(try await room.state(post) == .published)
        try await room.describe(picture, of: post, people: ["P1"], judged: false)
        if !saidNoBefore {
            #expect(try await room.state(post) == .published)
            try await room.organisation.answerByLink(of: Self.anna, about: room.jamie, allowing: [])
        }
        #expect(try await room.state(post) == .ordered)
    }

    @Test("what a person put out while it was stopped goes on record with its proof, and comes down")
    func outAllTheSame() async throws {
        let room = try await agreed()
        let post = try await room.scheduled("P1")
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        let placement = try await room.placement(post)
        let against = try await LookBeforePublishing(placement)
            .perform(in: room.organisation, by: .user(room.author))
        #expect(against.says.isEmpty)
        try await room.organisation.answerByLink(of: Self.anna, about: room.jamie, allowing: [])
        #expect(try await room.state(post) == .stopped)
        let publishing = try await PublishByHand(
            placement: placement, proof: ProofGiven(address: "https://facebook.com/quay.example/posts/1")
        ).perform(in: room.organisation, by: .user(room.author))
        #expect(publishing == .toComeDown)
        #expect(try await room.state(post) == .ordered)
        let place = try #require(try await room.database.postStory(post)?.places.first)
        #expect(place.publication?.proof.address == "https://facebook.com/quay.example/posts/1")
        #expect(try await room.taskKinds(of: room.author).contains(.takeDown))
    }

    @Test("asks that it comes down by the next working day, in the summer too")
    func inTheHolidays() async throws {
        let room = try await agreed()
        let post = try await room.scheduled("P1")
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        _ = try await PublishByHand(
            placement: room.placement(post), proof: ProofGiven(address: "https://facebook.com/quay.example/posts/1")
        ).perform(in: room.organisation, by: .user(room.author))
        let friday = try #require(Day("2027-07-30"))
        room.scratch.pass(friday.start().timeIntervalSince(room.now) + 10 * 3_600)
        try await room.organisation.answerByLink(of: Self.anna, about: room.jamie, allowing: [])
        let takedown = try #require(try await room.database.postStory(post)?.lastPlaces.first?.takedown)
        #expect(takedown.deadline == friday.adding(days: 3).start() + 12 * 3_600)
    }

    @Test("finds what was typed by an index, however many names there are")
    func indexed() async throws {
        let room = try await PostRoom()
        _ = try await room.pictured("Zoë O’Hara")
        let file = room.database.folder.appendingPathComponent("record.sqlite").path
        let (letters, plan) = try await DatabaseQueue(path: file).read { db in
            (
                try String.fetchAll(db, sql: "SELECT letters FROM picturedName"),
                try Row.fetchAll(
                    db,
                    sql: """
                        EXPLAIN QUERY PLAN SELECT picture FROM picturedName
                        WHERE letters IN (SELECT value FROM json_each('["zoeohara"]'))
                        """
                ).map { $0["detail"] as String }
            )
        }
        #expect(letters == ["zoeohara"])
        #expect(plan.contains { $0.contains("picturedNameByLetters") }, "\(plan)")
    }
}
