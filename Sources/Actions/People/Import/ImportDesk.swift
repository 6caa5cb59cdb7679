import Foundation
import Governance
import Store
import Synchronization

/// Where imports of the website are kept while they go on. Each reads in the background, one after the other.
package final class ImportDesk: Sendable {
    /// For so long what an import brought is kept.
    private static let kept: TimeInterval = 24 * 3600

    private let running = Mutex<[String: ImportProgress]>([:])

    init() {}

    /// How far one that is reading has come; nil when nobody reads it, perhaps because the program was stopped.
    package func progress(of id: String) -> ImportProgress? { running.withLock { $0[id] } }

    private static func folder(of organisation: Organisation) -> URL {
        organisation.database.folder.appendingPathComponent("imports")
    }

    private static func folder(_ id: String, _ organisation: Organisation) throws -> URL {
        guard !id.isEmpty, id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            throw ActionError.notFound
        }
        return folder(of: organisation).appendingPathComponent(id)
    }

    package func staged(_ id: String, in organisation: Organisation) throws -> URL {
        try Self.folder(id, organisation).appendingPathComponent("staged.sqlite")
    }

    /// - Throws: `notFound` unless they began it or keep the roll of the whole organisation: a file may hold people of
    ///   any school.
    package func job(_ id: String, in organisation: Organisation, by actor: Actor) async throws -> ImportJob {
        let job = try job(id, in: organisation)
        if job.startedBy == actor.signature { return job }
        return try await organisation.change(by: actor) { tx in
            do { try requireRollKeeper(tx, at: nil) } catch ActionError.notPermitted { throw ActionError.notFound }
            return .unchanged(job)
        }
    }

    private func job(_ id: String, in organisation: Organisation) throws -> ImportJob {
        let file = try Self.folder(id, organisation).appendingPathComponent("job.json")
        guard let bytes = try? Data(contentsOf: file) else { throw ActionError.notFound }
        return try JSONDecoder().decode(ImportJob.self, from: bytes)
    }

    private func save(_ job: ImportJob, in organisation: Organisation) throws {
        let file = try Self.folder(job.id, organisation).appendingPathComponent("job.json")
        try JSONEncoder().encode(job).write(to: file, options: .atomic)
    }

    /// Takes files in and begins to read them.
    package func begin(
        _ files: [(name: String, bytes: [UInt8])], for purpose: ImportMapping.Purpose, school: String?,
        in organisation: Organisation, by actor: Actor
    ) async throws -> ImportJob {
        try await organisation.change(by: actor) { tx in
            try requireSomeRollKeeper(tx)
            return .unchanged
        }
        let now = organisation.clock.now
        let id = organisation.installation.randomness.identifier(ImportJob.self).text
        try await organisation.database.keep { try $0.setDue(.importForgotten, id, at: now + Self.kept) }
        try await organisation.noteDue()
        let folder = try Self.folder(id, organisation)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let kept = try files.enumerated().map { place, file in
            let url = folder.appendingPathComponent("file-\(place)")
            try Data(file.bytes).write(to: url)
            return ImportFile(name: file.name, url)
        }
        let job = ImportJob(
            id: id, startedAt: now, startedBy: actor.signature, files: kept, purpose: purpose, school: school)
        let progress = ImportProgress()
        try running.withLock { running in
            try save(job, in: organisation)
            running[id] = progress
        }
        read(job, mapping: nil, progress, in: organisation, by: actor)
        return job
    }

    /// Reads the files again, with another mapping or against the roll of now.
    package func again(
        _ id: String, mapping: ImportMapping?, in organisation: Organisation, by actor: Actor
    ) async throws {
        _ = try await job(id, in: organisation, by: actor)
        let taken = try take(id, to: .reading, in: organisation) { job in
            guard [.asking, .ready, .refused].contains(job.state) else {
                throw ActionError.conflict("This import is over, or is being read. Bring the file in again")
            }
            job.readings += 1
            return true
        }
        guard let (job, progress) = taken else { return }
        read(job, mapping: mapping ?? job.trial?.mapping, progress, in: organisation, by: actor)
    }

    private func read(
        _ job: ImportJob, mapping: ImportMapping?, _ progress: ImportProgress, in organisation: Organisation,
        by actor: Actor
    ) {
        Task {
            var job = job
            do {
                // uploaded columns of OneRoster have names of their own
                let trial = try await TryImport(job.files, for: job.purpose, mapping: mapping, school: job.school)
                    .perform(in: organisation, by: actor, staged: staged(job.id, in: organisation), progress: progress)
                job.trial = trial
                job.state = trial.counts == nil ? .asking : .ready
            } catch {
                job.state = .refused
                job.says = Self.sentence(of: error)
            }
            finish(job, progress, in: organisation)
        }
    }

    /// Confirms what was shown; a second click finds it under way and changes nothing.
    ///
    /// - Parameter reading: of which reading the trial was that they saw.
    package func confirm(
        _ id: String, reading: Int?, leavers: ConfirmImport.Leavers, linksUsers: Bool, isSure: Bool,
        in organisation: Organisation, by actor: Actor
    ) async throws {
        _ = try await job(id, in: organisation, by: actor)
        let taken = try take(id, to: .saving, in: organisation) { job in
            if [.saving, .done].contains(job.state) { return false }
            guard job.state == .ready, let trial = job.trial else {
                throw ActionError.conflict("There is nothing to confirm. Bring the file in again")
            }
            guard reading == job.readings else {
                throw ActionError.invalid(
                    "reading", "The file was read again since you looked. This is what would change now")
            }
            if let times = trial.timesTheRoll, !isSure {
                throw ActionError.invalid("sure", "This list is \(times) times your roll. Say that it is the right one")
            }
            return true
        }
        guard let (job, progress) = taken, let trial = job.trial else { return }
        Task {
            var job = job
            do {
                job.changed = try await ConfirmImport(
                    trial, staged: staged(id, in: organisation), leavers: leavers, linksUsers: linksUsers,
                    // whoever chooses that all have left reads beside it that it is much of the roll
                    isSure: isSure, isWhole: true
                ).perform(in: organisation, by: actor)
                job.state = .done
            } catch {
                job.state = .refused
                job.says = Self.sentence(of: error)
            }
            finish(job, progress, in: organisation)
        }
    }

    /// Calls an import off, and throws away all that it brought.
    package func cancel(_ id: String, in organisation: Organisation, by actor: Actor) async throws {
        _ = try await job(id, in: organisation, by: actor)
        try running.withLock { running in
            var job = try job(id, in: organisation)
            guard job.state != .done, job.state != .saving else {
                throw ActionError.conflict("It is confirmed already")
            }
            running.removeValue(forKey: id)?.cancel()
            job.state = .cancelled
            try clear(&job, in: organisation)
        }
    }

    /// Takes a job from the state it is in to the next: one taker at a time, and none when the body says no.
    private func take(
        _ id: String, to next: ImportJob.State, in organisation: Organisation,
        if goesOn: (inout ImportJob) throws -> Bool
    ) throws -> (ImportJob, ImportProgress)? {
        try running.withLock { running in
            var job = try job(id, in: organisation)
            guard try goesOn(&job) else { return nil }
            job.state = next
            try save(job, in: organisation)
            let progress = ImportProgress()
            running[id] = progress
            return (job, progress)
        }
    }

    /// Writes down how it went, unless it was called off meanwhile.
    private func finish(_ job: ImportJob, _ progress: ImportProgress, in organisation: Organisation) {
        var job = job
        running.withLock { running in
            guard running[job.id] === progress else {
                try? FileManager.default.removeItem(at: staged(job.id, in: organisation))
                return
            }
            running[job.id] = nil
            if job.state == .done { try? clear(&job, in: organisation) } else { try? save(job, in: organisation) }
        }
    }

    /// Keeps of what is decided only what the last page says: nobody's name.
    private func clear(_ job: inout ImportJob, in organisation: Organisation) throws {
        job.trial?.samples = []
        job.trial?.guessedNames = []
        job.trial?.strangeWords = []
        try save(job, in: organisation)
        let folder = try Self.folder(job.id, organisation)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name != "job.json" {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
    }

    /// Throws away what is left of an import, decided or not.
    func forget(_ id: String, in organisation: Organisation) throws {
        try running.withLock { running in
            running.removeValue(forKey: id)?.cancel()
            let folder = try Self.folder(id, organisation)
            if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
        }
    }

    private static func sentence(of error: any Error) -> String {
        switch error {
        case ActionError.invalid(let errors): errors.map(\.says).joined(separator: ". ") + "."
        case ActionError.conflict(let says), ActionError.notPermitted(let says): says + "."
        case let error as StoreError: error.says
        default: "Something went wrong on our side, and nothing was saved. Try again."
        }
    }
}
