extension Sequence {
    /// One after the other.
    func asyncMap<Other>(_ transform: (Element) async throws -> Other) async rethrows -> [Other] {
        var made: [Other] = []
        for element in self { made.append(try await transform(element)) }
        return made
    }
}
