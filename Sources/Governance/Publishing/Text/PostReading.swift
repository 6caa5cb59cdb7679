/// A draft read once: every field that is published as words, and every address in it.
package struct PostReading: Sendable {
    package let texts: [ReadText]
    package let links: [ReadLink]

    init(_ fields: [FieldText]) {
        texts = fields.map { ReadText($0) }
        links = texts.flatMap(ReadLink.all)
    }

    /// The post's own text.
    var text: ReadText { texts[0] }
}
