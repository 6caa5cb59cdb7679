import Governance
import Testing

/// One of the five papers built in, in the order of the table's columns.
enum Paper: String, Sendable, CaseIterable {
    case llt = "LLT"
    case dsat = "DSAT"
    case pen = "PEN"
    case link = "LINK"
    case dhl = "DHL"
}

/// A duty under one paper, and how it is exercised. The exercise throws when the duty would not hold.
struct DutyCell: Sendable, CustomTestStringConvertible {
    let duty: String
    let paper: Paper
    /// The paper does not ask it; the exercise shows that nothing cites the paper for it.
    let isSilent: Bool
    let exercise: @Sendable (Paper) async throws -> Sighting

    var testDescription: String { "\(duty) under \(paper.rawValue)" + (isSilent ? ", which is silent" : "") }

    /// A cell of each of these papers.
    static func each(
        _ duty: String, of papers: [Paper], _ exercise: @escaping @Sendable (Paper) async throws -> Sighting
    ) -> [DutyCell] {
        papers.map { DutyCell(duty: duty, paper: $0, isSilent: false, exercise: exercise) }
    }

    /// A cell of each of these papers, which do not have the duty.
    static func silent(
        _ duty: String, in papers: [Paper], _ exercise: @escaping @Sendable (Paper) async throws -> Sighting
    ) -> [DutyCell] {
        papers.map { DutyCell(duty: duty, paper: $0, isSilent: true, exercise: exercise) }
    }
}

/// What an exercise saw: the sections that the product itself cited, and how.
struct Sighting: Sendable, Equatable {
    var sections: [String]
    var how: String

    init(_ how: String, at sections: [String] = []) {
        self.how = how
        self.sections = sections
    }
}

/// Why a duty does not hold.
struct NotSeen: Error, CustomStringConvertible {
    let description: String
}

/// Throws unless it holds; says what was not seen.
func see(_ holds: Bool, _ says: @autoclosure () -> String) throws {
    guard holds else { throw NotSeen(description: says()) }
}

/// The value, which must be there.
func seen<Value>(_ value: Value?, _ says: @autoclosure () -> String) throws -> Value {
    guard let value else { throw NotSeen(description: says()) }
    return value
}

extension Paper {
    /// What each paper has of its own; a mistake in the test where one is missing.
    func own<Value>(_ values: [Paper: Value]) throws -> Value {
        try seen(values[self], "the test says nothing for \(rawValue)")
    }
}
