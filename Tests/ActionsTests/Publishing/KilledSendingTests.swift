import Foundation
import Governance
import Platforms
import PolicySeeds
import Reading
import RealServers
import Store
import Testing

@testable import Actions

/// The program is killed at random moments while it publishes to a real WordPress: no post is lost, none is there twice, and
/// so are the pictures, of which every tenth post has one. How many posts, `CHAPERONE_KILLED_POSTS` says; 40 when it does not.
@Suite
struct KilledSendingTests {
    @Test(.timeLimit(.minutes(180))) func noneIsLostAndNoneIsThereTwice() async throws {
        let count = ProcessInfo.processInfo.environment["CHAPERONE_KILLED_POSTS"].flatMap { Int($0) } ?? 40
        let server = try RealServer.wordPress.get()
        let scratch = try Scratch()
        let sent = try await waiting(count, server, scratch)
        let pictures = (count + 9) / 10
        let installation = try Installation(data: scratch.folder, passwordRounds: 1 << 4)
        let organisation = try await installation.organisation("harbour-view")
        let begun = ContinuousClock.now
        var kills = 0
        let patience = Duration.seconds(1_000 + 8 * count)
        while try await organisation.database.nextDispatch() != nil, begun.duration(to: .now) < patience {
            let isLast = kills > count
            let life = Duration.milliseconds(isLast ? 60_000 : Int.random(in: 700...2_500))
            try await launched(
                [
                    "serve", "--data", scratch.folder.path, "--port", "\(18_000 + Int.random(in: 0..<9_000))",
                    "--allow-inside", "127.0.0.1",
                ], killedAfter: life)
            kills += 1
        }
        let there = try await seen(on: server["address"], count)
        let states = try await withThrowingTaskGroup(of: PlacementState?.self) { group in
            for post in sent {
                group.addTask { try await organisation.database.postStory(post)?.lastPlaces.first?.placement.state }
            }
            return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        print("\(count) posts, \(kills) kills, \(begun.duration(to: .now))")
        #expect(states == [.published: count])
        #expect(there.count == count, "\(there.count) are there")
        #expect(Set(there.map(\.title)).count == count, "one is there twice")
        #expect(there.count(where: \.hasPicture) == pictures, "a post is there without its picture")
        #expect(try await uploads(of: there, on: server["address"]) == pictures, "a picture is there twice")
        #expect(
            try RecordVerification.of(
                scratch.folder.appendingPathComponent("organisations/harbour-view/record.sqlite")
            ).faults == [])
        withExtendedLifetime(scratch) {}
    }

    /// So many approved posts whose time has come, on an account that is connected.
    private func waiting(_ count: Int, _ server: RealServer, _ scratch: Scratch) async throws -> [Identifier<Post>] {
        let ahead = Clock { Date() - 4 * 3_600 }
        let installation = try Installation(
            data: scratch.folder, clock: ahead, passwordRounds: 1 << 4,
            web: PatientWebClient(), pictures: pictureProgram)
        var plan = scratch.plan()
        plan.schools = [.init(name: "Quay School", slug: "quay")]
        plan.policy = try #require(PolicySeeds.bytes(of: "LINK"))
        let organisation = try await plan.performFromConsole(in: installation)
        let school = try #require(try await organisation.database.schools().first).id
        let author = try await organisation.person("Priya Nair", .author, at: school)
        let moderator = try await organisation.person("Mo Derry", .moderator, at: school)
        for user in [author, moderator] { try await organisation.letSpeak(user, on: ahead.now) }
        let ida = try await organisation.user(email: "ida@school.example").id
        try await AddPerson(
            Person(ref: "P1", kind: .pupil, given: "Jamie", family: "Thornton", form: "8B", school: "quay")
        ).perform(in: organisation, by: .console)
        let website = try await AddAccount(
            school: school, name: "Website", network: .website, handle: server["address"]
        ).perform(in: organisation, by: .user(ida))
        try await ConnectAccount(website, server: server["address"], userName: "author", secret: server["author"])
            .perform(in: organisation, by: .user(ida))
        var posts: [Identifier<Post>] = []
        for number in 0..<count {
            let draft = PostDraft(
                text: "Killed number \(number)\n\nSports day is on Friday. Bring water and a hat.",
                infringesPrivacy: false, publishAt: ahead.now + 3_600, places: [DraftPlace(account: website)])
            let post = try await StartPost(school: school, content: draft)
                .perform(in: organisation, by: .user(author))
            if number % 10 == 0 { try await addPicture(to: post, by: author, in: organisation) }
            let version = try #require(try await organisation.database.postStory(post)).draft.version
            guard
                case .sent = try await SendForApproval(post: post, version: version)
                    .perform(in: organisation, by: .user(author))
            else {
                Issue.record("It was not sent")
                continue
            }
            let judged = Set(try await organisation.database.postStory(post)?.pictures.map(\.id) ?? [])
            let approving = try await ApprovePost(post: post, revision: 1, judged: judged)
                .perform(in: organisation, by: .user(moderator))
            guard case .approved = approving else {
                Issue.record("It was not approved: \(approving)")
                break
            }
            posts.append(post)
        }
        // their time has come; the programs that are killed have only to send
        let now = try Installation(data: scratch.folder, passwordRounds: 1 << 4)
        let later = try await now.organisation("harbour-view")
        while try await RunDue().perform(in: later) {}
        return posts
    }

    private func addPicture(
        to post: Identifier<Post>, by author: Identifier<User>, in organisation: Organisation
    ) async throws {
        let picture = try await AddPicture(post: post, bytes: pictureFile("quay.jpg"))
            .perform(in: organisation, by: .user(author)).picture
        try await DescribePicture(post: post, description: DraftPicture(picture, people: [], alt: "A boat at the quay"))
            .perform(in: organisation, by: .user(author))
        try await JudgePicture(post: post, picture: picture, ticked: PictureJudgement.questions.count)
            .perform(in: organisation, by: .user(author))
    }

    private struct Seen {
        let id: Int
        let title: String
        let hasPicture: Bool
    }

    /// All that readers see there.
    private func seen(on address: String, _ count: Int) async throws -> [Seen] {
        var seen: [Seen] = []
        for page in 1...(count / 100 + 1) {
            seen += try await list("posts&search=Killed&page=\(page)", on: address).compactMap { post in
                guard let id = post["id"] as? Int, let title = (post["title"] as? [String: Any])?["rendered"] as? String
                else { return nil }
                return Seen(id: id, title: title, hasPicture: (post["featured_media"] as? Int ?? 0) != 0)
            }
        }
        return seen
    }

    /// How many pictures belong to these posts there.
    private func uploads(of posts: [Seen], on address: String) async throws -> Int {
        var uploads = 0
        for start in stride(from: 0, to: posts.count, by: 50) {
            let parents = posts[start..<min(start + 50, posts.count)].map { "\($0.id)" }.joined(separator: ",")
            uploads += try await list("media&parent=\(parents)", on: address).count
        }
        return uploads
    }

    /// One page of a list; empty past the last.
    private func list(_ what: String, on address: String) async throws -> [[String: Any]] {
        let list = "\(address)/?rest_route=/wp/v2/\(what)&per_page=100"
        let answer = try await PatientWebClient().answer(to: WebRequest(list, .get, most: 8 << 20))
        return try JSONSerialization.jsonObject(with: answer.body) as? [[String: Any]] ?? []
    }
}
