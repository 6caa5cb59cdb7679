import Governance

extension PostDraft {
    /// Which of its pictures go to one place, as a sentence after others; nil when all of them do.
    func picturesSaid(_ there: Draft) -> String? {
        let ids = Set(there.media.map(\.id))
        let numbers = pictures.indices.filter { ids.contains(pictures[$0].picture.text) }.map { "\($0 + 1)" }
        guard numbers.count < pictures.count, ids.count == numbers.count else { return nil }
        if numbers.isEmpty { return " Without its pictures." }
        return
            " With \(numbers.count == 1 ? "picture" : "pictures") \(Composition.listed(numbers)) of \(pictures.count)."
    }
}
