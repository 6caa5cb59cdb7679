import Actions
import Foundation
import GRDB
import Governance
import Reading
import Store
import Testing

@Suite struct BackupTests {
    @Test func aBackupTakenWhilePeopleWriteIsWholeAndComesBack() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let files = (1...5).map { scratch.folder.appendingPathComponent("backup-\($0).sqlite") }
        let heads = try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for number in 0..<40 {
                        try await AddPerson(
                            Person(
                                ref: "P\(writer)-\(number)", kind: .pupil, given: "Jo", family: "Field",
                                school: "quay")
                        ).perform(in: organisation, by: .console)
                    }
                }
            }
            var heads: [RecordHead] = []
            for file in files { heads.append(try await BackUp(to: file).perform(in: organisation, by: .console)) }
            try await group.waitForAll()
            return heads
        }
        let live = scratch.folder.appendingPathComponent("organisations/harbour-view/record.sqlite")
        for (file, head) in zip(files, heads) {
            let verification = try RecordVerification.of(file)
            #expect(verification.faults == [])
            #expect(verification.head == head)
            #expect(try RecordVerification.of(live, expected: head).faults == [])
            let people = try await DatabaseQueue(path: file.path).read { db in
                (
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM person"),
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM event WHERE kind = 'people.person-added'")
                )
            }
            #expect(people.0 == people.1)
        }
        let elsewhere = try Scratch()
        let installation = try elsewhere.installation()
        let restored = try await Restore(from: files[4], expected: heads[2]).perform(in: installation)
        #expect(restored.head == heads[4])
        let back = try await installation.organisation(restored.slug)
        #expect(try await back.database.recordHead().number == heads[4].number + 2)
        try await AddSchool(name: "Pier", slug: "pier").perform(in: back, by: .console)
    }

    @Test func aFileThatIsThereIsLeftAsItIsAndNobodyElseReadsABackup() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let notes = scratch.folder.appendingPathComponent("notes.txt")
        try Data("mine".utf8).write(to: notes)
        await #expect(throws: StoreError.alreadyThere(notes.path)) {
            try await BackUp(to: notes).perform(in: organisation, by: .console)
        }
        let nowhere = scratch.folder.appendingPathComponent("nowhere")
        await #expect(throws: StoreError.missing(nowhere.path)) {
            try await BackUp(to: nowhere.appendingPathComponent("backup.sqlite"))
                .perform(in: organisation, by: .console)
        }
        await #expect(throws: StoreError.damaged(notes.path)) {
            try await Restore(from: notes).perform(in: scratch.installation())
        }
        #expect(try String(contentsOf: notes, encoding: .utf8) == "mine")
        let file = scratch.folder.appendingPathComponent("backup.sqlite")
        _ = try await BackUp(to: file).perform(in: organisation, by: .console)
        let database = scratch.folder.appendingPathComponent("organisations/harbour-view/record.sqlite")
        for kept in [file, database] {
            let mode = try FileManager.default.attributesOfItem(atPath: kept.path)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o600, "\(kept.lastPathComponent)")
        }
        await #expect(throws: StoreError.self) {
            try await BackUp(to: scratch.folder.appendingPathComponent("nowhere/backup.sqlite"))
                .perform(in: organisation, by: .console)
        }
    }

    @Test func nobodyIsStillSignedInAfterARestore() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation(isDemonstration: true)
        let user = try await organisation.user(email: "ida@school.example").id
        let cookie = try await DemonstrationSignIn(user: user, device: "").perform(in: organisation)
        let link = try await MakePasswordLink(user: user).perform(in: organisation, by: .console).secret
        let file = scratch.folder.appendingPathComponent("backup.sqlite")
        _ = try await BackUp(to: file).perform(in: organisation, by: .console)
        let elsewhere = try Scratch()
        let installation = try elsewhere.installation()
        let back = try await installation.organisation(Restore(from: file).perform(in: installation).slug)
        #expect(try await back.signedIn(cookie: cookie) == nil)
        #expect(try await back.user(ofLink: link) == nil)
    }

    @Test("what was to go out when it was copied does not go out when it is brought back, and families' links are dead")
    func nothingOfThePastGoesOut() async throws {
        let room = try await PostRoom()
        let post = try await room.start(room.draft(cleanText))
        try await room.send(post)
        try await room.approve(post)
        let link = try await room.organisation.freshLink(for: "anna@family.example", about: room.jamie)
        let file = room.scratch.folder.appendingPathComponent("backup.sqlite")
        _ = try await BackUp(to: file).perform(in: room.organisation, by: .console)
        let elsewhere = try Scratch()
        let installation = try elsewhere.installation()
        let back = try await installation.organisation(Restore(from: file).perform(in: installation).slug)
        elsewhere.pass(room.now.timeIntervalSince(elsewhere.clock.now) + 4 * 3_600)
        while try await RunDue().perform(in: back) {}
        #expect(try await back.database.postStory(post)?.lastPlaces.first?.placement.state == .stopped)
        #expect(try await back.database.pauses(at: nil).contains { $0.reason.contains("backup") })
        #expect(try await back.pictureLink(link) == nil)
    }

    @Test("what stood still when it was copied, in a crisis or brought back before, is brought back and stands still")
    func restoredTwice() async throws {
        let room = try await PostRoom()
        let ceo = try await room.organisation.person("Cleo Eason", .trustCEO)
        try await PausePublishing(reason: "A bereavement").perform(in: room.organisation, by: .user(ceo))
        let file = room.scratch.folder.appendingPathComponent("backup.sqlite")
        _ = try await BackUp(to: file).perform(in: room.organisation, by: .console)
        let (second, third) = (try Scratch(), try Scratch())
        let once = try second.installation()
        let back = try await once.organisation(Restore(from: file).perform(in: once).slug)
        let pause = try #require(try await back.database.pauses(at: nil).first)
        #expect(pause.reason.contains("backup") && pause.reason.hasSuffix("Before: A bereavement"))
        let again = second.folder.appendingPathComponent("again.sqlite")
        _ = try await BackUp(to: again).perform(in: back, by: .console)
        let twice = try third.installation()
        let backTwice = try await twice.organisation(Restore(from: again).perform(in: twice).slug)
        #expect(try await backTwice.database.pauses(at: nil).map(\.reason) == [pause.reason])
        #expect(try RecordVerification.of(backTwice.database.folder.appending(path: "record.sqlite")).faults == [])
    }

    @Test func whatIsNoSoundBackupIsRefusedAndLeavesNothing() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let file = scratch.folder.appendingPathComponent("backup.sqlite")
        let head = try await BackUp(to: file).perform(in: organisation, by: .console)
        let elsewhere = try Scratch()
        let installation = try elsewhere.installation()

        let nonsense = scratch.folder.appendingPathComponent("nonsense")
        try Data(repeating: 7, count: 10_000).write(to: nonsense)
        await #expect(throws: StoreError.self) { try await Restore(from: nonsense).perform(in: installation) }
        await #expect(throws: StoreError.missing("/no/such/file")) {
            try await Restore(from: URL(filePath: "/no/such/file")).perform(in: installation)
        }
        let other = RecordHead(number: head.number, hash: Data(count: 32))
        await #expect(throws: RecordDoesNotHold.self) {
            try await Restore(from: file, expected: other).perform(in: installation)
        }
        try await DatabaseQueue(path: file.path).write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 from the future')")
        }
        await #expect(throws: StoreError.newerDatabase(file.path)) {
            try await Restore(from: file).perform(in: installation)
        }
        #expect(try await installation.organisations().isEmpty)
        await #expect(throws: (any Error).self) {
            try await Restore(from: file).perform(in: scratch.installation())
        }
    }
}
