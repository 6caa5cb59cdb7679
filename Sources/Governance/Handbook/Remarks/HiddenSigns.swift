extension Policy {
    /// Signs that turn the order of the words after them: a reader sees other words than the program reads.
    func hiddenSignRemarks() -> [FoundRemark] {
        clauses.compactMap { clause in
            let told = clause.carriers.compactMap { if case .told(_, let text) = $0 { text } else { nil } }
            let texts = [clause.says, clause.heading ?? ""] + told
            guard let sign = texts.lazy.compactMap({ $0.unicodeScalars.first(where: Self.turnsOrder) }).first else {
                return nil
            }
            let code = String(sign.value, radix: 16, uppercase: true)
            return FoundRemark(
                .hiddenSign, at: clause.at,
                "A sign that cannot be seen (U+\(code)) turns the order of the words. Type the passage anew.")
        }
    }

    /// The embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9).
    private static func turnsOrder(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
