import Foundation
import Governance
import Platforms
import Reading
import Store
import Synchronization
import Testing

@testable import Actions

/// Sends a short address on to a long one, and counts who asked.
private final class Outside: WebClient {
    private let count = Mutex(0)
    var asked: Int { count.withLock(\.self) }

    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        count.withLock { $0 += 1 }
        switch URL(string: request.address)?.host {
        case "bit.ly":
            return WebAnswer(status: 301, body: Data(), headers: [("Location", "https://museum.example/visit")])
        case "inside.example": throw WebTrouble.insideNetwork("inside.example")
        case "museum.example": return WebAnswer(status: 200, body: Data())
        default: throw WebTrouble.unreachable
        }
    }
}

/// Answers at one name, and at any other never: it hears no “stop” either.
private final class DeafServer: WebClient {
    private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])
    private let count = Mutex(0)
    var asked: Int { count.withLock(\.self) }

    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        count.withLock { $0 += 1 }
        if URL(string: request.address)?.host != "museum.example" {
            await withCheckedContinuation { waiting in self.waiting.withLock { $0.append(waiting) } }
        }
        return WebAnswer(status: 200, body: Data())
    }

    func release() {
        waiting.withLock { all in
            all.forEach { $0.resume() }
            all = []
        }
    }
}

@Suite("Following links") struct FollowLinksTests {
    @Test("shows where each ends, asks once a day, and holds what leads to a refused site or inside")
    func follows() async throws {
        let outside = Outside()
        let room = try await PostRoom("LINK", outside: outside)
        let links = ["bit.ly/hv-boats", "https://inside.example/x", "https://nowhere.example"]
        try await FollowLinks(links).perform(in: room.organisation)
        let found = try await room.database.linkDestinations(of: links)
        let ends = Dictionary(uniqueKeysWithValues: found.map { ($0.link, $0) })
        #expect(ends["bit.ly/hv-boats"]?.says == "bit.ly/hv-boats leads to museum.example/visit")
        #expect(ends["https://inside.example/x"]?.ending == .inside)
        #expect(ends["https://nowhere.example"]?.ending == .unreachable)
        let before = outside.asked
        try await FollowLinks(links).perform(in: room.organisation)
        #expect(outside.asked == before, "what was found lately is asked again")
        let draft = PostDraft(
            text: "Come along", links: ["https://inside.example/x"], infringesPrivacy: false,
            publishAt: room.now + 3_600, places: [DraftPlace(account: room.facebook)])
        let findings = try await CheckDraft(content: draft).perform(in: room.organisation).flatMap(\.standing)
        #expect(findings.contains { $0.code == "link_unverified" && $0.says.contains("private network") })
        room.scratch.pass(86_401)
        try await FollowLinks(links).perform(in: room.organisation)
        #expect(outside.asked > before)
    }

    @Test("is done when a post is sent, for whoever approves it")
    func whenSent() async throws {
        let room = try await PostRoom("LINK", outside: Outside())
        let post = try await room.start(room.draft(cleanText, links: ["https://museum.example/visit"]))
        try await room.send(post)
        #expect(try await NetworkWork().isDue(in: room.organisation))
        try await NetworkWork().perform(in: room.organisation)
        #expect(try await !NetworkWork().isDue(in: room.organisation))
        #expect(
            try await room.database.linkDestinations(of: ["https://museum.example/visit"]).map(\.ending) == [.arrived])
    }

    @Test("a server that never answers keeps nothing waiting that falls due here, and is given up at the bound")
    func deaf() async throws {
        let deaf = DeafServer()
        let room = try await PostRoom("LINK", outside: deaf)
        let link = "https://deaf.example/visit"
        let post = try await room.start(room.draft(cleanText, links: [link]))
        try await room.send(post)
        try await room.runDue()
        #expect(deaf.asked == 0, "what falls due here asks a server elsewhere")
        var following = FollowLinks([link, "https://museum.example/visit"])
        following.longest = .milliseconds(300)
        let began = ContinuousClock.now
        try await following.perform(in: room.organisation)
        #expect(ContinuousClock.now - began < .seconds(60))
        let found = try await room.database.linkDestinations(of: following.links)
        #expect(
            Dictionary(uniqueKeysWithValues: found.map { ($0.link, $0.ending) }) == [
                link: .unreachable, "https://museum.example/visit": .arrived,
            ])
        deaf.release()
    }

    @Test("being slow takes nothing back that was found, and what nobody ever found is held for a look")
    func slow() async throws {
        let deaf = DeafServer()
        let room = try await PostRoom("LINK", outside: deaf)
        let (known, unknown) = ("https://go.example/visit", "https://deaf.example/visit")
        let found = LinkDestination(
            link: known, followedAt: room.now, destination: "https://play.badgames.example/", ending: .arrived, hops: 2)
        try await room.database.keep { try $0.keep(found) }
        var following = FollowLinks([known, unknown], anew: true)
        following.longest = .milliseconds(300)
        try await following.perform(in: room.organisation)
        deaf.release()
        #expect(try await room.database.linkDestinations(of: [known]) == [found])
        let draft = PostDraft(
            text: "Come along", links: [unknown], infringesPrivacy: false, publishAt: room.now + 3_600,
            places: [DraftPlace(account: room.facebook)])
        let findings = try await CheckDraft(content: draft).perform(in: room.organisation).flatMap(\.standing)
        #expect(findings.contains { $0.code == "link_unverified" && $0.says.contains("nobody knows where it leads") })
    }

    @Test("nobody has links followed twice at a time")
    func onceAtATime() async throws {
        let deaf = DeafServer()
        let room = try await PostRoom("LINK", outside: deaf)
        let first = Task {
            var following = FollowLinks(["https://deaf.example/1"], for: room.author)
            following.longest = .seconds(30)
            try await following.perform(in: room.organisation)
        }
        while deaf.asked == 0 { try await Task.sleep(for: .milliseconds(10)) }
        try await FollowLinks(["https://deaf.example/2"], for: room.author).perform(in: room.organisation)
        #expect(deaf.asked == 1)
        try await FollowLinks(["https://museum.example"], for: room.moderator).perform(in: room.organisation)
        #expect(deaf.asked == 2, "others do not wait for it")
        deaf.release()
        try await first.value
        try await FollowLinks(["https://museum.example/3"], for: room.author).perform(in: room.organisation)
        #expect(deaf.asked == 3)
    }

    @Test("follows every link of a post up to a bound, and names those that it leaves")
    func many() {
        let links =
            (1...22).map { "https://museum.example/\($0)" } + [
                "https://museum.example/" + String(repeating: "a", count: 2_000)
            ]
        let all = LinksOfPost([
            Draft(text: "Come along"), Draft(links: links), Draft(links: ["https://museum.example/7"]),
        ])
        #expect(all.followed == Array(links.prefix(20)) && all.left == Array(links.suffix(3)))
    }
}
