import Governance
import Store

extension Organisation {
    /// Why an author looks again at a post: the sections that ask it, or the product's own rule (PUB-16).
    func reviewRule(at school: Identifier<School>, _ tx: WriteTransaction) throws -> String {
        let sections = try policyInForce(at: school, on: tx.now, tx)?.policy.sections(carriedBy: .reviewPosts) ?? []
        return "Authors keep what they posted under review: \(whoseRule(sections))"
    }
}

/// The sections that ask something, or, where none does, that the product asks it.
func whoseRule(_ sections: [String]) -> String {
    switch sections.count {
    case 0: "the product's own rule"
    case 1: "section \(sections[0])"
    default: "sections \(sections.dropLast().joined(separator: ", ")) and \(sections[sections.count - 1])"
    }
}
