import Foundation
import Governance
import Synchronization

/// Asks one network's server, and says in the networks' common words what went wrong.
struct NetworkAsking: Sendable {
    let web: any WebClient
    let clock: @Sendable () -> Date
    /// Passwords and tokens, which stand in nothing that the network says back.
    private let hidden: HiddenWords

    init(web: any WebClient, clock: @escaping @Sendable () -> Date, secrets: [String] = []) {
        self.web = web
        self.clock = clock
        hidden = HiddenWords(secrets)
    }

    /// What the network has given meanwhile is hidden as what was given to it.
    func hide(_ secrets: [String?]) { hidden.add(secrets.compactMap(\.self)) }

    /// - Parameter changes: whether an answer that is lost leaves open what happened.
    func answer(to request: WebRequest, changes: Bool = false) async throws(NetworkTrouble) -> WebAnswer {
        let answer: WebAnswer
        do { answer = try await web.answer(to: request) } catch {
            switch error {
            case .insideNetwork(let host): throw .insideNetwork(host)
            case .unsafeAddress: throw .unsafeAddress
            case .unreachable: throw .unreachable
            case .lost: throw changes ? .unsure : .unreachable
            }
        }
        if answer.status == 429 { throw .rateLimited(until: wait(answer)) }
        // a proxy that gave up does not know what the server behind it did
        if answer.status >= 500 { throw changes ? .unsure : .unreachable }
        return answer
    }

    /// When the network may be asked again: RFC 9110, 10.2.3, or what the networks have for it. At least a minute, at most
    /// a day.
    func wait(_ answer: WebAnswer) -> Date {
        let now = clock()
        var until = now + 300
        if let after = answer.header("retry-after") {
            if let seconds = Double(after) {
                until = now + seconds
            } else if let date = Self.webDate(after) {
                until = date
            }
        } else if let reset = answer.header("x-ratelimit-reset") ?? answer.header("x-rate-limit-reset")
            ?? answer.header("ratelimit-reset")
        {
            if let number = Double(reset) {
                // some say at which second, others after how many
                until = number > 1_000_000_000 ? Date(timeIntervalSince1970: number) : now + number
            } else if let date = NetworkTime.read(reset) {
                until = date
            }
        } else if let usage = answer.header("x-business-use-case-usage"), let minutes = Self.minutes(in: usage) {
            until = now + Double(minutes) * 60
        }
        return min(max(until, now + 60), now + 86_400)
    }

    /// Until Meta takes questions again: the longest that it says for anything (developers.facebook.com,
    /// docs/graph-api/overview/rate-limiting).
    private static func minutes(in usage: String) -> Int? {
        let all = ReadJSON(Data(usage.utf8))
        return all.names.flatMap { all[$0].list ?? [] }
            .compactMap { $0["estimated_time_to_regain_access"].number }.max().flatMap { $0 > 0 ? $0 : nil }
    }

    private static func webDate(_ text: String) -> Date? {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return format.date(from: text)
    }

    /// The network's words for a person: one line, bounded, and without what signs in.
    func plain(_ words: String?) -> String {
        let text = hidden.taken(outOf: String((words ?? "").prefix(2_000)))
        let line = text.map { $0.isNewline || $0.isWhitespace ? " " : $0 }
            .filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
        return String(String(line).prefix(200)).trimmingCharacters(in: .whitespaces)
    }
}

/// Secrets that stand in no sentence: those that were there at first, and those that came since.
private final class HiddenWords: Sendable {
    private let words: Mutex<Set<String>>

    init(_ words: [String]) { self.words = Mutex(Set(words)) }

    func add(_ more: [String]) { words.withLock { $0.formUnion(more) } }

    func taken(outOf text: String) -> String {
        words.withLock(\.self).filter { $0.count > 3 }.sorted { $0.count > $1.count }
            .reduce(text) { $0.replacing($1, with: "…") }
    }
}

/// Times as networks write them: RFC 3339, with or without a fraction.
enum NetworkTime {
    static func read(_ text: String) -> Date? {
        (try? Date(
            text,
            strategy: .iso8601.year().month().day().timeZone(separator: .omitted)
                .time(includingFractionalSeconds: true))) ?? (try? Date(text, strategy: .iso8601))
    }

    static func written(_ date: Date) -> String {
        date.formatted(
            .iso8601.year().month().day().timeZone(separator: .omitted).time(includingFractionalSeconds: true))
    }
}

/// What a network answers, read without trust: whatever is not there or of another kind is nil.
struct ReadJSON {
    private let value: Any?

    init(_ data: Data) { value = try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed) }
    private init(value: Any?) { self.value = value }

    subscript(name: String) -> ReadJSON { ReadJSON(value: (value as? [String: Any])?[name]) }

    var text: String? { value as? String }
    var number: Int? { (value as? NSNumber)?.intValue }
    /// A bound that a server states for itself: nil where it is none that anybody could mean, so that nothing which is
    /// reckoned with it overflows.
    var limit: Int? { number.flatMap { (0...1_000_000_000_000).contains($0) ? $0 : nil } }
    /// A name that some write as a number.
    var word: String? { text ?? number.map(String.init) }
    var flag: Bool? { value as? Bool }
    var list: [ReadJSON]? { (value as? [Any])?.map { ReadJSON(value: $0) } }
    var names: [String] { (value as? [String: Any]).map { Array($0.keys) } ?? [] }
    var isThere: Bool { value != nil && !(value is NSNull) }
    /// A piece to be given back to the network as it came.
    var asItCame: Any? { value }
}

/// Written for a network; nothing that it is made of can fail.
func writtenJSON(_ value: [String: Any]) -> Data {
    (try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])) ?? Data()
}
