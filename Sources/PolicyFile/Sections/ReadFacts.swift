import Governance

/// What the paper says of itself; what it leaves blank stays blank.
func readFacts(_ fields: Fields) -> DocumentFacts {
    DocumentFacts(
        status: fields.text("status"), version: fields.text("version"), dated: readDate(fields["dated"]),
        approved: readDate(fields["approved"]), approvedBy: fields.text("approved-by"),
        adopted: readDate(fields["adopted"]), owner: fields.text("owner"), author: fields.text("author"),
        review: fields["review"].flatMap(readReview),
        history: fields["history"]?.items.compactMap(readPastVersion) ?? [])
}

/// Nil, with a problem unless blank, when it is no date.
func readDate(_ item: Item?) -> PartialDate? {
    guard let item, let text = item.text else { return nil }
    if let date = PartialDate(text) { return date }
    item.report(
        "`\(text)` is no date.", "Write a year, a month or a day that exists: 2022, 2022-05 or 2022-05-31.")
    return nil
}

private func readReview(_ item: Item) -> DocumentFacts.Review? {
    guard let fields = Fields(item, known: ["every", "due", "by"], what: "A review") else { return nil }
    return DocumentFacts.Review(
        everyMonths: fields["every"].flatMap(readMonths), due: readDate(fields["due"]),
        by: fields["by"]?.items.compactMap(readRole) ?? [])
}

private func readMonths(_ item: Item) -> Int? {
    guard let text = item.text else { return nil }
    let words = text.split(separator: " ")
    if words.count == 2, let number = Int(words[0]), (1...120).contains(number) {
        switch words[1] {
        case "year", "years": return number * 12
        case "month", "months": return number
        default: break
        }
    }
    item.report("`\(text)` is no time between reviews.", "Write it as `1 year`, `3 years` or `6 months`.")
    return nil
}

private func readPastVersion(_ item: Item) -> DocumentFacts.PastVersion? {
    guard
        let fields = Fields(
            item, known: ["version", "dated", "by", "changed"], required: ["version", "changed"],
            what: "A version in the history")
    else { return nil }
    return DocumentFacts.PastVersion(
        version: fields.text("version") ?? "", dated: readDate(fields["dated"]), by: fields.text("by"),
        changed: fields.text("changed") ?? "")
}
