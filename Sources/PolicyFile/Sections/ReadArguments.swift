import Governance

/// What stands after `with:`; nil, with problems, when it does not fit the control.
func readArguments(_ with: Item?, for control: ControlFacts, at place: Item) -> Arguments? {
    var given: [String: ParameterValue] = [:]
    var faulty: Set<String> = []
    if let with {
        if control.parameters.isEmpty {
            with.report("The control `\(control.id)` takes no parameters.", "Remove `with:`.")
            return nil
        }
        guard
            let fields = Fields(with, known: control.parameters.map(\.name), what: "The control `\(control.id)`")
        else { return nil }
        for parameter in control.parameters where fields.has(parameter.name) {
            guard let item = fields[parameter.name] else { continue }
            given[parameter.name] = readValue(item, for: parameter)
            if given[parameter.name] == nil { faulty.insert(parameter.name) }
        }
    }
    for parameter in control.parameters
    where parameter.fallback == nil && given[parameter.name] == nil && !faulty.contains(parameter.name) {
        place.report(
            "The control `\(control.id)` needs the parameter `\(parameter.name)`.",
            "Add `with: { \(parameter.name): … }`: \(parameter.kind.expectation).")
        faulty.insert(parameter.name)
    }
    guard faulty.isEmpty else { return nil }
    return try? Arguments(given, for: control.parameters)
}

private func readValue(_ item: Item, for parameter: Parameter) -> ParameterValue? {
    let expected = "Write \(parameter.kind.expectation)."
    switch (parameter.kind, item.node.content) {
    case (.choices(let known), .list(let nodes)):
        let words = item.items.compactMap { readChoice($0, from: known, of: parameter) }
        return words.count == nodes.count ? .words(words) : nil
    case (.words, .list(let nodes)):
        let words = item.texts
        return words.count == nodes.count ? .words(words) : nil
    case (.choice(let known), .text):
        return readChoice(item, from: known, of: parameter).map(ParameterValue.word)
    case (.number(let range), .text(let text)):
        if let number = Int(text), range.contains(number) { return .number(number) }
        item.report("`\(text)` does not fit the parameter `\(parameter.name)`.", expected)
    case (.flag, .text(let text)):
        if let flag = Bool(text) { return .flag(flag) }
        item.report("`\(text)` does not fit the parameter `\(parameter.name)`.", expected)
    default:
        item.report("\(item.node.kind.capitalisedFirst) does not fit the parameter `\(parameter.name)`.", expected)
    }
    return nil
}

private func readChoice(_ item: Item, from known: [String], of parameter: Parameter) -> String? {
    guard let word = item.text else { return nil }
    if known.contains(word) { return word }
    item.report("`\(word)` does not fit the parameter `\(parameter.name)`.", suggestion(for: word, from: known))
    return nil
}

extension Parameter.Kind {
    /// What a file may write, as part of a sentence.
    var expectation: String {
        switch self {
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .choices(let words): "a list from \(words.joined(separator: ", "))"
        case .words: "a list of words"
        case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false"
        }
    }
}
