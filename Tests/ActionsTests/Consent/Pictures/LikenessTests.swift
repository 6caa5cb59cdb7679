import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite("A picture that looks like one that must not exist") struct LikenessTests {
    /// Quay School, at which a picture is ended, and Mill School of the same organisation.
    private struct Two {
        let room: PostRoom
        let mill: Identifier<School>
        let account: Identifier<PostingAccount>
        let author: Identifier<User>
        let moderator: Identifier<User>
        let head: Identifier<User>

        init() async throws {
            room = try await PostRoom("PEN")
            let made = room.organisation
            try await AddSchool(name: "Mill School", slug: "mill").perform(in: made, by: .console)
            mill = try await made.school(slug: "mill").id
            _ = try await StateNoPupils(at: mill, why: "It opens next year")
                .perform(in: made, by: .user(room.administrator()))
            author = try await made.person("Una Byrne", .author, at: mill)
            moderator = try await made.person("Max Lowe", .moderator, at: mill)
            head = try await made.person("Ama Boakye", .headteacher, at: mill)
            account = try await AddAccount(
                school: mill, name: "Mill School", network: .facebook, handle: "facebook.com/mill.example"
            ).perform(in: made, by: .user(head))
        }

        func draft() async throws -> Identifier<Post> {
            try await StartPost(school: mill, content: room.draft(cleanText, at: [account]))
                .perform(in: room.organisation, by: .user(author))
        }

        /// A post of Mill School with the picture, its author having answered for it.
        func pictured(_ file: String) async throws -> (Identifier<Post>, Identifier<StoredPicture>) {
            let post = try await draft()
            let picture = try await AddPicture(post: post, bytes: pictureFile(file))
                .perform(in: room.organisation, by: .user(author)).picture
            try await DescribePicture(
                post: post, description: DraftPicture(picture, people: [], alt: "Bunting at the quay")
            ).perform(in: room.organisation, by: .user(author))
            try await JudgePicture(post: post, picture: picture, ticked: PictureJudgement.questions.count)
                .perform(in: room.organisation, by: .user(author))
            return (post, picture)
        }

        func approve(_ post: Identifier<Post>, judged: Identifier<StoredPicture>) async throws {
            _ = try await ApprovePost(post: post, revision: 1, judged: [judged])
                .perform(in: room.organisation, by: .user(moderator))
        }

        /// Ended at Quay School by somebody.
        func endAtQuay(by user: Identifier<User>) async throws {
            let post = try await room.start(room.draft("The regatta is on Friday."))
            let picture = try await room.add("bunting.jpg", to: post)
            try await DestroyPicture(post: post, picture: picture).perform(in: room.organisation, by: .user(user))
        }

        func publish(_ post: Identifier<Post>) async throws -> Publishing {
            try await PublishByHand(
                placement: room.placement(post),
                proof: ProofGiven(address: "https://facebook.com/mill.example/posts/\(post)")
            ).perform(in: room.organisation, by: .user(author))
        }
    }

    @Test("at another school is ended by nobody’s author there: it waits until a person has looked, and goes on")
    func elsewhere() async throws {
        let two = try await Two()
        let room = two.room
        var posts: [(post: Identifier<Post>, picture: Identifier<StoredPicture>)] = []
        for _ in 0..<3 {
            let made = try await two.pictured("bunting-small.png")
            try await room.send(made.0, by: two.author)
            posts.append(made)
        }
        try await two.approve(posts[0].post, judged: posts[0].picture)
        try await two.approve(posts[1].post, judged: posts[1].picture)
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        #expect(try await two.publish(posts[0].post) == .published)
        let (late, picture) = try await two.pictured("bunting-small.png")
        try await room.send(late, by: two.author)

        try await two.endAtQuay(by: room.author)
        #expect(try await room.state(posts[0].post) == .published, "what is out there is their school's")
        #expect(try await room.state(posts[1].post) == .ready)
        #expect(try await room.state(late) == .waiting)
        #expect(try await room.openTasks(.lookAtLikeness).allSatisfy { $0 == "role moderator" })
        #expect(try await room.taskKinds(of: two.moderator).contains(.lookAtLikeness))
        await #expect(throws: ActionError.self) { try await two.approve(late, judged: picture) }
        let against = try await LookBeforePublishing(room.placement(posts[1].post))
            .perform(in: room.organisation, by: .user(two.author))
        #expect(!against.says.isEmpty && against.passes, "it waits, and is not stopped")

        for user in [two.author, room.head] {
            await #expect(throws: ActionError.self) {
                try await LetPicturePass(post: late, picture: picture).perform(in: room.organisation, by: .user(user))
            }
        }
        for held in posts + [(late, picture)] {
            try await LetPicturePass(post: held.0, picture: held.1)
                .perform(in: room.organisation, by: .user(two.moderator))
        }
        #expect(try await room.openTasks(.lookAtLikeness).isEmpty)
        try await two.approve(late, judged: picture)
        #expect(try await room.state(late) == .scheduled)
        #expect(try await two.publish(posts[1].post) == .published)
    }

    @Test("and is out at another school comes down when somebody ends it who is headteacher there too")
    func orderedByTheirs() async throws {
        let two = try await Two()
        let (post, picture) = try await two.pictured("bunting.jpg")
        try await two.room.send(post, by: two.author)
        try await two.approve(post, judged: picture)
        two.room.scratch.pass(3 * 3_600)
        try await two.room.runDue()
        #expect(try await two.publish(post) == .published)
        let both = try await two.room.organisation.person("Bo Reed", .headteacher)
        try await two.endAtQuay(by: both)
        #expect(try await two.room.state(post) == .ordered)
    }

    @Test("is taken in at another school, and waits for a person; one that was let pass goes out")
    func takenIn() async throws {
        let two = try await Two()
        try await two.endAtQuay(by: two.room.author)
        let (post, picture) = try await two.pictured("bunting.jpg")
        #expect(try await two.room.taskKinds(of: two.moderator).contains(.lookAtLikeness))
        #expect(try await two.room.database.news(to: two.author).contains { $0.says.contains("must not exist") })
        try await two.room.send(post, by: two.author)
        await #expect(throws: ActionError.self) { try await two.approve(post, judged: picture) }
        try await LetPicturePass(post: post, picture: picture)
            .perform(in: two.room.organisation, by: .user(two.moderator))
        try await two.approve(post, judged: picture)
        #expect(try await two.room.state(post) == .scheduled)
    }

    @Test("is let in again by the headteacher of its school, the very same file never")
    func letIn() async throws {
        let room = try await PostRoom("PEN")
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add("bunting.jpg", to: post)
        try await DestroyPicture(post: post, picture: picture).perform(in: room.organisation, by: .user(room.author))
        await #expect(throws: ActionError.self) { try await room.add("bunting-small.png", to: post) }
        for user in [room.author, room.moderator] {
            await #expect(throws: ActionError.self) {
                try await LetLikesIn(picture).perform(in: room.organisation, by: .user(user))
            }
        }
        try await LetLikesIn(picture).perform(in: room.organisation, by: .user(room.head))
        try await room.add("bunting-small.png", to: post)
        await #expect(throws: ActionError.self) { try await room.add("bunting.jpg", to: post) }
        #expect(try await room.database.endedPictures().map(\.likesLetInAt) == [room.now])
        try await LetLikesIn(picture, isLetIn: false).perform(in: room.organisation, by: .user(room.head))
        await #expect(throws: ActionError.self) { try await room.add("bunting-small.png", to: post) }
    }

    @Test("is of the same shape, and one of another shape is not like it") func shapes() {
        let looks = { (width: Int, height: Int, digest: String?) in
            PictureLooks(fingerprint: "0123456789abcdef", width: width, height: height, digest: digest)
        }
        #expect(looks(640, 480, nil).isLike(looks(1_601, 1_200, nil)))
        #expect(!looks(640, 480, nil).isLike(looks(480, 640, nil)))
        #expect(!looks(640, 480, nil).isLike(looks(640, 500, nil)))
        let plain = PictureLooks(fingerprint: "0000000000000000", width: 8, height: 8, digest: "a")
        #expect(plain.isLike(plain) && plain.isSameFile(as: plain))
        #expect(!looks(8, 8, nil).isSameFile(as: looks(8, 8, nil)))
    }
}
