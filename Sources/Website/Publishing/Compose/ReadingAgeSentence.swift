import Governance

/// What the reading age of a draft says to its author, by who reads the chosen accounts.
enum ReadingAgeSentence {
    /// Nil for a text too short to say.
    static func of(_ draft: PostDraft, accounts: [PostingAccount]) -> String? {
        guard let years = ReadingAge.years(of: draft.text) else { return nil }
        let chosen = draft.places.compactMap { place in accounts.first { $0.id == place.account } }
        guard !chosen.isEmpty else { return "Reading age \(years)." }
        return chosen.contains { $0.readers == .children }
            ? "Reading age \(years). Children read it." : "Reading age \(years). Our readers are families."
    }
}
