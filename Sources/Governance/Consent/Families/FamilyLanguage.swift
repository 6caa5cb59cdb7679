/// A language in which families read, in the order in which they are offered; English, the original, first.
package enum FamilyLanguage: String, Sendable, CaseIterable {
    case english = "en"
    case polish = "pl"
    case romanian = "ro"
    case portuguese = "pt"
    case ukrainian = "uk"
    case urdu = "ur"
    case arabic = "ar"

    /// The language of that code; English for anything else.
    package init(called code: String?) { self = code.flatMap(FamilyLanguage.init) ?? .english }

    /// What it calls itself.
    package var title: String {
        switch self {
        case .english: "English"
        case .polish: "Polski"
        case .romanian: "Română"
        case .portuguese: "Português"
        case .ukrainian: "Українська"
        case .urdu: "اردو"
        case .arabic: "العربية"
        }
    }

    package var isRightToLeft: Bool { self == .urdu || self == .arabic }
}
