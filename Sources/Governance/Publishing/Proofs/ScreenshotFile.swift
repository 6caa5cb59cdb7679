/// A picture that was taken as proof: its pixels as they came, nothing else that its file said (a phone writes where it was
/// taken, and by whom), and what kind it is.
package struct ScreenshotFile: Sendable, Equatable {
    package let bytes: [UInt8]
    package let kind: ScreenshotKind

    /// Nil when the bytes are no whole PNG or JPEG, as far as can be told without decoding them.
    package init?(_ bytes: [UInt8]) {
        if let bare = PNGStructure.bare(bytes) {
            (self.bytes, kind) = (bare, .png)
        } else if let bare = JPEGStructure.bare(bytes) {
            (self.bytes, kind) = (bare, .jpeg)
        } else {
            return nil
        }
    }
}

/// The kinds of picture that are taken as a screenshot, told by their structure and never by their name.
package enum ScreenshotKind: String, Sendable, Codable, CaseIterable {
    case png, jpeg

    package var mediaType: String { "image/\(rawValue)" }
}
