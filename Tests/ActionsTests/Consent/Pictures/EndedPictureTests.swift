import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite("A picture that must not be") struct EndedPictureTests {
    @Test(
        "what was destroyed or locked is not taken in again, also in another size and file; others are",
        arguments: [true, false])
    func notAgain(isLocked: Bool) async throws {
        let room = try await PostRoom("PEN")
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add("bunting.jpg", to: post)
        if isLocked {
            try await SealPictureAway(post: post, picture: picture)
                .perform(in: room.organisation, by: .user(room.author))
        } else {
            try await DestroyPicture(post: post, picture: picture)
                .perform(in: room.organisation, by: .user(room.author))
        }
        let kept = room.pictureFiles.count
        for file in ["bunting.jpg", "bunting-small.png"] {
            await #expect(throws: ActionError.self, "\(file)") { try await room.add(file, to: post) }
        }
        #expect(room.pictureFiles.count == kept)
        try await room.add("boat.png", to: post)
    }

    @Test("the same picture in another post is stopped and ordered down with it", arguments: [true, false])
    func lookalikes(isLocked: Bool) async throws {
        let room = try await PostRoom("PEN")
        let bad = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add("bunting.jpg", to: bad)
        var posts: [Identifier<Post>] = []
        for file in ["bunting-small.png", "bunting.jpg", "boat.png"] {
            let post = try await room.start(room.draft(cleanText))
            let same = try await room.add(file, to: post)
            try await room.describe(same, of: post)
            try await room.send(post)
            _ = try await ApprovePost(post: post, revision: 1, judged: [same])
                .perform(in: room.organisation, by: .user(room.moderator))
            posts.append(post)
        }
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        _ = try await PublishByHand(
            placement: room.placement(posts[0]), proof: ProofGiven(address: "https://facebook.com/quay.example/posts/1")
        ).perform(in: room.organisation, by: .user(room.author))
        if isLocked {
            try await SealPictureAway(post: bad, picture: picture)
                .perform(in: room.organisation, by: .user(room.author))
        } else {
            try await DestroyPicture(post: bad, picture: picture)
                .perform(in: room.organisation, by: .user(room.author))
        }
        #expect(try await room.state(posts[0]) == .ordered)
        #expect(try await room.database.postStory(posts[0])?.places.first?.takedown?.deadline == room.now + 3_600)
        #expect(try await room.state(posts[1]) == .stopped)
        #expect(try await room.state(posts[2]) == .ready)
        #expect(try await room.pictures(posts[0]).allSatisfy { $0.state == .ready }, "alike is not the same")
        #expect(
            try await room.database.news(to: room.author).contains { $0.says.contains("end the picture there too") })
    }

    @Test("destroyed, it is gone from disk, draft and queue; senior leaders are told where the policy says so")
    func destroyed() async throws {
        let room = try await PostRoom("PEN")
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add(to: post)
        try await room.describe(picture, of: post)
        guard case .sent = try await room.send(post) else { return #expect(Bool(false), "refused") }
        try await DestroyPicture(post: post, picture: picture).perform(in: room.organisation, by: .user(room.moderator))
        #expect(room.pictureFiles.isEmpty)
        #expect(try await room.state(post) == .returned)
        let story = try #require(try await room.database.postStory(post))
        #expect(story.draft.content.pictures.isEmpty && story.pictures[0].state == .destroyed)
        let told = try await room.database.news(to: room.slt).filter { $0.kind == .pictureDestroyed }
        #expect(told.count == 1 && told[0].says.contains("Use of images"))
    }

    @Test("that may be a crime is locked where it is, and the safeguarding lead is told") func sealedAway() async throws
    {
        let room = try await PostRoom("PEN")
        let lead = try await room.organisation.person("Dot Lead", .dsl, at: room.school)
        let post = try await room.start(room.draft("The regatta is on Friday."))
        let picture = try await room.add(to: post)
        try await SealPictureAway(post: post, picture: picture).perform(in: room.organisation, by: .user(room.author))
        #expect(room.pictureFiles.count == StoredPicture.Size.still.count, "nothing may be deleted")
        await #expect(throws: ActionError.notFound) {
            try await SeePicture(post: post, picture: picture, size: .full).perform(in: room.organisation)
        }
        #expect(try await room.openTasks(.seeToLockedPicture) == ["role dsl"])
        let concern = try #require(
            try await room.database.tasks(of: lead).first { $0.kind == .seeToLockedPicture }?.subject.id)
        #expect(try await room.database.news(to: lead).contains { $0.says.contains("has locked a picture") })
        try await HearConcern(Identifier(concern)).perform(in: room.organisation, by: lead)
        #expect(try await room.openTasks(.seeToLockedPicture) == [])
    }

    @Test("what is ordered down for later comes down within the hour once its picture must not exist")
    func hastened() async throws {
        let room = try await PostRoom("PEN")
        let (post, picture) = try await room.ready()
        let placement = try await room.placement(post)
        _ = try await PublishByHand(
            placement: placement, proof: ProofGiven(address: room.address())
        ).perform(in: room.organisation, by: .user(room.author))
        await #expect(throws: ActionError.self, "nobody orders it down for next year") {
            try await OrderTakedown(placement: placement, reason: "Later", deadline: room.now + 300 * 86_400)
                .perform(in: room.organisation, by: .user(room.author))
        }
        try await OrderTakedown(placement: placement, reason: "Later", deadline: room.now + 20 * 86_400)
            .perform(in: room.organisation, by: .user(room.author))
        try await DestroyPicture(post: post, picture: picture).perform(in: room.organisation, by: .user(room.author))
        let takedown = try #require(try await room.database.postStory(post)?.lastPlaces.first?.takedown)
        #expect(takedown.deadline == room.now + 3_600)
        let task = try #require(try await room.database.tasks(of: room.author).first { $0.kind == .takeDown })
        #expect(task.due == room.now + 3_600)
        room.scratch.pass(3_601)
        try await room.runDue()
        #expect(try await room.taskKinds(of: room.slt).contains(.chaseTakedown))
    }

    @Test(
        "is ended by whoever sees it, also at another school whose account the post goes to", arguments: [true, false])
    func elsewhere(isLocked: Bool) async throws {
        let room = try await PostRoom("PEN")
        let boss = try await room.organisation.person("Ada Boss", .administrator, .author)
        let mill = try await AddSchool(name: "Mill School").perform(in: room.organisation, by: .user(boss))
        let theirs = try await AddAccount(school: mill, name: "Mill", network: .facebook, handle: "facebook.com/mill")
            .perform(in: room.organisation, by: .user(boss))
        _ = try await StateNoPupils(at: mill, why: "It opens next year")
            .perform(in: room.organisation, by: .user(boss))
        let senior = try await room.organisation.person("Una Mill", .slt, at: mill)
        let post = try await StartPost(
            school: room.school, content: room.draft(cleanText, at: [room.facebook, theirs])
        )
        .perform(in: room.organisation, by: .user(boss))
        let picture = try await AddPicture(post: post, bytes: pictureFile("quay.jpg"))
            .perform(in: room.organisation, by: .user(boss)).picture
        let end = {
            if isLocked {
                try await SealPictureAway(post: post, picture: picture)
                    .perform(in: room.organisation, by: .user(senior))
            } else {
                try await DestroyPicture(post: post, picture: picture)
                    .perform(in: room.organisation, by: .user(senior))
            }
        }
        await #expect(throws: ActionError.notFound, "a draft is read by those who write for its school") {
            try await end()
        }
        try await DescribePicture(
            post: post, description: DraftPicture(picture, people: [], alt: "A boat at the quay")
        ).perform(in: room.organisation, by: .user(boss))
        try await JudgePicture(post: post, picture: picture, ticked: PictureJudgement.questions.count)
            .perform(in: room.organisation, by: .user(boss))
        guard case .sent = try await room.send(post, by: boss) else { return #expect(Bool(false), "refused") }
        try await end()
        #expect(try await room.pictures(post).first?.state == (isLocked ? .sealedAway : .destroyed))
    }
}
