import Governance

extension ControlFacts {
    /// For a terminal.
    package func text(_ emphasis: Emphasis, width: Int = 80) -> String {
        let body = Column(width: width, indent: 4)
        var text = emphasis.strong(id) + "\n" + body.wrap(about)
        for parameter in parameters {
            text += Column(width: width, indent: 6).wrap(parameter.inWords, first: "    with ")
        }
        text += body.wrap("finds \(codes.joined(separator: ", "))")
        for example in examples { text += Column(width: width, indent: 6).wrap(example.inWords, first: "    - ") }
        return text
    }

    /// A row of the table in docs/writing-a-policy.md.
    fileprivate var row: String {
        let with = parameters.map(\.markdown).joined(separator: "<br>")
        return "| `\(id)` | \(about) | \(with) |\n"
    }
}

extension ControlFacts.Example {
    var inWords: String {
        let given = with.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.inWords)" }
        let under = given.isEmpty ? "" : " (\(given.joined(separator: "; ")))"
        return "\(name)\(under): \(finds.isEmpty ? "goes through" : finds.joined(separator: ", "))"
    }
}

extension Parameter {
    var inWords: String { "\(name): \(kind.expectation); \(ifSilent). \(about)" }
    var markdown: String { "`\(name)`: \(kind.expectation); \(ifSilent). \(about)" }

    private var ifSilent: String { fallback.map { "\($0.inWords) when not said" } ?? "must be said" }
}

extension [ControlFacts] {
    /// The generated table of docs/writing-a-policy.md, in the order of the ids.
    package var markdown: String {
        "| control | what it is for | `with:` |\n| --- | --- | --- |\n"
            + sorted { $0.id < $1.id }.map(\.row).joined()
    }
}
