import Governance

extension Policy {
    /// What the document says of itself, line by line; what it leaves blank is shown as blank.
    var documentFacts: [Fact] {
        let blank = "Blank in the paper"
        var shown = [Fact("Organisation", organisation), Fact("Short name", key)]
        shown.append(Fact("It calls itself", facts.status ?? blank))
        shown.append(Fact("Version", facts.version ?? blank))
        shown.append(Fact("Dated", facts.dated.map(When.partial) ?? blank))
        shown.append(Fact("Approved", facts.approved.map(When.partial) ?? blank))
        shown.append(Fact("Approved by", facts.approvedBy ?? blank))
        shown.append(Fact("Adopted", facts.adopted.map(When.partial) ?? blank))
        shown.append(Fact("Owner", facts.owner ?? blank))
        shown.append(Fact("Review", reviewInWords))
        shown.append(Fact("Binds", boundInWords))
        shown.append(Fact("Clauses", String(clauses.count)))
        return shown
    }

    /// One of them, as a clause that rests on it says it.
    func says(fact: String) -> String {
        let value: String? =
            switch fact {
            case "status": facts.status
            case "version": facts.version
            case "dated": facts.dated.map(When.partial)
            case "approved": facts.approved.map(When.partial)
            case "approved-by": facts.approvedBy
            case "adopted": facts.adopted.map(When.partial)
            case "owner": facts.owner
            case "author": facts.author
            case "review": reviewInWords
            case "binds": boundInWords
            case "title": title
            case "organisation": organisation
            case "nation": nation.rawValue.replacing("-", with: " ")
            case "names": names.joined(separator: ", ")
            case "tone": tone.isEmpty ? nil : tone.joined(separator: ", ")
            case "history": facts.history.isEmpty ? nil : "\(facts.history.count) earlier versions"
            case "related": related.isEmpty ? nil : related.map(\.title).joined(separator: "; ")
            case "roles": roles.isEmpty ? nil : roles.map(\.title).joined(separator: ", ")
            case "scope": "what the policy covers; ask under “Is it covered?”"
            default: nil
            }
        let name =
            switch fact {
            case "scope": "scope"
            case "binds": "whom it binds"
            case "related": "other documents"
            default: fact.replacing("-", with: " ")
            }
        return "\(name): \(value ?? "blank")"
    }

    private var reviewInWords: String {
        guard let review = facts.review else { return "The paper names none" }
        var words = review.everyMonths.map { "every \(monthsInWords($0))" } ?? ""
        if let due = reviewDue { words += (words.isEmpty ? "" : ", ") + "due \(When.partial(due))" }
        if !review.by.isEmpty {
            words += (words.isEmpty ? "" : ", ") + "by " + review.by.map(\.title).joined(separator: " and ")
        }
        return words.isEmpty ? "Blank in the paper" : words
    }

    private var boundInWords: String {
        var seen: [String] = []
        for binding in binds where !seen.contains(ScopeQuestions.says(binding.who)) {
            seen.append(ScopeQuestions.says(binding.who))
        }
        return seen.isEmpty ? "Blank in the paper" : seen.joined(separator: ", ")
    }
}
