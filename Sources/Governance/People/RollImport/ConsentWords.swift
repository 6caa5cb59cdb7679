import Foundation

/// A consent as a file writes it. What cannot be read for certain makes all of it unreadable.
struct ConsentWords {
    let status: String
    let channels: String?
    let from: String?
    let until: String?
    let withdrawnOn: String?

    /// The consent, and the column that made it unreadable.
    func read() -> (Consent, unreadable: RollColumns.Field?) {
        guard let status = readStatus() else { return (Consent(.unreadable), .consent) }
        var consent = Consent(status)
        if let channels {
            guard let read = readChannels(channels) else { return (Consent(.unreadable), .channels) }
            consent.channels = read
        }
        for (text, field, path) in [
            (from, RollColumns.Field.from, \Consent.from), (until, .until, \Consent.until),
            (withdrawnOn, .withdrawnOn, \Consent.withdrawnOn),
        ] as [(String?, RollColumns.Field, WritableKeyPath<Consent, Day?>)] {
            guard let text else { continue }
            guard let day = Self.day(text) else { return (Consent(.unreadable), field) }
            consent[keyPath: path] = day
        }
        if let from = consent.from, let until = consent.until, until < from { return (Consent(.unreadable), .until) }
        if withdrawnOn != nil, ![.withdrawn, .granted, .restricted].contains(status) {
            return (Consent(.unreadable), .withdrawnOn)
        }
        if withdrawnOn != nil { consent.status = .withdrawn }
        return (consent, nil)
    }

    private func readStatus() -> Consent.Status? {
        if let plain = Consent.Status(rawValue: status), plain != .unreadable { return plain }
        return switch Evidence.normalised(words(of: status)).replacing("_", with: " ") {
        case "": channels == nil && from == nil && until == nil && withdrawnOn == nil ? .notRecorded : nil
        case "granted", "yes", "y": .granted
        case "refused", "no", "n": .refused
        case "withdrawn": .withdrawn
        case "restricted": .restricted
        case "objected": .objected
        case "no objection": .noObjection
        case "not recorded": .notRecorded
        default: nil
        }
    }

    /// Without pictures such as a green tick, which neither make a yes nor break one.
    private func words(of text: String) -> String {
        let scalars = text.unicodeScalars.filter { !$0.properties.isEmojiPresentation && $0 != "\u{FE0F}" }
        return trimmed(String(String.UnicodeScalarView(scalars)))
    }

    private func readChannels(_ text: String) -> [Consent.Channel]? {
        let words = text.split { !$0.isLetter && $0 != "_" }.map { Evidence.normalised(String($0)) }
        let read = words.compactMap(Consent.Channel.init(rawValue:))
        guard !words.isEmpty, read.count == words.count else { return nil }
        return Consent.Channel.allCases.filter(read.contains)
    }

    /// `2026-11-21` or `21/11/2026`.
    private static func day(_ text: String) -> Day? {
        if let day = Day(text) { return day }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].count == 4, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
