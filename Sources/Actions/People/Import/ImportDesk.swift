import Foundation
import Governance
import Store
import Synchronization

/// One import on its way from upload to result. It lives in a folder beside the organisation's database, with the files
/// as they came until it is decided; nothing of it is in the database.
package struct ImportJob: Sendable, Codable {
    package enum State: String, Sendable, Codable {
        case reading, asking, ready, saving, done, refused, cancelled
    }

    package let id: String
    package let startedAt: Date
    package let startedBy: String
    package var files: [ImportFile]
    package var purpose: ImportMapping.Purpose
    package var school: String?
    package var state = State.reading
    package var trial: ImportTrial?
    /// Why it was refused, as a sentence.
    package var says: String?
    /// Whether confirming changed anything.
    package var changed = false

    package var names: String { files.map(\.name).joined(separator: ", ") }
}

/// Where imports of the website are kept while they go on. Each reads in the background, one after the other.
package final class ImportDesk: Sendable {
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

    package func job(_ id: String, in organisation: Organisation) throws -> ImportJob {
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
        try forget(before: organisation.clock.now - 24 * 3600, in: organisation)
        let id = organisation.installation.randomness.identifier(ImportJob.self).text
        let folder = try Self.folder(id, organisation)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let kept = try files.enumerated().map { place, file in
            let url = folder.appendingPathComponent("file-\(place)")
            try Data(file.bytes).write(to: url)
            return ImportFile(name: file.name, url)
        }
        let job = ImportJob(
            id: id, startedAt: organisation.clock.now, startedBy: actor.signature, files: kept, purpose: purpose,
            school: school)
        try save(job, in: organisation)
        read(job, mapping: nil, in: organisation, by: actor)
        return job
    }

    /// Reads the files again, with another mapping or against the roll of now.
    package func again(
        _ id: String, mapping: ImportMapping?, in organisation: Organisation, by actor: Actor
    ) throws {
        var job = try job(id, in: organisation)
        guard [.asking, .ready, .refused].contains(job.state) else {
            throw ActionError.conflict("This import is over, or is being read. Bring the file in again")
        }
        job.state = .reading
        try save(job, in: organisation)
        read(job, mapping: mapping ?? job.trial?.mapping, in: organisation, by: actor)
    }

    private func read(_ job: ImportJob, mapping: ImportMapping?, in organisation: Organisation, by actor: Actor) {
        let progress = ImportProgress()
        running.withLock { $0[job.id] = progress }
        Task {
            var job = job
            do {
                // uploaded columns of OneRoster have names of their own
                let trial = try await TryImport(job.files, for: job.purpose, mapping: mapping, school: job.school)
                    .perform(in: organisation, by: actor, staged: staged(job.id, in: organisation), progress: progress)
                job.trial = trial
                job.state = trial.counts == nil ? .asking : .ready
            } catch is CancellationError {
                job.state = .cancelled
            } catch {
                job.state = .refused
                job.says = Self.sentence(of: error)
            }
            finish(job, in: organisation)
        }
    }

    /// Confirms what was shown; a second click finds it under way and changes nothing.
    package func confirm(
        _ id: String, leavers: ConfirmImport.Leavers, linksUsers: Bool, isSure: Bool, in organisation: Organisation,
        by actor: Actor
    ) throws {
        var job = try job(id, in: organisation)
        if [.saving, .done].contains(job.state) { return }
        guard job.state == .ready, let trial = job.trial else {
            throw ActionError.conflict("There is nothing to confirm. Bring the file in again")
        }
        if let times = trial.timesTheRoll, !isSure {
            throw ActionError.invalid("sure", "This list is \(times) times your roll. Say that it is the right one")
        }
        job.state = .saving
        try save(job, in: organisation)
        running.withLock { $0[id] = ImportProgress() }
        Task { [job] in
            var job = job
            do {
                job.changed = try await ConfirmImport(
                    trial, staged: staged(id, in: organisation), leavers: leavers, linksUsers: linksUsers,
                    isSure: isSure
                ).perform(in: organisation, by: actor)
                job.state = .done
            } catch {
                job.state = .refused
                job.says = Self.sentence(of: error)
            }
            finish(job, in: organisation)
        }
    }

    private func finish(_ job: ImportJob, in organisation: Organisation) {
        if [.done, .cancelled].contains(job.state) {
            for file in job.files { try? FileManager.default.removeItem(at: file.url) }
        }
        if job.state == .cancelled, let staged = try? staged(job.id, in: organisation) {
            try? FileManager.default.removeItem(at: staged)
        }
        try? save(job, in: organisation)
        running.withLock { $0[job.id] = nil }
    }

    /// Calls an import off, and throws away all that it brought.
    package func cancel(_ id: String, in organisation: Organisation) throws {
        var job = try job(id, in: organisation)
        guard job.state != .done, job.state != .saving else {
            throw ActionError.conflict("It is confirmed already")
        }
        progress(of: id)?.cancel()
        job.state = .cancelled
        finish(job, in: organisation)
    }

    /// Throws away what nobody decided.
    private func forget(before instant: Date, in organisation: Organisation) throws {
        let folder = Self.folder(of: organisation)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
            guard let job = try? job(name, in: organisation), job.startedAt > instant else {
                try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
                continue
            }
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
