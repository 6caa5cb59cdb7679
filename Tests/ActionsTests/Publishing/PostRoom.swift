import Actions
import Foundation
import Governance
import Platforms
import PolicySeeds
import Reading
import Store
import Testing

/// One school under one of the five policies, on a real database: people with roles, a small roll, three accounts.
final class PostRoom: Sendable {
    let scratch: Scratch
    let installation: Installation
    let organisation: Organisation
    let school: Identifier<School>
    /// Writes; approves nothing.
    let author: Identifier<User>
    let colleague: Identifier<User>
    let moderator: Identifier<User>
    let slt: Identifier<User>
    let head: Identifier<User>
    /// Under LLT, which names other networks, it is on Instagram.
    let facebook: Identifier<PostingAccount>
    let x: Identifier<PostingAccount>
    let jamie: Identifier<Person>

    init(
        _ policy: String = "LINK", networks: (any NetworkConnector)? = nil, outside: (any WebClient)? = nil,
        mail: any MailCarrier = SMTPCarrier()
    ) async throws {
        scratch = try Scratch()
        installation = try scratch.installation(networks: networks, outside: outside, mail: mail)
        var plan = scratch.plan()
        plan.schools = [.init(name: "Quay School", slug: "quay")]
        plan.policy = try #require(PolicySeeds.bytes(of: policy))
        organisation = try await plan.performFromConsole(in: installation)
        school = try #require(try await organisation.database.schools().first).id
        author = try await organisation.person("Priya Nair", .author, at: school)
        colleague = try await organisation.person("Tom Ashworth", .author, at: school)
        moderator = try await organisation.person("Mo Derry", .moderator, at: school)
        slt = try await organisation.person("Sanjay Mehta", .slt, at: school)
        head = try await organisation.person("Helen Osei", .headteacher, at: school)
        if policy == "LINK" {
            for user in [author, colleague, moderator, slt, head] {
                try await organisation.letSpeak(user, on: scratch.clock.now)
            }
        }
        facebook = try await AddAccount(
            school: school, name: "Quay School", network: policy == "LLT" ? .instagram : .facebook,
            handle: policy == "LLT" ? "@quay.example" : "facebook.com/quay.example"
        ).perform(in: organisation, by: .user(slt))
        x = try await AddAccount(school: school, name: "@quay", network: .x, handle: "@quay")
            .perform(in: organisation, by: .user(slt))
        jamie = try await AddPerson(
            Person(ref: "P1", kind: .pupil, given: "Jamie", family: "Thornton", form: "8B", school: "quay")
        ).perform(in: organisation, by: .console)
        try await AddPerson(
            Person(ref: "P2", kind: .pupil, given: "Marina", family: "Drake", form: "7A", school: "quay")
        ).perform(in: organisation, by: .console)
    }

    var now: Date { scratch.clock.now }

    /// Where a post stands on the school's own account.
    func address(_ post: String = "1") async throws -> String {
        try await database.account(facebook)?.network == .instagram
            ? "https://www.instagram.com/p/\(post)" : "https://facebook.com/quay.example/posts/\(post)"
    }
    var database: OrganisationDatabase { organisation.database }

    /// A draft for Facebook, in three hours' time.
    func draft(_ text: String, links: [String] = [], at accounts: [Identifier<PostingAccount>]? = nil) -> PostDraft {
        PostDraft(
            text: text, links: links, infringesPrivacy: false, publishAt: now + 3 * 3_600,
            places: (accounts ?? [facebook]).map { DraftPlace(account: $0) })
    }

    func start(_ draft: PostDraft, by user: Identifier<User>? = nil) async throws -> Identifier<Post> {
        try await StartPost(school: school, content: draft).perform(in: organisation, by: .user(user ?? author))
    }

    /// Sends the draft as it is.
    @discardableResult
    func send(_ post: Identifier<Post>, by user: Identifier<User>? = nil) async throws -> Sending {
        let version = try #require(try await database.postStory(post)).draft.version
        return try await SendForApproval(post: post, version: version)
            .perform(in: organisation, by: .user(user ?? author))
    }

    @discardableResult
    func approve(_ post: Identifier<Post>, by user: Identifier<User>? = nil) async throws -> Approving {
        let revision = try #require(try await database.postStory(post)?.lastRevision).number
        return try await ApprovePost(post: post, revision: revision)
            .perform(in: organisation, by: .user(user ?? moderator))
    }

    /// Replaces the text of a draft; what is under way is taken back first.
    func rewrite(
        _ post: Identifier<Post>, by user: Identifier<User>? = nil, _ alter: (inout PostDraft) -> Void
    ) async throws {
        try await EditPost(post: post).perform(in: organisation, by: .user(user ?? author))
        let saved = try #require(try await database.postStory(post)).draft
        var content = saved.content
        alter(&content)
        _ = try await SaveDraft(post: post, version: saved.version, content: content)
            .perform(in: organisation, by: .user(user ?? author))
    }

    func state(_ post: Identifier<Post>) async throws -> PlacementState? {
        try await database.postStory(post)?.lastPlaces.first?.placement.state
    }

    func placement(_ post: Identifier<Post>) async throws -> Identifier<Placement> {
        try #require(try await database.postStory(post)?.lastPlaces.first).placement.id
    }

    /// Everything that is due by now.
    func runDue() async throws {
        while try await RunDue().perform(in: organisation) {}
    }

    /// Written, sent, approved, at its time, and published with proof.
    func published(_ text: String = "Sports day is on Friday. Bring water.") async throws -> Identifier<Post> {
        let post = try await start(draft(text))
        try await send(post)
        try await approve(post)
        scratch.pass(3 * 3_600)
        try await runDue()
        _ = try await PublishByHand(
            placement: placement(post), proof: ProofGiven(address: address())
        ).perform(in: organisation, by: .user(author))
        return post
    }

    /// The findings that stand in the way of the draft at its first place.
    func findings(_ post: Identifier<Post>) async throws -> [Finding] {
        let content = try #require(try await database.postStory(post)).draft.content
        return try await CheckDraft(content: content, post: post).perform(in: organisation).first?.standing ?? []
    }

    func kinds(_ post: Identifier<Post>) async throws -> [Event.Kind] {
        try await database.timeline(of: RecordSubject(.post, post)).map(\.kind)
    }

    func taskKinds(of user: Identifier<User>) async throws -> Set<NewTask.Kind> {
        // Reading the policy is asked of everyone, and no task of a post.
        Set(try await database.tasks(of: user).map(\.kind).filter { !$0.rawValue.hasPrefix("handbook.") })
    }
}

let cleanText = "Sports day is on Friday. Bring water and a hat."
let shortLink = "https://bit.ly/quay-boats"

extension Organisation {
    /// Authority to speak for every school, for a year.
    func letSpeak(_ user: Identifier<User>, on now: Date) async throws {
        try await GiveAuthority(
            to: user, at: nil, until: Day(of: now).adding(days: 365), why: "News of the school"
        ).perform(in: self, by: .console)
    }
}
