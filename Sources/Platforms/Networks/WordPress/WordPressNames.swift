import Crypto
import Foundation

/// The names by which a post and its pictures are found again on a website, whatever became of the answers.
enum WordPressNames {
    /// The post's name in its address: what it is about, and what makes it this one.
    static func slug(of post: OutgoingPost) -> String {
        let words = WordPressText(post.text).title.folding(
            options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "en_GB")
        ).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return words.prefix(6).map { $0.prefix(20).lowercased() }.joined(separator: "-")
            + (words.isEmpty ? "" : "-") + digest(of: post.key)
    }

    /// Of one of its pictures, counted from 0.
    static func picture(_ number: Int, of post: OutgoingPost) -> String {
        "picture-\(digest(of: post.key))-\(number + 1)"
    }

    private static func digest(of key: String) -> String {
        SHA256.hash(data: Data(key.utf8)).prefix(6).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined()
    }
}
