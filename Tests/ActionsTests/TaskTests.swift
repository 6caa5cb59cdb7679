import Actions
import Foundation
import Governance
import Reading
import Store
import Testing

@Suite struct TaskTests {
    private let kind = NewTask.Kind("publishing.decide-post")
    private let subject = RecordSubject(.init("post"), "p1")

    private func open(_ task: NewTask, in organisation: Organisation) async throws {
        try await organisation.database.change(by: .schedule) { _ in
            Recorded(Event(.backedUp, subject), tasks: [.open(task)])
        }
    }

    @Test func aRoleAtASchoolIsAskedThereAndNowhereElse() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let schools = try await organisation.database.schools().map(\.id)
        let here = try await organisation.person("Ann Bell", .moderator, at: schools[0])
        let there = try await organisation.person("Ben Cole", .moderator, at: schools[1])
        let everywhere = try await organisation.person("Cat Dow", .moderator)
        try await open(NewTask(kind, subject, for: .role(.moderator, at: schools[0]), rule: "ours"), in: organisation)
        #expect(try await organisation.database.tasks(of: here).count == 1)
        #expect(try await organisation.database.tasks(of: there).isEmpty)
        #expect(try await organisation.database.tasks(of: everywhere).count == 1)
    }

    @Test func thereIsOneTaskPerDutyAndSubject() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let user = try await organisation.person("Ann Bell")
        for _ in 1...2 { try await open(NewTask(kind, subject, for: .user(user), rule: "ours"), in: organisation) }
        #expect(try await organisation.database.tasks(of: user).count == 1)
        try await organisation.database.change(by: .schedule) { [kind, subject] _ in
            Recorded(Event(.backedUp, subject), tasks: [.close(kind, subject)])
        }
        #expect(try await organisation.database.tasks(of: user).isEmpty)
        try await open(NewTask(kind, subject, for: .user(user), rule: "ours"), in: organisation)
        #expect(try await organisation.database.tasks(of: user).count == 1)
    }

    @Test func whomItIsAboutNeverSeesItNotEvenAsADeputy() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let head = try await organisation.person("Ann Bell", .headteacher)
        let subject = try await organisation.person("Ben Cole", .headteacher)
        try await NameDeputy(
            absent: head, deputy: subject, from: scratch.clock.now, until: scratch.clock.now + 3600
        ).perform(in: organisation, by: .user(head))
        try await open(
            NewTask(kind, self.subject, for: .role(.headteacher, at: nil), rule: "ours", hiddenFrom: [subject]),
            in: organisation)
        #expect(try await organisation.database.tasks(of: head).count == 1)
        #expect(try await organisation.database.tasks(of: subject).isEmpty)
    }

    @Test func aDeputyGetsWhatTheAbsentWouldWhileItLasts() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let head = try await organisation.person("Ann Bell", .headteacher)
        let deputy = try await organisation.person("Ben Cole")
        try await open(NewTask(kind, subject, for: .user(head), rule: "ours"), in: organisation)
        try await open(
            NewTask(kind, RecordSubject(.init("post"), "p2"), for: .role(.headteacher, at: nil), rule: "ours"),
            in: organisation)
        try await NameDeputy(
            absent: head, deputy: deputy, from: scratch.clock.now + 60, until: scratch.clock.now + 120
        ).perform(in: organisation, by: .user(head))
        #expect(try await organisation.database.tasks(of: deputy).isEmpty)
        scratch.pass(60)
        #expect(try await organisation.database.tasks(of: deputy).count == 2)
        scratch.pass(60)
        #expect(try await organisation.database.tasks(of: deputy).isEmpty)
    }

    @Test func theMostUrgentComesFirstAndAClaimIsSeenByTheOthers() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let one = try await organisation.person("Ann Bell", .moderator)
        let other = try await organisation.person("Ben Cole", .moderator)
        for (id, due) in [("later", 200.0), ("soon", 100), ("whenever", nil)] {
            try await open(
                NewTask(
                    kind, RecordSubject(.init("post"), id), for: .role(.moderator, at: nil),
                    due: due.map { scratch.clock.now + $0 }, rule: "ours"), in: organisation)
        }
        let tasks = try await organisation.database.tasks(of: one)
        #expect(tasks.map(\.subject.id) == ["soon", "later", "whenever"])
        try await ClaimTask(task: tasks[0].id).perform(in: organisation, by: one)
        #expect(try await organisation.database.tasks(of: other)[0].claimedBy == one)
        await #expect(throws: ActionError.conflict("Ann Bell has taken this already")) {
            try await ClaimTask(task: tasks[0].id).perform(in: organisation, by: other)
        }
        try await ReturnTask(task: tasks[0].id).perform(in: organisation, by: one)
        try await ClaimTask(task: tasks[0].id).perform(in: organisation, by: other)
        let stranger = try await organisation.person("Cat Dow")
        await #expect(throws: ActionError.notFound) {
            try await ClaimTask(task: tasks[1].id).perform(in: organisation, by: stranger)
        }
    }

    @Test func noticesReachTheirReaderAndAreRead() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let user = try await organisation.person("Ann Bell")
        try await organisation.database.change(by: .schedule) { [subject] _ in
            Recorded(
                Event(.backedUp, subject),
                notices: [NewNotice(to: user, .init("publishing.post-returned"), subject, says: "Returned.")])
        }
        #expect(try await organisation.database.news(to: user).count == 1)
        #expect(try await organisation.database.news(to: user).map(\.says) == ["Returned."])
        try await organisation.readNotices(of: user)
        #expect(try await organisation.database.news(to: user).count == 0)
    }
}
