/// A picture that was taken as proof: its bytes as they came, and what kind they are.
package struct ScreenshotFile: Sendable, Equatable {
    package let bytes: [UInt8]
    package let kind: ScreenshotKind

    /// Nil when the bytes are no whole PNG or JPEG, as far as can be told without decoding them.
    package init?(_ bytes: [UInt8]) {
        if PNGStructure.isWhole(bytes) {
            kind = .png
        } else if JPEGStructure.isWhole(bytes) {
            kind = .jpeg
        } else {
            return nil
        }
        self.bytes = bytes
    }
}

/// The kinds of picture that are taken as a screenshot, told by their structure and never by their name.
package enum ScreenshotKind: String, Sendable, Codable, CaseIterable {
    case png, jpeg

    package var mediaType: String { "image/\(rawValue)" }
}
