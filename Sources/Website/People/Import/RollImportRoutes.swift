import Actions
import Foundation
import Governance
import Reading

/// People and consents from files: a trial run that goes on in the background, and only then the change.
enum RollImportRoutes {
    static let all: [Route] = [
        .get(.rollImport, .rollKeepers) { visit in .page(try await form(visit)) },
        .post(.rollImport, .rollKeepers, .upload(megabytes: 60), begin),
        .get(.importJob(.any), .rollKeepers, show),
        .post(.importJob(.any), .rollKeepers, .form, show),
        .get(.importColumns(.any), .rollKeepers) { visit in .page(columns(try await job(visit), visit)) },
        .post(.importColumns(.any), .rollKeepers, .form, tryColumns),
        .post(.importDecision(.any), .rollKeepers, .form, decide),
        .post(.importCancel(.any), .rollKeepers, .form) { visit in
            let work = try visit.work
            try await work.installation.importDesk.cancel(visit.part("import"), in: work, by: visit.actor)
            return .see(.importJob(.value(visit.part("import"))))
        },
    ]

    private static func job(_ visit: Visit) async throws -> ImportJob {
        let work = try visit.work
        return try await work.installation.importDesk.job(visit.part("import"), in: work, by: visit.actor)
    }

    private static func form(_ visit: Visit, problems: [Problem] = []) async throws -> Page {
        let form = visit.form.has("purpose") ? visit.form : visit.query
        return RollImportForm.page(
            to: visit.link(.rollImport),
            back: form["purpose"] == "consents" ? ConsentRoutes.crumb(visit) : RollRoutes.crumb(visit), form: form,
            schools: try await visit.work.database.schools(), problems: problems)
    }

    @Sendable private static func begin(_ visit: Visit) async throws -> Reply {
        let files = visit.form.allFiles["file"] ?? []
        guard !files.isEmpty else { return .page(try await form(visit, problems: [Problem("file", "Choose a file")])) }
        let work = try visit.work
        let school = visit.form["school"]
        let job = try await work.installation.importDesk.begin(
            files.map { ($0.name, $0.bytes) }, for: ImportMapping.Purpose(rawValue: visit.form["purpose"]) ?? .people,
            school: school.isEmpty ? nil : school, in: work, by: visit.actor)
        let now = try await settled(job.id, visit)
        // what is no list at all is said on the form it came from
        if now.state == .refused, let says = now.says {
            return .page(try await form(visit, problems: [Problem("file", says)]))
        }
        return .see(.importJob(.value(job.id)))
    }

    /// Most files are read before anybody sees a progress bar.
    private static func settled(_ id: String, _ visit: Visit) async throws -> ImportJob {
        let work = try visit.work
        for _ in 0..<40 {
            let job = try await work.installation.importDesk.job(id, in: work, by: visit.actor)
            if ![.reading, .saving].contains(job.state) { return job }
            try await Task.sleep(for: .milliseconds(50))
        }
        return try await work.installation.importDesk.job(id, in: work, by: visit.actor)
    }

    @Sendable private static func show(_ visit: Visit) async throws -> Reply {
        let job = try await job(visit)
        let id = SiteURL.Part.value(job.id)
        switch job.state {
        case .reading, .saving:
            guard let progress = try visit.work.installation.importDesk.progress(of: job.id) else {
                return .page(
                    try await form(
                        visit,
                        problems: [Problem("file", "This import was interrupted. Nothing of it was saved; try again")]))
            }
            return .page(
                ImportProgressPage.page(
                    job.names, isSaving: job.state == .saving, progress.share, again: visit.link(.importJob(id)),
                    cancel: job.state == .saving ? nil : visit.link(.importCancel(id)),
                    back: RollRoutes.crumb(visit)))
        case .asking: return .page(columns(job, visit))
        case .ready: return .page(try await RollImportPage.page(job, visit))
        case .refused: return .page(try await form(visit, problems: [Problem("file", job.says ?? "It was refused")]))
        case .done, .cancelled:
            return .page(
                ImportDonePage.page(
                    job, roll: visit.link(.roll), again: visit.link(.rollImport), back: RollRoutes.crumb(visit)))
        }
    }

    // MARK: - Columns

    private static func columns(_ job: ImportJob, _ visit: Visit) -> Page {
        let id = SiteURL.Part.value(job.id)
        let doubled = job.trial?.doubled ?? []
        let headings = job.trial?.headings ?? []
        let problems = doubled.compactMap { field -> Problem? in
            let place = headings.firstIndex { job.trial?.mapping.columns[$0] == field }
            return place.map { Problem("column-\($0 + 1)", "Two columns are both read as \(field.title)") }
        }
        return ImportColumnsPage.page(
            job, to: visit.link(.importColumns(id)), cancel: visit.link(.importCancel(id)),
            back: RollRoutes.crumb(visit),
            problems: problems
                + (job.trial?.missing.contains(.kind) == true
                    ? [Problem("kind", "Say whether these are pupils or staff")] : []))
    }

    @Sendable private static func tryColumns(_ visit: Visit) async throws -> Reply {
        let job = try await job(visit)
        let work = try visit.work
        try await work.installation.importDesk.again(
            job.id, mapping: ImportColumnsPage.mapping(job, visit.form), in: work, by: visit.actor)
        _ = try await settled(job.id, visit)
        return .see(.importJob(.value(job.id)))
    }

    // MARK: - Deciding

    @Sendable private static func decide(_ visit: Visit) async throws -> Reply {
        let job = try await job(visit)
        let work = try visit.work
        let form = visit.form
        if job.state == .ready, job.trial?.isPartOfRoll == true, form["leavers"].isEmpty {
            return .page(
                try await RollImportPage.page(
                    job, visit, problems: [Problem("leavers", "Say whether those who are not in the file have left")]))
        }
        let leavers: ConfirmImport.Leavers =
            switch form["leavers"] {
            case "all": .all
            case "ticked": .these(Set(form.all("left").map { Identifier($0) }))
            default: .stay
            }
        do {
            try await work.installation.importDesk.confirm(
                job.id, reading: Int(form["reading"]), leavers: leavers, linksUsers: form["users"] == "yes",
                isSure: form["sure"] == "yes", in: work, by: visit.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await RollImportPage.page(job, visit, problems: errors.map(Problem.init)))
        }
        _ = try await settled(job.id, visit)
        return .see(.importJob(.value(job.id)))
    }
}
