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

/// What is kept of how a picture looks, by which it is known again. It shows nothing of what the picture showed.
package struct PictureLooks: Sendable, Equatable {
    private let fingerprint: PictureFingerprint?
    private let width: Int
    private let height: Int
    private let digest: String?

    /// - Parameters:
    ///   - fingerprint: sixteen hexadecimal digits; anything else is like nothing.
    ///   - width: in pixels, as the height.
    ///   - digest: of its bytes; nil: not known.
    package init(fingerprint: String, width: Int, height: Int, digest: String?) {
        self.fingerprint = PictureFingerprint(fingerprint)
        self.width = width
        self.height = height
        self.digest = digest
    }

    /// Two pictures of one shape: as wide for their height, but for a fiftieth, which is what rounding makes of a small one.
    private func hasShape(of other: PictureLooks) -> Bool {
        let (one, two) = (width * other.height, other.width * height)
        return abs(one - two) * 50 <= max(one, two)
    }

    /// Whether it is the same file to the letter.
    /// Whether it is known of which bytes it is.
    package var isOfKnownFile: Bool { digest != nil }

    package func isSameFile(as other: PictureLooks) -> Bool { digest != nil && digest == other.digest }

    /// Whether it is the same file, or most likely the same picture saved again. Two cards of one template, on which only a
    /// name differs, are alike too: likeness alone decides nothing for good.
    package func isLike(_ other: PictureLooks) -> Bool {
        if isSameFile(as: other) { return true }
        guard let fingerprint, let its = other.fingerprint else { return false }
        return hasShape(of: other) && fingerprint.isNear(its)
    }
}
