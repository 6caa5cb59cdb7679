import Actions
import Governance
import Reading

/// What the organisation chooses for itself.
enum SettingsRoutes {
    static let all: [Route] = [
        .get(.settings, .settingsKeepers) { visit in
            let settings = try await visit.work.database.ownSettings(of: nil)
            return .page(
                SettingsForm.page(
                    SettingsForm.fields(of: settings), to: visit.link(.settings), saved: visit.query.has("saved")))
        },
        .post(.settings, .settingsKeepers) { visit in
            let before = try await visit.work.database.ownSettings(of: nil)
            do {
                try await ChangeSettings(to: try SettingsForm.settings(visit.form, over: before))
                    .perform(in: visit.work, by: visit.actor)
                return .seeLink(visit.link(.settings) + "?saved")
            } catch ActionError.invalid(let errors) {
                return .page(
                    SettingsForm.page(visit.form, to: visit.link(.settings), problems: errors.map(Problem.init)))
            }
        },
    ]
}
