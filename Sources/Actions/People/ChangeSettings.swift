import Foundation
import Governance
import Store

/// Changes what the organisation, or one of its schools, chooses for itself.
package struct ChangeSettings: Sendable {
    /// Nil: the organisation's own.
    package var school: Identifier<School>?
    package var settings: Settings
    /// The settings as they were shown; when somebody has changed them since, nothing is changed.
    package var shown: Settings?
    /// Needed to ask that one person alone may look at log-in details again.
    package var why: String?

    package init(
        at school: Identifier<School>? = nil, to settings: Settings, shown: Settings? = nil, why: String? = nil
    ) {
        self.school = school
        self.settings = settings
        self.shown = shown
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            guard try tx.authority().holds(any: Settings.keepers, at: school) else {
                throw ActionError.notPermitted(
                    "Only an administrator, the headteacher, a senior leader or the trust's marketing manager can do "
                        + "this, for a school where they are that")
            }
            if let school { _ = try tx.school(school) }
            let (wished, errors) = settings.checked()
            guard errors.isEmpty else { throw ActionError.invalid(errors) }
            let before = try tx.ownSettings(of: school)
            if let shown, shown != before {
                throw ActionError.conflict("Somebody else has changed these settings. Look at them again")
            }
            guard wished != before else { return .unchanged }
            let asked = try organisation.onePersonAsked(from: before, to: wished, at: school, why: why, tx)
            let change = try write(asked.settings, over: before, tx)
            let events = [change, asked.event].compactMap(\.self)
            guard let first = events.first else { return .unchanged }
            return Recorded(first, and: Array(events.dropFirst()), tasks: asked.tasks, notices: asked.notices)
        }
        try await organisation.noteDue()
    }

    /// Nil where nothing differs.
    private func write(_ fresh: Settings, over before: Settings, _ tx: WriteTransaction) throws -> Event? {
        guard fresh != before else { return nil }
        try tx.write(fresh, of: school)
        return try .settingsChanged(from: before, to: fresh, at: school)
    }
}

extension Event {
    /// - Parameter school: nil: of the organisation.
    static func settingsChanged(
        from before: Settings, to after: Settings, at school: Identifier<School>?, why: String? = nil
    ) throws -> Event {
        let (old, new) = try changedFields(before, after)
        let subject = school.map { RecordSubject(.school, $0) } ?? .organisation
        return Event(.settingsChanged, subject, before: old, after: new, why: why)
    }

    /// Only what differs.
    private static func changedFields(_ before: Settings, _ after: Settings) throws -> (RecordValue, RecordValue) {
        guard case .fields(let old) = try RecordValue(encoding: before),
            case .fields(let new) = try RecordValue(encoding: after)
        else { return (.nothing, .nothing) }
        let names = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
        let pick = { (fields: [String: RecordValue]) in
            RecordValue.fields(Dictionary(uniqueKeysWithValues: names.map { ($0, fields[$0] ?? .nothing) }))
        }
        return (pick(old), pick(new))
    }
}
