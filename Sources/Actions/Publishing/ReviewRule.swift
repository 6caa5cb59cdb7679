import Governance
import Store

extension Organisation {
    /// Why an author looks again at a post: the sections that ask it, or the product's own rule (PUB-16).
    func reviewRule(at school: Identifier<School>, _ tx: WriteTransaction) throws -> String {
        let sections = try policyInForce(at: school, on: tx.now, tx)?.policy.sections(carriedBy: .reviewPosts) ?? []
        return "Authors keep what they posted under review: \(whoseRule(sections))"
    }
}
