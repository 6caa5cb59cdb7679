import Governance

/// A consent as a case gives it. Whatever in it cannot be read for certain makes it unreadable, never an error:
/// an unreadable consent is no consent.
enum ConsentReading {
    static func read(_ value: JSONValue?) -> Consent {
        guard let value else { return Consent(.notRecorded) }
        return (try? consent(value)) ?? Consent(.unreadable)
    }

    private struct Unreadable: Error {}

    private static func consent(_ value: JSONValue) throws -> Consent {
        let fields = try CaseFields(value, at: "consent")
        guard let word = try fields.text("status"), let status = Consent.Status(rawValue: word), status != .unreadable
        else { throw Unreadable() }
        let channels = try fields.texts("channels")?.map { word in
            guard let channel = Consent.Channel(rawValue: word) else { throw Unreadable() }
            return channel
        }
        return Consent(
            status, channels: channels, from: try day("from", fields), until: try day("until", fields),
            withdrawnOn: try day("withdrawn_on", fields))
    }

    private static func day(_ key: String, _ fields: CaseFields) throws -> Day? {
        guard let text = try fields.text(key) else { return nil }
        guard let day = Day(text) else { throw Unreadable() }
        return day
    }
}
