import Actions
import Foundation
import Governance
import Reading
import Testing

/// Two schools whose policy binds employees and asks of them, and of those who lead, what these carriers say.
func trainingRoom(
    _ duties: String = "- duty: handbook.train\n          - duty: handbook.offer-training"
) async throws -> (Scratch, Organisation, quay: Identifier<School>, mill: Identifier<School>) {
    let scratch = try Scratch()
    let organisation = try await scratch.organisation()
    let quay = try await organisation.school(slug: "quay").id
    let mill = try await organisation.school(slug: "mill").id
    let text = String(decoding: smallPolicy, as: UTF8.self).replacing("TEST", with: "TRAIN")
        .replacing(
            "nation: england\n", with: "nation: england\nbinds:\n  - { who: [employee], as: full, at: \"1\" }\n"
        )
        .replacing("- told:", with: "\(duties)\n          - told:")
        .replacing("          - told: { place", with: "      - told: { place").replacing(
            "          - ", with: "      - ")
    let id = try await AddPolicyVersion(bytes: [UInt8](text.utf8)).perform(in: organisation, by: .console)
    try await PutPolicyInForce(version: id, why: "A test").perform(in: organisation, by: .console)
    return (scratch, organisation, quay, mill)
}

@Suite struct TrainingTests {
    private func asked(_ user: Identifier<User>, _ organisation: Organisation) async throws -> OpenTask? {
        try await organisation.database.tasks(of: user).first { $0.kind == .beTrained }
    }

    private func today(_ scratch: Scratch) -> Day { Day(of: scratch.clock.now) }

    @Test func whoIsBoundIsAskedUntilTheirTrainingIsOnRecord() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        let author = try await organisation.person("Sam Poe", .author, at: quay)
        let task = try #require(try await asked(author, organisation))
        #expect(task.rule.hasSuffix("do training on social media: section 1"))
        #expect(task.due == Day(of: scratch.clock.now).adding(days: 60).close)
        let course = try await AddCourse(name: "Online safety", months: 12).perform(in: organisation, by: .console)
        #expect(
            try await RecordTraining([author], course: course, on: today(scratch), certificate: " 4471 ")
                .perform(in: organisation, by: .console) == 1)
        #expect(try await asked(author, organisation) == nil)
        let done = try #require(
            try await organisation.database.trainingStanding(of: author).attendances(of: author).first)
        #expect(done.certificate == "4471" && done.until == today(scratch).adding(months: 12)?.adding(days: -1))
        let story = try await organisation.database.timeline(of: RecordSubject(.user, author))
        #expect(story.last?.kind == .trainingRecorded)
    }

    @Test func takenBackItLeavesTimeAndTheTaskFollowsThePolicysWords() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        let author = try await organisation.person("Sam Poe", .author, at: quay)
        let course = try await AddCourse(name: "Online safety", months: 12).perform(in: organisation, by: .console)
        try await RecordTraining([author], course: course, on: today(scratch).adding(days: -355))
            .perform(in: organisation, by: .console)
        let ending = try #require(try await asked(author, organisation)?.due)
        #expect(ending < Acknowledgement.due(after: 20, from: scratch.clock.now))
        let done = try #require(
            try await organisation.database.trainingStanding(of: author).attendances(of: author).first)
        try await TakeBackTraining(attendance: done.id, why: "Somebody else's").perform(in: organisation, by: .console)
        let fresh = try #require(try await asked(author, organisation)?.due)
        #expect(fresh >= Acknowledgement.due(after: 60, from: scratch.clock.now))
        scratch.pass(10 * 86_400)
        let bytes = try await organisation.bytes(of: #require(try await organisation.policyInForce()).version)
        let other = String(decoding: bytes, as: UTF8.self).replacing(
            "title: Social Media Policy", with: "title: Policy on Networks")
        let id = try await AddPolicyVersion(bytes: [UInt8](other.utf8)).perform(in: organisation, by: .console)
        try await PutPolicyInForce(version: id, why: "Another name").perform(in: organisation, by: .console)
        let task = try #require(try await asked(author, organisation))
        #expect(task.rule.hasPrefix("Policy on Networks") && task.due == fresh, "other words, the same day")
        withExtendedLifetime(scratch) {}
    }

    @Test func putOnRecordTwiceItStandsOnce() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        let author = try await organisation.person("Sam Poe", .author, at: quay)
        let course = try await AddCourse(name: "Online safety", months: nil).perform(in: organisation, by: .console)
        let record = RecordTraining([author, author], course: course, on: today(scratch))
        #expect(try await record.perform(in: organisation, by: .console) == 1)
        #expect(try await record.perform(in: organisation, by: .console) == 0)
    }

    @Test func aMonthBeforeItEndsItIsAskedAgainWithThatDay() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        let author = try await organisation.person("Sam Poe", .author, at: quay)
        let course = try await AddCourse(name: "Online safety", months: 3).perform(in: organisation, by: .console)
        let day = today(scratch)
        try await RecordTraining([author], course: course, on: day).perform(in: organisation, by: .console)
        let last = try #require(day.adding(months: 3)?.adding(days: -1))
        scratch.pass(40 * 86_400)
        while try await RunDue().perform(in: organisation) {}
        #expect(try await asked(author, organisation) == nil)
        scratch.pass(30 * 86_400)
        while try await RunDue().perform(in: organisation) {}
        let task = try #require(try await asked(author, organisation))
        #expect(task.due.map { Day(of: $0) } == last)
        #expect(
            try await RecordTraining([author], course: course, on: today(scratch)).perform(
                in: organisation, by: .console) == 1)
        #expect(try await asked(author, organisation) == nil)
    }

    @Test func trainingOfAnotherCourseThanThePolicyNamesDoesNotCount() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom(
            "- duty: handbook.train\n          - setting: { name: training-course, value: Flick }")
        let author = try await organisation.person("Sam Poe", .author, at: quay)
        #expect(try #require(try await asked(author, organisation)).rule.contains("do the training on Flick"))
        let other = try await AddCourse(name: "Online safety", months: nil).perform(in: organisation, by: .console)
        try await RecordTraining([author], course: other, on: today(scratch)).perform(in: organisation, by: .console)
        #expect(try await asked(author, organisation) != nil)
        let flick = try await AddCourse(name: "Social media (flick)", months: nil)
            .perform(in: organisation, by: .console)
        try await RecordTraining([author], course: flick, on: today(scratch)).perform(in: organisation, by: .console)
        #expect(try await asked(author, organisation) == nil)
    }

    @Test func whatWasPutThereByMistakeIsTakenBackAndAskedAgain() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        let author = try await organisation.person("Sam Poe", .author, at: quay)
        let course = try await AddCourse(name: "Online safety", months: nil).perform(in: organisation, by: .console)
        try await RecordTraining([author], course: course, on: today(scratch)).perform(in: organisation, by: .console)
        let done = try #require(
            try await organisation.database.trainingStanding(of: author).attendances(of: author).first)
        await #expect(throws: ActionError.invalid("why", "Say why it is taken back")) {
            try await TakeBackTraining(attendance: done.id, why: " ").perform(in: organisation, by: .console)
        }
        try await TakeBackTraining(attendance: done.id, why: "It was his sister").perform(
            in: organisation, by: .console)
        #expect(try await asked(author, organisation) != nil)
        await #expect(throws: ActionError.notFound) {
            try await TakeBackTraining(attendance: done.id, why: "Again").perform(in: organisation, by: .console)
        }
    }

    @Test func trainingThatIsToComeIsNotPutOnRecord() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        let author = try await organisation.person("Sam Poe", .author, at: quay)
        let course = try await AddCourse(name: "Online safety", months: nil).perform(in: organisation, by: .console)
        await #expect(
            throws: ActionError.invalid("on", "Training is put on record once it is done, not before")
        ) {
            try await RecordTraining([author], course: course, on: today(scratch).adding(days: 1))
                .perform(in: organisation, by: .console)
        }
    }

    @Test func aLeaderKeepsTheRegisterOfTheirOwnSchoolOnly() async throws {
        let (scratch, organisation, quay, mill) = try await trainingRoom()
        let leader = try await organisation.person("Lee Day", .slt, at: quay)
        let theirs = try await organisation.person("Sam Poe", .author, at: quay)
        let others = try await organisation.person("Kim Orr", .author, at: mill)
        let course = try await AddCourse(name: "Online safety", months: nil).perform(in: organisation, by: .console)
        let day = today(scratch)
        try await RecordTraining([theirs], course: course, on: day).perform(in: organisation, by: .user(leader))
        await #expect(throws: ActionError.self) {
            try await RecordTraining([theirs, others], course: course, on: day)
                .perform(in: organisation, by: .user(leader))
        }
        await #expect(throws: ActionError.self) {
            try await ArrangeSession(title: "Talk", audiences: [.staff], school: mill, on: day)
                .perform(in: organisation, by: leader)
        }
        await #expect(throws: ActionError.self) {
            try await AddCourse(name: "Another", months: nil).perform(in: organisation, by: .user(theirs))
        }
    }

    @Test func whatIsOverOrDoesNotFitTheSessionIsNotPutOnRecord() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        let leader = try await organisation.person("Lee Day", .slt, at: quay)
        let author = try await organisation.person("Sam Poe", .author, at: quay)
        let course = try await AddCourse(name: "Online safety", months: nil).perform(in: organisation, by: .console)
        let other = try await AddCourse(name: "First aid", months: nil).perform(in: organisation, by: .console)
        let day = today(scratch)
        let session = try await ArrangeSession(
            title: "Talk", audiences: [.staff], course: course, school: quay, on: day
        ).perform(in: organisation, by: leader)
        for (course, day) in [(other, day), (course, day.adding(days: -1))] {
            await #expect(throws: ActionError.conflict("That is not what was done at this session")) {
                try await RecordTraining([author], course: course, on: day, session: session)
                    .perform(in: organisation, by: .user(leader))
            }
        }
        await #expect(throws: ActionError.self) {
            try await RecordTraining([author], course: course, on: try #require(Day(year: 1900, month: 1, day: 1)))
                .perform(in: organisation, by: .user(leader))
        }
        try await ChangeCourse(
            to: Course(id: course, name: "Online safety", months: nil, counts: true, isOver: true)
        ).perform(in: organisation, by: .console)
        await #expect(throws: ActionError.self) {
            try await RecordTraining([author], course: course, on: day).perform(in: organisation, by: .console)
        }
    }

    @Test func aSessionThatPeopleAttendedIsNotCalledOff() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        let leader = try await organisation.person("Lee Day", .slt, at: quay)
        let author = try await organisation.person("Sam Poe", .author, at: quay)
        let course = try await AddCourse(name: "Online safety", months: nil).perform(in: organisation, by: .console)
        let session = try await ArrangeSession(
            title: "Talk", audiences: [.staff], course: course, school: quay, on: today(scratch)
        ).perform(in: organisation, by: leader)
        try await RecordTraining([author], course: course, on: today(scratch), session: session)
            .perform(in: organisation, by: .user(leader))
        #expect(try await organisation.database.trainingSessions().map(\.attended) == [1])
        await #expect(
            throws: ActionError.conflict("People are on record as having attended it, so it took place")
        ) {
            try await CancelSession(session: session, why: "No").perform(in: organisation, by: .user(leader))
        }
    }

    @Test func whoHasLeftIsAskedNoMore() async throws {
        let (scratch, organisation, quay, _) = try await trainingRoom()
        defer { withExtendedLifetime(scratch) {} }
        let author = try await organisation.person("Sam Poe", .author, at: quay)
        #expect(try await asked(author, organisation) != nil)
        try await EndUser(user: author, why: "Left").perform(in: organisation, by: .console)
        #expect(try await asked(author, organisation) == nil)
    }
}
