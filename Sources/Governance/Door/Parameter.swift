/// One thing a policy file may set on a control.
package struct Parameter: Sendable {
    package let name: String
    package let about: String
    package let kind: Kind
    /// Used when the file is silent; nil means that the file must say.
    package let fallback: ParameterValue?

    package enum Kind: Sendable, Equatable {
        /// One of these words.
        case choice([String])
        /// Any number of these words.
        case choices([String])
        /// Any number of words of the policy's own.
        case words
        case number(ClosedRange<Int>)
        case flag
    }

    package init(_ name: String, _ kind: Kind, fallback: ParameterValue? = nil, about: String) {
        self.name = name
        self.kind = kind
        self.fallback = fallback
        self.about = about
    }

    /// Nil when the value fits; else a sentence part that says what was expected.
    package func refusal(of value: ParameterValue) -> String? {
        switch (kind, value) {
        case (.choice(let words), .word(let word)):
            words.contains(word) ? nil : "one of \(words.joined(separator: ", "))"
        case (.choices(let words), .words(let given)):
            given.allSatisfy(words.contains) ? nil : "a list from \(words.joined(separator: ", "))"
        case (.words, .words), (.flag, .flag): nil
        case (.number(let range), .number(let number)):
            range.contains(number) ? nil : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case (.choice(let words), _): "one of \(words.joined(separator: ", "))"
        case (.choices(let words), _): "a list from \(words.joined(separator: ", "))"
        case (.words, _): "a list of words"
        case (.number(let range), _): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case (.flag, _): "true or false"
        }
    }
}

/// A parameter's value as a policy file gives it.
package enum ParameterValue: Sendable, Equatable, Hashable, Codable {
    case word(String)
    case words([String])
    case number(Int)
    case flag(Bool)
}

/// Arguments that have been checked against a control's parameters: every parameter has a value of its kind.
package struct Arguments: Sendable, Equatable {
    private let values: [String: ParameterValue]

    /// - Throws: `ArgumentError` naming the first parameter that is unknown, missing or wrong.
    package init(_ given: [String: ParameterValue], for parameters: [Parameter]) throws(ArgumentError) {
        var values: [String: ParameterValue] = [:]
        for name in given.keys.sorted() where !parameters.contains(where: { $0.name == name }) {
            throw ArgumentError(parameter: name, says: "is not a parameter of this control")
        }
        for parameter in parameters {
            guard let value = given[parameter.name] ?? parameter.fallback else {
                throw ArgumentError(parameter: parameter.name, says: "is missing")
            }
            if let expected = parameter.refusal(of: value) {
                throw ArgumentError(parameter: parameter.name, says: "must be \(expected)")
            }
            values[parameter.name] = value
        }
        self.values = values
    }

    /// Every parameter with its value, in the order of the names.
    package var all: [(name: String, value: ParameterValue)] {
        values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    package func word(_ name: String) -> String {
        if case .word(let word) = values[name] { word } else { "" }
    }

    package func words(_ name: String) -> [String] {
        if case .words(let words) = values[name] { words } else { [] }
    }

    package func number(_ name: String) -> Int {
        if case .number(let number) = values[name] { number } else { 0 }
    }

    package func flag(_ name: String) -> Bool {
        if case .flag(let flag) = values[name] { flag } else { false }
    }
}

/// Why arguments do not fit a control.
package struct ArgumentError: Error, Equatable {
    package let parameter: String
    package let says: String
}
