/// How much one film may be: the one place for it.
package enum FilmBounds {
    /// In bytes: about a minute as phones take it, and what Mastodon, WordPress and mail servers' neighbours still take (99
    /// to 100 MB by their documentation, August 2026). What is longer belongs on a channel for films.
    package static let mostBytes = 100 * 1_024 * 1_024
    /// In seconds: ten minutes. A lesson filmed from end to end is no post.
    package static let mostSeconds = 600.0
    /// Of each of its pictures: those of a 4K film, 4,096 by 2,304.
    package static let mostPixels = 9_437_184.0
}
