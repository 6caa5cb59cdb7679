extension Policy {
    /// Whether the paper is approved and adopted, as it says itself.
    func standingRemarks() -> [FoundRemark] {
        var remarks: [FoundRemark] = []
        if let status = facts.status, status.lowercased().contains("draft") {
            remarks.append(FoundRemark(.draft, "The paper calls itself a draft (\(status))."))
        }
        if let approved = facts.approved {
            if facts.approvedBy == nil {
                remarks.append(
                    FoundRemark(
                        .approverMissing, "Approved \(approved.whenInWords), but the paper does not say by whom."))
            }
            if let dated = facts.dated, let first = dated.firstDay, let last = approved.lastDay, first > last {
                let version = facts.version.map { "Version \($0)" } ?? "The version in force"
                remarks.append(
                    FoundRemark(
                        .versionAfterApproval,
                        "\(version) is dated \(dated.inWords), later than its approval \(approved.whenInWords)."))
            }
        } else {
            remarks.append(FoundRemark(.notApproved, "Not approved: the paper gives no date of approval."))
        }
        if facts.adopted == nil {
            remarks.append(FoundRemark(.notAdopted, "The paper gives no date of adoption."))
        }
        return remarks
    }
}
