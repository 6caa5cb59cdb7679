/// What changes from one policy to another, in sentences for the people whom it concerns.
package struct PolicyDifference: Sendable, Equatable {
    package let changes: [PolicyChange]

    package init(from old: Policy, to new: Policy) {
        changes =
            bindingChanges(old, new) + clauseChanges(old, new) + routeChanges(old, new) + documentChanges(old, new)
    }

    /// The changes for one kind of reader, in the paper's order.
    package func changes(for readers: PolicyChange.Readers) -> [PolicyChange] {
        changes.filter { $0.readers == readers }
    }
}

/// One change, as a sentence.
package struct PolicyChange: Sendable, Equatable {
    /// Whom a change concerns first.
    package enum Readers: String, Sendable, Codable, CaseIterable {
        case bound, authors, leaders, document

        /// As a heading.
        package var title: String {
            switch self {
            case .bound: "For everyone bound"
            case .authors: "For those who post and reply"
            case .leaders: "For those who decide and hear"
            case .document: "About the document"
            }
        }

        /// Whose changes concern someone who holds these roles and is bound.
        package static func concerning(_ roles: Set<Role>) -> Set<Readers> {
            var readers: Set<Readers> = [.bound]
            if !roles.isDisjoint(with: PublishingRoles.writing) { readers.insert(.authors) }
            if !roles.subtracting([.author, .office]).isEmpty { readers.insert(.leaders) }
            return readers
        }
    }
    package let readers: Readers
    /// The section; nil for the document as a whole.
    package let at: String?
    package let says: String

    init(_ readers: Readers, at: String? = nil, _ says: String) {
        self.readers = readers
        self.at = at
        self.says = says
    }
}

/// The keys of both, those of the first in its order and then the new ones.
func inOrder<Key: Hashable>(_ old: [Key], _ new: [Key]) -> [Key] {
    var seen: Set<Key> = []
    return (old + new).filter { seen.insert($0).inserted }
}

/// `a`, `a and b`, `a, b and c`.
func listed(_ words: [String], none: String = "none") -> String {
    switch words.count {
    case 0: none
    case 1: words[0]
    default: words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
    }
}
