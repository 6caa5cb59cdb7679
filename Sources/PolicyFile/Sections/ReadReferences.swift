import Governance

/// Another document that the policy stands with.
func readRelated(_ item: Item) -> RelatedDocument? {
    guard
        let fields = Fields(
            item, known: ["title", "at", "url", "edition"], required: ["title"], what: "An entry of `related`")
    else { return nil }
    if let url = fields["url"], let text = url.text, !text.hasPrefix("https://"), !text.hasPrefix("http://") {
        url.report("`\(text)` is no address on the web.", "Begin it with https://.")
    }
    return RelatedDocument(
        title: fields.text("title") ?? "", at: fields.text("at"), url: fields.text("url"),
        edition: fields.text("edition"))
}

/// What a reader noticed about the paper.
func readRemark(_ item: Item) -> Remark? {
    guard let fields = Fields(item, known: ["at", "says", "source"], required: ["says"], what: "A remark") else {
        return nil
    }
    return Remark(at: fields.text("at"), says: fields.text("says") ?? "", source: fields.text("source"))
}
