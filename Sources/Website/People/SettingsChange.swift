import Foundation
import Governance
import Reading

extension EventLine {
    /// `today at 15:42 by Helen Osei`
    func whenAndWho(now: Date) -> String {
        "\(When.near(at, now: now)) by \(actorName ?? (actor == .console ? "someone at the console" : "the program"))"
    }

    /// A change of settings as a sentence: when, by whom, what, and what it was before.
    func settingsWords(now: Date) -> String {
        guard let content else { return whenAndWho(now: now) + "." }
        let parts = SettingsFields.names.compactMap { field, words -> String? in
            guard let after = content.after?[field] else { return nil }
            return "\(words): \(Self.words(after)) (before: \(Self.words(content.before?[field])))"
        }
        return "\(whenAndWho(now: now)): \(parts.joined(separator: "; "))."
    }

    private static func words(_ value: RecordValue?) -> String {
        switch value {
        case nil, .nothing: "nothing"
        case .flag(let flag): flag ? "yes" : "no"
        case .number(let number): "\(number)"
        case .text(let text): text.count > 80 ? text.prefix(80) + "…" : text
        case .list(let list): list.map { words($0) }.joined(separator: ", ")
        case .fields: "…"
        }
    }
}
