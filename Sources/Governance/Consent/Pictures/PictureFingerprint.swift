/// What a picture looks like in 64 bits, as the decoder wrote it: 16 hexadecimal digits. Each bit says whether one place is
/// brighter than the next, so that another size or file of the same picture has nearly the same.
package struct PictureFingerprint: Sendable, Equatable {
    private let bits: UInt64

    /// Nil for what is no fingerprint.
    package init?(_ text: String) {
        guard text.utf8.count == 16, let bits = UInt64(text, radix: 16) else { return nil }
        self.bits = bits
    }

    /// In bits: the same picture, saved again. The next photo of a series differs in more.
    private static let near = 2
    /// A plain surface is brighter nowhere, and looks like every other.
    private static let plain = 4

    /// Whether it is most likely of the same picture.
    package func isNear(_ other: PictureFingerprint) -> Bool {
        let set = bits.nonzeroBitCount
        guard (Self.plain...(64 - Self.plain)).contains(set) else { return false }
        return (bits ^ other.bits).nonzeroBitCount <= Self.near
    }
}
