import Foundation
import Governance

/// A field that must say something; its text without white space at the ends.
func required(_ text: String, _ field: String, _ says: String, most: Int = 2_000) throws -> String {
    let text = trimmed(text)
    guard !text.isEmpty else { throw ActionError.invalid(field, says) }
    guard text.count <= most else { throw ActionError.invalid(field, "Use at most \(grouped(most)) characters") }
    return text
}

func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
