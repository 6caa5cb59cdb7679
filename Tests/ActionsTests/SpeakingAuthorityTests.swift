import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

/// CON-07: nobody speaks for the school without a manager's leave, until its day.
@Suite struct SpeakingAuthorityTests {
    @Test func anAuthorWithoutItOnlyProposes() async throws {
        let room = try await PostRoom()
        let stranger = try await room.organisation.person("Ruth Calder", .author, at: room.school)
        let post = try await room.start(room.draft(cleanText), by: stranger)
        guard case .sent = try await room.send(post, by: stranger) else {
            Issue.record("it could not be sent")
            return
        }
        guard case .refused(let places) = try await room.approve(post) else {
            Issue.record("it went out without a release")
            return
        }
        let held = try #require(places.flatMap(\.stopping).first)
        #expect(held.code == "authority_missing" && held.severity == .hold && held.clause == "4.4")
        #expect(held.says == "Ruth Calder has no authority to speak for the school.")
        await #expect(throws: ActionError.self) {
            try await ReleaseFinding(post: post, finding: held.key, reason: "Mine")
                .perform(in: room.organisation, by: .user(stranger))
        }
        try await ReleaseFinding(post: post, finding: held.key, reason: "Read it; fine for today")
            .perform(in: room.organisation, by: .user(room.slt))
        guard case .approved = try await room.approve(post) else {
            Issue.record("a release does not let it go")
            return
        }
    }

    /// What was let go is these words, and no others.
    @Test func aReleaseCountsForTheWordsThatWereRead() async throws {
        let room = try await PostRoom()
        let stranger = try await room.organisation.person("Ruth Calder", .author, at: room.school)
        let post = try await room.start(room.draft(cleanText), by: stranger)
        try await room.send(post, by: stranger)
        let held = try #require(
            try await CheckDraft(content: room.draft(cleanText), post: post).perform(in: room.organisation)
                .first?.standing.first)
        try await ReleaseFinding(post: post, finding: held.key, reason: "Read it; fine for today")
            .perform(in: room.organisation, by: .user(room.slt))
        try await room.rewrite(post, by: stranger) { $0.text = "Quite another thing is on Friday." }
        try await room.send(post, by: stranger)
        guard case .refused = try await room.approve(post) else {
            Issue.record("other words went out under the release")
            return
        }
    }

    @Test func itEndsWithItsDayAndItsManagerIsAskedBefore() async throws {
        let room = try await PostRoom()
        let stranger = try await room.organisation.person("Ruth Calder", .author, at: room.school)
        let today = Day(of: room.now)
        let authority = try await GiveAuthority(
            to: stranger, at: room.school, until: today.adding(days: 40), why: "Keeping safe online"
        ).perform(in: room.organisation, by: .user(room.head))
        let draft = room.draft(cleanText)
        let codes = {
            try await CheckDraft(content: draft, by: stranger).perform(in: room.organisation).first?.standing
                .map(\.code)
        }
        #expect(try await codes() == [])
        room.scratch.pass(11 * 86_400)
        try await room.runDue()
        #expect(try await room.taskKinds(of: room.slt).contains(.renewAuthority))
        let news = try await room.database.home(
            of: stranger, decidingWith: nil, writes: false, mostNews: 9, mostPosts: 0
        ).news
        #expect(news.contains { $0.says.contains("ends on \(today.adding(days: 40).inWords)") })
        room.scratch.pass(30 * 86_400)
        try await room.runDue()
        #expect(try await !room.taskKinds(of: room.slt).contains(.renewAuthority))
        #expect(try await codes() == ["authority_ended"])
        let kinds = try await room.database.timeline(of: RecordSubject(.user, stranger)).map(\.kind)
        #expect(kinds.contains(.authorityEnding) && kinds.contains(.authorityEnded))
        await #expect(throws: ActionError.self) {
            try await TakeBackAuthority(authority, why: "Too late").perform(
                in: room.organisation, by: .user(room.head))
        }
    }

    @Test func givingItAnewClosesTheTask() async throws {
        let room = try await PostRoom()
        let stranger = try await room.organisation.person("Ruth Calder", .author, at: room.school)
        let today = Day(of: room.now)
        for days in [40, 400] {
            try await GiveAuthority(
                to: stranger, at: room.school, until: today.adding(days: days), why: "Keeping safe online"
            ).perform(in: room.organisation, by: .user(room.head))
            room.scratch.pass(11 * 86_400)
            try await room.runDue()
            #expect(try await room.taskKinds(of: room.slt).contains(.renewAuthority) == (days == 40))
        }
        room.scratch.pass(60 * 86_400)
        try await room.runDue()
        #expect(try await !room.taskKinds(of: room.slt).contains(.renewAuthority))
    }

    @Test func itWaitsForTheTrainingItAsksFor() async throws {
        let room = try await PostRoom()
        let stranger = try await room.organisation.person("Ruth Calder", .author, at: room.school)
        let course = try await AddCourse(name: "Speaking for the school", months: 1)
            .perform(in: room.organisation, by: .user(room.slt))
        try await GiveAuthority(
            to: stranger, at: room.school, until: Day(of: room.now).adding(days: 300), after: course,
            why: "Keeping safe online"
        ).perform(in: room.organisation, by: .user(room.head))
        let state = { try await room.database.speakingStanding().state(of: stranger, at: room.school) }
        #expect(try await state() == .untrained(course))
        try await RecordTraining([stranger], course: course, on: Day(of: room.now))
            .perform(in: room.organisation, by: .user(room.slt))
        #expect(try await state() == .holds(until: Day(of: room.now).adding(days: 300)))
        room.scratch.pass(40 * 86_400)
        #expect(try await state() == .untrained(course))
    }

    @Test func aManagerGivesItAndNobodyElseAndNeverToThemselves() async throws {
        let room = try await PostRoom()
        let give = { (to: Identifier<User>, by: Actor) in
            try await GiveAuthority(
                to: to, at: room.school, until: Day(of: room.now).adding(days: 30), why: "Keeping safe online"
            ).perform(in: room.organisation, by: by)
        }
        for nobody in [Actor.user(room.author), .user(room.moderator), .visitor] {
            await #expect(throws: ActionError.self) { try await give(room.colleague, nobody) }
        }
        await #expect(throws: ActionError.self) { try await give(room.slt, .user(room.slt)) }
        _ = try await give(room.slt, .user(room.head))
        for days in [-1, 800] {
            await #expect(throws: ActionError.self) {
                try await GiveAuthority(
                    to: room.author, at: room.school, until: Day(of: room.now).adding(days: days), why: "Why not"
                ).perform(in: room.organisation, by: .user(room.head))
            }
        }
    }

    /// What was approved while it held, and comes to its time after it was taken back, goes nowhere.
    @Test func whatIsScheduledStopsOnceItIsTakenBack() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        try await room.approve(post)
        let authority = try #require(try await room.database.speakingStanding().authorities(of: room.author).first)
        try await TakeBackAuthority(authority.id, why: "Moved to another post")
            .perform(in: room.organisation, by: .user(room.head))
        room.scratch.pass(3 * 3_600)
        try await room.runDue()
        #expect(try await room.state(post) == .stopped)
    }

    @Test func whoeverIsShutOutSpeaksForNobody() async throws {
        let room = try await PostRoom()
        try await EndUser(user: room.author, why: "Left").perform(in: room.organisation, by: .console)
        let authority = try #require(try await room.database.speakingStanding().authorities(of: room.author).first)
        #expect(authority.takenBack == "Left")
        let kinds = try await room.database.timeline(of: RecordSubject(.user, room.author)).map(\.kind)
        #expect(kinds.contains(.authorityTakenBack))
    }

    @Test(arguments: ["LLT", "DSAT", "PEN", "DHL"]) func otherPoliciesAskForNone(_ policy: String) async throws {
        let room = try await PostRoom(policy)
        let post = try await room.start(room.draft(cleanText))
        #expect(try await room.findings(post).allSatisfy { !$0.code.hasPrefix("authority") })
        await #expect(throws: ActionError.self) {
            try await GiveAuthority(
                to: room.author, at: room.school, until: Day(of: room.now).adding(days: 30), why: "Why not"
            ).perform(in: room.organisation, by: .user(room.head))
        }
    }
}
