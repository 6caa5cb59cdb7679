/// The school's own contact details, however they are written.
struct SchoolContact {
    private let phones: [String]
    private let emails: [String]
    private let postcodes: [String]

    init(_ organisation: OrganisationFacts) {
        phones = organisation.phones.map(Self.national)
        emails = organisation.emails.map { $0.lowercased().filter { !$0.isWhitespace } }
        postcodes = organisation.postcodes.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
    }

    /// The whole number, or its last six digits or more, as locals write it.
    func has(phone digits: String) -> Bool {
        phones.contains { $0 == digits || digits.count >= 6 && digits.count <= 8 && $0.hasSuffix(digits) }
    }

    func has(email: String) -> Bool { emails.contains(email) }

    func has(postcode: String) -> Bool { postcodes.contains(postcode) }

    private static func national(_ phone: String) -> String {
        let plus = phone.contains("+")
        var digits = phone.filter { $0.isASCII && $0.isNumber }
        if digits.hasPrefix("0044") { digits = "44" + digits.dropFirst(4) }
        guard digits.hasPrefix("44"), plus || digits.count >= 12 else { return digits }
        digits = String(digits.dropFirst(2))
        return digits.hasPrefix("0") ? digits : "0" + digits
    }
}
