import Foundation
import Synchronization

@testable import Platforms

/// A request as a fake server reads it.
struct Asked {
    let request: WebRequest
    let host: String
    let path: [String]
    let query: [String: String]
    let form: [String: String]
    let json: [String: Any]
    let parts: [String: Data]

    init(_ request: WebRequest) throws(WebTrouble) {
        guard let address = URLComponents(string: request.address), let host = address.host, address.scheme == "https"
        else { throw WebTrouble.unsafeAddress }
        self.request = request
        self.host = host
        path = address.path.split(separator: "/").map(String.init)
        query = Dictionary((address.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { $1 }
        var (form, json, parts): ([String: String], [String: Any], [String: Data]) = ([:], [:], [:])
        switch request.body {
        case .form(let fields): form = Dictionary(fields.map { ($0.name, $0.value) }) { $1 }
        case .json(let data): json = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:]
        case .parts(let all): parts = Dictionary(all.map { ($0.name, $0.bytes) }) { $1 }
        case .bytes, nil: break
        }
        (self.form, self.json, self.parts) = (form, json, parts)
    }

    /// `POST host/a/b`
    var line: String { "\(request.method.rawValue) \(host)/\(path.joined(separator: "/"))" }

    func header(_ name: String) -> String? {
        request.headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    func part(_ name: String) -> String? { parts[name].map { String(decoding: $0, as: UTF8.self) } }
}

/// What every fake server keeps.
protocol FakeState: Sendable {
    /// The line of each request, in order.
    var asked: [String] { get set }
    /// Answers to what sends a post that are still to be lost.
    var losing: Int { get set }
}

/// Reads a request, notes it, and answers; an answer to what has sent a post is lost where the server is told to.
func served<State: FakeState>(
    _ request: WebRequest, by state: borrowing Mutex<State>, sends: (Asked) -> Bool,
    _ answer: (Asked, inout State) -> WebAnswer
) throws(WebTrouble) -> WebAnswer {
    let asked = try Asked(request)
    let sends = sends(asked)
    let (answer, isLost) = state.withLock { state -> (WebAnswer, Bool) in
        state.asked.append(asked.line)
        let answer = answer(asked, &state)
        guard sends, answer.isSuccess else { return (answer, false) }
        state.losing -= 1
        return (answer, state.losing >= 0)
    }
    if isLost { throw WebTrouble.lost }
    return answer
}

func answered(
    _ value: Any, _ status: Int = 200, _ headers: [(name: String, value: String)] = []
) -> WebAnswer {
    WebAnswer(status: status, body: (try? JSONSerialization.data(withJSONObject: value)) ?? Data(), headers: headers)
}

/// Whether the trouble is one of this kind, whatever its words.
func isRefused(_ error: any Error, _ words: String = "") -> Bool {
    if case .refused(let said)? = error as? NetworkTrouble { return words.isEmpty || said.contains(words) }
    return false
}

func isNotPermitted(_ error: any Error, _ words: String = "") -> Bool {
    if case .notPermitted(let said)? = error as? NetworkTrouble { return words.isEmpty || said.contains(words) }
    return false
}

func isCannot(_ error: any Error) -> Bool {
    if case .cannot? = error as? NetworkTrouble { true } else { false }
}
