import Foundation

/// Short names in addresses and files: small letters, digits and hyphens, at most sixty.
package enum Slug {
    /// Words with which addresses outside organisations begin; no organisation is called one of them.
    package static let reserved: Set<String> = [
        "health", "assets", "set-up", "favicon.ico", "robots.txt", "favicon", "robots", "api", "static", "well-known",
    ]

    /// Words that stand where a school's short name would in the addresses of an organisation.
    package static let reservedOfSchools: Set<String> = ["new", "organisation"]

    package static func isOne(_ text: String) -> Bool {
        (1...60).contains(text.utf8.count) && !text.hasPrefix("-")
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    /// A short name made of a full one, for example `st-aidans-primary` of `St Aidan’s Primary`; empty when nothing
    /// in it can stand in an address.
    ///
    /// - Parameter taken: short names it must not be; a number at the end tells it from them.
    package static func made(from name: String, beside taken: Set<String> = []) -> String {
        let plain = name.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
            .lowercased().filter { !"'’‘`´.".contains($0) }
        let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var slug = ""
        for word in words {
            let longer = slug.isEmpty ? String(word.prefix(56)) : slug + "-" + word
            guard longer.utf8.count <= 56 else { break }
            slug = longer
        }
        guard !slug.isEmpty, taken.contains(slug) else { return slug }
        let number = (2...).first { !taken.contains("\(slug)-\($0)") } ?? 2
        return "\(slug)-\(number)"
    }
}
