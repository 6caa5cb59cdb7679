import Foundation

/// A draft as it was last saved.
package struct SavedDraft: Sendable, Equatable {
    /// Counts up with each save; a save names the one it started from.
    package let version: Int
    package let content: PostDraft
    /// Everyone who wrote a part of it: none of them approves it.
    package let writers: Set<Identifier<User>>
    package let savedAt: Date
    package let savedBy: Identifier<User>
    package let discardedAt: Date?

    package init(
        version: Int, content: PostDraft, writers: Set<Identifier<User>>, savedAt: Date, savedBy: Identifier<User>,
        discardedAt: Date? = nil
    ) {
        self.version = version
        self.content = content
        self.writers = writers
        self.savedAt = savedAt
        self.savedBy = savedBy
        self.discardedAt = discardedAt
    }
}
