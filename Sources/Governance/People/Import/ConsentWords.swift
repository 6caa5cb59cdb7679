import Foundation

/// A consent as a file writes it. What cannot be read for certain makes all of it unreadable.
struct ConsentWords {
    let status: String
    let channels: String?
    let from: String?
    let until: String?
    let withdrawnOn: String?
    let mapping: ImportMapping
    /// Other columns say where pictures may go, so that days may stand beside an empty status.
    var isBesideChannels = false

    /// Why it cannot be read, and in which column.
    struct Trouble {
        let field: ImportField
        var says = "It cannot be read for certain, so it counts as no consent"
        var advice = "Ask the family and correct it"
        /// What the file as a whole must be asked.
        var question: ImportQuestion?
    }

    /// The consent, and what made it unreadable.
    func read() -> (Consent, Trouble?) {
        let unreadable = Consent(.unreadable)
        guard let status = readStatus() else { return (unreadable, Trouble(field: .consent)) }
        var consent = Consent(status)
        if let channels {
            guard let read = Self.channels(channels) else { return (unreadable, Trouble(field: .channels)) }
            consent.channels = read
        }
        for (text, field, path) in [
            (from, .from, \Consent.from), (until, .until, \Consent.until),
            (withdrawnOn, .withdrawnOn, \Consent.withdrawnOn),
        ] as [(String?, ImportField, WritableKeyPath<Consent, Day?>)] {
            guard let text else { continue }
            switch ListedDay(text, days: mapping.days, serials: mapping.serials) {
            case .day(let day): consent[keyPath: path] = day
            case let date: return (unreadable, Self.trouble(field, date))
            }
        }
        if let from = consent.from, let until = consent.until, until < from {
            return (unreadable, Trouble(field: .until))
        }
        if withdrawnOn != nil, ![.withdrawn, .granted, .restricted].contains(status), !isBlank {
            return (unreadable, Trouble(field: .withdrawnOn))
        }
        if withdrawnOn != nil {
            consent.status = .withdrawn
            // absent places are none under restricted, and all until the day of a withdrawal
            if status == .restricted { consent.channels = consent.channels ?? [] }
        }
        return (consent, nil)
    }

    private static func trouble(_ field: ImportField, _ date: ListedDay) -> Trouble {
        var trouble = Trouble(field: field, advice: "Write the day as 2027-07-31")
        switch date {
        case .eitherWay:
            trouble.says = "Day and month can be read either way, so it counts as no consent"
            trouble.question = .dayOrder
        case .serial(let day):
            trouble.says = "It is a number by which Excel may mean \(day), so it counts as no consent"
            trouble.question = .serials
        case .unreadable(let says): trouble.says = says + ", so it counts as no consent"
        case .day: break
        }
        return trouble
    }

    private func readStatus() -> Consent.Status? {
        if let status = Self.status(status, mapping) { return status }
        guard Self.plain(status).isEmpty else { return nil }
        let isAlone = channels == nil && from == nil && until == nil && withdrawnOn == nil
        return isAlone || isBesideChannels ? .notRecorded : nil
    }

    /// Nothing is in the column of the status, or there is none.
    var isBlank: Bool { Self.plain(status).isEmpty }

    /// `Withdrawn 03/09/2026`: from when does not matter to whether it counts.
    private static func isWithdrawal(_ words: String) -> Bool {
        (words.hasPrefix("withdrawn ") || words.hasPrefix("revoked "))
            && words.wholeMatch(of: /(withdrawn|revoked)( on)? [0-9\/.\-]+/) != nil
    }

    /// What one word means; nil when nobody can tell.
    static func status(_ text: String, _ mapping: ImportMapping) -> Consent.Status? {
        if let plain = Consent.Status(rawValue: text), plain != .unreadable { return plain }
        let words = plain(text)
        if isWithdrawal(words) { return .withdrawn }
        // a plain no stays a no, whatever a school once said of its own words
        return switch words {
        case "granted", "yes", "y": .granted
        case "refused", "no", "n": .refused
        case "withdrawn": .withdrawn
        case "restricted": .restricted
        case "objected": .objected
        case "no objection": .noObjection
        case "not recorded", "not answered", "no response": .notRecorded
        case "": nil
        default: mapping.words[words]
        }
    }

    /// In small letters, without ticks, which neither make a yes nor break one. Any other picture may mean anything, so
    /// it stays and no word is told with it.
    static func plain(_ text: String) -> String {
        // as nearly every answer is: yes, No, GRANTED
        if text.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) && $0 < 0x7B }) { return text.lowercased() }
        let scalars = text.unicodeScalars.filter {
            !["\u{2705}", "\u{2714}", "\u{FE0F}", "\u{200B}"].contains($0)
        }
        return Evidence.normalised(trimmed(String(String.UnicodeScalarView(scalars)))).replacing("_", with: " ")
    }

    private static func channels(_ text: String) -> [Consent.Channel]? {
        let words = text.split { !$0.isLetter && $0 != "_" }.map { Evidence.normalised(String($0)) }
        let read = words.compactMap(Consent.Channel.init(rawValue:))
        guard !words.isEmpty, read.count == words.count else { return nil }
        return Consent.Channel.allCases.filter(read.contains)
    }
}

/// What must be asked about a file as a whole before everything in it can be read.
package enum ImportQuestion: String, Sendable, Codable, CaseIterable { case dayOrder, serials }

/// Words of a consent column as a mapping keeps them.
package enum ConsentWord {
    package static func plain(_ text: String) -> String { ConsentWords.plain(text) }
}
