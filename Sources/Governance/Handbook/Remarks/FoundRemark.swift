/// Something the program itself finds to say about a policy on a given day. It is no error: the policy can be used.
package struct FoundRemark: Sendable, Equatable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case draft
        case notApproved = "not-approved"
        case approverMissing = "approver-missing"
        case versionAfterApproval = "version-after-approval"
        case notAdopted = "not-adopted"
        case reviewOverdue = "review-overdue"
        case reviewMissing = "review-missing"
        case outdatedEdition = "outdated-edition"
        case hiddenSign = "hidden-sign"
        case notCarriedYet = "not-carried-yet"
    }
    package let kind: Kind
    /// The section it concerns; nil for the document as a whole.
    package let at: String?
    package let says: String
    /// Where it rests, when that is outside the policy.
    package let source: String?

    init(_ kind: Kind, at: String? = nil, _ says: String, source: String? = nil) {
        self.kind = kind
        self.at = at
        self.says = says
        self.source = source
    }
}

extension Policy {
    /// What the program finds on a day: the standing of the document, its review, what it cites, what is not carried.
    package func remarks(on day: Day) -> [FoundRemark] {
        standingRemarks() + reviewRemarks(on: day) + editionRemarks(on: day) + hiddenSignRemarks() + notCarriedRemarks()
    }
}
