import Foundation
import Governance
import Platforms
import Reading
import Store
import Testing

@testable import Actions

/// One school whose website, Mastodon and Bluesky accounts are connected to pretended networks.
struct ConnectedRoom {
    let room: PostRoom
    let networks: PretendNetworks
    let website: Identifier<PostingAccount>

    static let server = "https://www.quay.example"

    init(
        _ policy: String = "LINK", network: Network = .website, details: AccountDetails = AccountDetails()
    ) async throws {
        let networks = PretendNetworks()
        room = try await PostRoom(policy, networks: networks)
        self.networks = networks
        website = try await AddAccount(
            school: room.school, name: "Quay’s own", network: network, handle: "www.quay.example", details: details
        ).perform(in: room.organisation, by: .user(room.slt))
        try await connect()
    }

    func connect() async throws {
        let account = try await room.database.officialAccount(website)?.account
        guard account?.network != .linkedin, account?.network != .x else {
            // which are joined on their own pages
            return try await room.organisation.join(
                website, server: Self.server, userName: "1", secret: ConnectionSecret(token: "t"), isConfirmed: true,
                by: .user(room.administrator()))
        }
        try await ConnectAccount(
            website, server: "www.quay.example/", userName: "author", secret: "p w d", isConfirmed: true
        ).perform(in: room.organisation, by: .user(room.administrator()))
    }

    /// Approved, and its time has come.
    func due(_ text: String = cleanText) async throws -> Identifier<Post> {
        let post = try await room.start(room.draft(text, at: [website]))
        try await room.send(post)
        try await room.approve(post)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        return post
    }

    @discardableResult
    func send() async throws -> SendPost.Outcome { try await SendPost().perform(in: room.organisation) }

    var texts: [String] { networks.posts(on: Self.server).map(\.text) }
}

extension PostRoom {
    func administrator() async throws -> Identifier<User> {
        try await organisation.user(email: "ida@school.example").id
    }
}

@Suite("Going out by itself") struct GoingOutTests {
    @Test("an approved post goes out at its time, once, with the network's own name as the proof")
    func goesOut() async throws {
        let connected = try await ConnectedRoom()
        let post = try await connected.due()
        #expect(try await connected.room.state(post) == .sending)
        #expect(try await connected.room.taskKinds(of: connected.room.author).isEmpty)
        #expect(try await connected.send() == .done)
        #expect(try await connected.send() == .nothingDue)
        #expect(connected.texts == [cleanText])
        #expect(try await connected.room.state(post) == .published)
        let place = try #require(try await connected.room.database.postStory(post)?.lastPlaces.first)
        #expect(place.publication?.by == nil && place.publication?.proof.address == ConnectedRoom.server + "/1")
        #expect(
            try await connected.room.kinds(post).filter { $0.rawValue.contains("attempt") || $0 == .postPublished }
                == [.attemptBegun, .postPublished])
        let day = Day(of: connected.room.now)
        #expect(try await connected.room.database.publishedText(of: post, on: day).map(\.text) == [cleanText])
    }

    @Test("a lost answer is looked for before anything is sent again")
    func lostAnswer() async throws {
        let connected = try await ConnectedRoom()
        connected.networks.behave(ConnectedRoom.server, as: "mute")
        let post = try await connected.due()
        #expect(try await connected.send() == .notNow)
        #expect(try await connected.room.state(post) == .sending)
        await #expect(throws: ActionError.self, "nobody knows whether it is out, so it cannot be taken back") {
            try await WithdrawPost(post: post).perform(
                in: connected.room.organisation, by: .user(connected.room.author))
        }
        #expect(try await connected.send() == .nothingDue)
        connected.room.scratch.pass(60)
        #expect(try await connected.send() == .done)
        #expect(connected.texts == [cleanText])
        #expect(connected.networks.asked.filter { $0 != "check" } == ["publish", "find"])
    }

    @Test("a run that dies between sending and noting leaves one post, and the next run finds it")
    func killed() async throws {
        let connected = try await ConnectedRoom()
        let post = try await connected.due()
        let organisation = connected.room.organisation
        // dies before anything was noted
        _ = try await SendPost().take(in: organisation)
        #expect(try await connected.send() == .nothingDue)
        connected.room.scratch.pass(Dispatch.lease)
        // dies when the network has it and nothing is noted: the first run goes on after its lease ran out
        let dead = try #require(try await SendPost().take(in: organisation))
        connected.networks.behave(ConnectedRoom.server, as: "mute")
        _ = try await SendPost().send(dead, in: organisation)
        connected.room.scratch.pass(Dispatch.lease)
        connected.networks.behave(ConnectedRoom.server, as: "well")
        #expect(try await connected.send() == .done)
        #expect(try await SendPost().send(dead, in: organisation) == .dropped)
        #expect(connected.texts == [cleanText])
        #expect(try await connected.room.state(post) == .published)
    }

    @Test("a network that is down is tried with growing pauses, and at last a person is asked, with the reason")
    func down() async throws {
        let connected = try await ConnectedRoom()
        connected.networks.behave(ConnectedRoom.server, as: "down")
        let post = try await connected.due()
        for pause in Dispatch.pauses {
            #expect(try await connected.send() == .notNow)
            #expect(try await connected.send() == .nothingDue)
            connected.room.scratch.pass(pause)
        }
        #expect(try await connected.send() == .notNow)
        #expect(try await connected.room.state(post) == .ready)
        #expect(try await connected.room.taskKinds(of: connected.room.author) == [.publishByHand])
        _ = try await PublishByHand(
            placement: connected.room.placement(post), proof: ProofGiven(address: "https://www.quay.example/?p=9")
        ).perform(in: connected.room.organisation, by: .user(connected.room.author))
        // what the attempts may have left there is cleared up when the network answers again
        #expect(try await connected.send() == .notNow)
        connected.networks.behave(ConnectedRoom.server, as: "well")
        connected.room.scratch.pass(Dispatch.pauses[0])
        #expect(try await connected.send() == .done)
        #expect(try await connected.send() == .nothingDue)
        #expect(connected.texts == [])
        #expect(try await connected.room.state(post) == .published)
    }

    @Test("what the network refuses is left to a person at once, in the network's words")
    func refused() async throws {
        let connected = try await ConnectedRoom()
        connected.networks.behave(ConnectedRoom.server, as: "refused")
        let post = try await connected.due()
        #expect(try await connected.send() == .notNow)
        let place = try #require(try await connected.room.database.postStory(post)?.lastPlaces.first)
        #expect(place.placement.state == .ready && place.states.last?.why?.contains("Not here") == true)
    }

    @Test("a permission that ended asks whoever may renew it, and posts wait for a person until then")
    func revoked() async throws {
        let connected = try await ConnectedRoom()
        connected.networks.behave(ConnectedRoom.server, as: "revoked")
        let post = try await connected.room.start(connected.room.draft(cleanText, at: [connected.website]))
        try await connected.room.send(post)
        try await connected.room.approve(post)
        connected.room.scratch.pass(2 * 3_600 - 1)
        try await NetworkWork().perform(in: connected.room.organisation)
        #expect(connected.networks.asked == ["check"], "it was looked at when it was connected, and not since")
        connected.room.scratch.pass(1)
        // an hour before the post is due
        try await NetworkWork().perform(in: connected.room.organisation)
        let ida = try await connected.room.administrator()
        let task = try #require(
            try await connected.room.database.tasks(of: ida).first { $0.kind == .reconnectAccount })
        #expect(task.due == connected.room.now + 3_600, "before the next post is due")
        connected.room.scratch.pass(3_600)
        try await connected.room.runDue()
        #expect(try await connected.room.state(post) == .ready)
        await #expect(throws: ActionError.self) { try await connected.connect() }
        connected.networks.behave(ConnectedRoom.server, as: "well")
        try await connected.connect()
        #expect(try await !connected.room.taskKinds(of: ida).contains(.reconnectAccount))
    }

    @Test("a connection is looked at once a day, and by itself")
    func lookedAt() async throws {
        let connected = try await ConnectedRoom()
        #expect(try await CheckConnection().perform(in: connected.room.organisation) == false)
        connected.room.scratch.pass(86_400)
        #expect(try await CheckConnection().perform(in: connected.room.organisation))
        #expect(try await CheckConnection().perform(in: connected.room.organisation) == false)
        connected.networks.behave(ConnectedRoom.server, as: "revoked")
        connected.room.scratch.pass(86_400)
        try await NetworkWork().perform(in: connected.room.organisation)
        #expect(
            try await connected.room.taskKinds(of: connected.room.administrator()).contains(.reconnectAccount))
    }

    @Test("a permission that was lengthened is a change, and no ending")
    func lengthened() async throws {
        let connected = try await ConnectedRoom()
        let room = connected.room
        let kinds = {
            try await room.database.timeline(of: RecordSubject(.account, connected.website)).map(\.kind)
        }
        for days in [60.0, 90] {
            connected.networks.end(ConnectedRoom.server, at: room.now + days * 86_400)
            try await CheckConnection().check(connected.website, in: room.organisation)
            #expect(try await kinds().last == .connectionChanged)
        }
        connected.networks.end(ConnectedRoom.server, at: room.now + 10 * 86_400)
        try await CheckConnection().check(connected.website, in: room.organisation)
        #expect(try await kinds().last == .permissionEnding)
    }

    @Test("a pause, a closed account and what the policy stops meanwhile hold it back at the last moment")
    func heldBack() async throws {
        let connected = try await ConnectedRoom()
        let room = connected.room
        let post = try await connected.due()
        try await PausePublishing(school: room.school, reason: "Something has happened")
            .perform(in: room.organisation, by: .user(room.head))
        #expect(try await connected.send() == .dropped)
        #expect(try await room.state(post) == .stopped)
        #expect(connected.texts.isEmpty)
    }

    @Test("what waits can be withdrawn until it is sent")
    func withdrawn() async throws {
        let connected = try await ConnectedRoom()
        let post = try await connected.due()
        try await WithdrawPost(post: post, why: "Not today").perform(
            in: connected.room.organisation, by: .user(connected.room.author))
        #expect(try await connected.send() == .nothingDue)
        #expect(connected.texts.isEmpty)
    }

    @Test("what is ordered down comes down by itself, and the record keeps what was there")
    func takenDown() async throws {
        let connected = try await ConnectedRoom()
        let room = connected.room
        let post = try await connected.due()
        try await connected.send()
        try await OrderTakedown(
            placement: room.placement(post), reason: "A family asked", deadline: room.now + 3_600
        ).perform(in: room.organisation, by: .user(room.slt))
        #expect(try await room.taskKinds(of: room.author) == [.takeDown])
        #expect(try await connected.send() == .done)
        #expect(connected.texts.isEmpty)
        #expect(try await room.state(post) == .takenDown)
        #expect(try await room.taskKinds(of: room.author).isEmpty)
        #expect(try await room.database.postStory(post)?.places.first?.placement.draft.text == cleanText)
    }

    @Test("what went out as another account is never looked for on this one")
    func otherAccount() async throws {
        let connected = try await ConnectedRoom(network: .mastodon)
        let room = connected.room
        let post = try await connected.due()
        try await connected.send()
        try await ConnectAccount(
            connected.website, server: "other.quay.example", userName: "author",
            secret: "p", isConfirmed: true
        ).perform(in: room.organisation, by: .user(room.administrator()))
        try await OrderTakedown(
            placement: room.placement(post), reason: "A family asked", deadline: room.now + 3_600
        ).perform(in: room.organisation, by: .user(room.slt))
        #expect(try await connected.send() == .nothingDue)
        #expect(try await room.taskKinds(of: room.author) == [.takeDown])
    }

    @Test("who connects an account is who runs it, keeps its log-in details, or administers; what signs in is sealed")
    func whoConnects() async throws {
        let connected = try await ConnectedRoom()
        let room = connected.room
        for user in [room.author, room.moderator] {
            await #expect(throws: ActionError.self) {
                try await ConnectAccount(
                    connected.website, server: "www.quay.example", userName: "a", secret: "p"
                ).perform(in: room.organisation, by: .user(user))
            }
        }
        await #expect(throws: ActionError.self, "no real network from a pretended one") {
            try await ConnectAccount(
                connected.website, server: "wordpress.com", userName: "a", secret: "p"
            ).perform(in: room.organisation, by: .user(room.administrator()))
        }
        await #expect(throws: ActionError.self, "another website than the register says") {
            try await ConnectAccount(
                connected.website, server: "www.other.example", userName: "a", secret: "p"
            ).perform(in: room.organisation, by: .user(room.administrator()))
        }
        await #expect(throws: ActionError.self, "it is allowed on the network’s own page") {
            try await ConnectAccount(
                room.facebook, server: "facebook.example", userName: "a", secret: "p"
            ).perform(in: room.organisation, by: .user(room.administrator()))
        }
        let sealed = try #require(try await room.database.sealedConnection(of: connected.website))
        #expect(!sealed.secret.contains(Data("p w d".utf8)))
        try await DisconnectAccount(connected.website).perform(
            in: room.organisation, by: .user(room.administrator()))
        #expect(try await room.database.sealedConnection(of: connected.website) == nil)
    }

    @Test("where the policy has accounts speak one way replies are closed, and a person is asked where none can")
    func repliesClosed() async throws {
        var closed = AccountDetails()
        closed.comments = false
        // LLT names X, and no Mastodon; under another policy an account may be set so
        for (policy, network) in [("LLT", Network.website), ("LLT", .x), ("LINK", .mastodon)] {
            let connected = try await ConnectedRoom(
                policy, network: network, details: policy == "LLT" ? AccountDetails() : closed)
            let post = try await connected.due()
            try await connected.send()
            #expect(connected.networks.posts(on: ConnectedRoom.server).map(\.closesReplies) == [true])
            let asked = try await connected.room.taskKinds(of: connected.room.author)
            #expect(asked == (network == .mastodon ? [.closeReplies] : []))
            if network == .mastodon {
                try await SayRepliesClosed(connected.room.placement(post)).perform(
                    in: connected.room.organisation, by: .user(connected.room.author))
                #expect(try await connected.room.taskKinds(of: connected.room.author).isEmpty)
            }
        }
    }
}
