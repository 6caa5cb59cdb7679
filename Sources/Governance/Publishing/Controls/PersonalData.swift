/// Nobody's personal data is published.
package struct PersonalData: Control {
    package static let id = "publishing.personal-data"
    package static let about = """
        Finds phone numbers, e-mail and postal addresses, dates of birth and bank details in what is published. The \
        school's own contact details and public helplines are let through.
        """
    package static let parameters = [
        Parameter("kinds", .choices(allKinds), fallback: .words(allKinds), about: "which kinds of data to look for")
    ]
    package static let codes = [
        "personal_data_phone", "personal_data_email", "personal_data_address", "personal_data_dob",
        "personal_data_bank",
    ]

    private static let allKinds = ["phone", "email", "address", "dob", "bank"]

    private let kinds: Set<String>

    package init(_ arguments: Arguments) {
        kinds = Set(arguments.words("kinds"))
    }

    package func examine(_ post: PublishPost) -> [Observation] {
        post.reading.texts.flatMap { text -> [Observation] in
            let runs = DigitRun.all(in: text)
            let bank = BankDetails.all(in: text, runs: runs)
            var seen: [(start: Int, subject: String, observation: Observation)] = []
            for (range, subject, code, certainty) in found(text, runs, bank, post) where kinds.contains(code) {
                guard !seen.contains(where: { $0.subject == subject }) else { continue }
                seen.append((range.lowerBound, subject, Self.observation(code, certainty, range, text)))
            }
            return seen.sorted { $0.start < $1.start }.map(\.observation)
        }
    }

    private typealias Found = (range: Range<Int>, subject: String, kind: String, certainty: Observation.Certainty)

    private func found(_ text: ReadText, _ runs: [DigitRun], _ bank: [Range<Int>], _ post: PublishPost) -> [Found] {
        let contact = SchoolContact(post.organisation)
        var found: [Found] = bank.map { ($0, "bank \(text.folded($0))", "bank", .plain) }
        for number in PhoneNumbers.all(
            in: text, runs: runs, links: post.reading.links.filter { $0.field == text.field })
        where !Helplines.contains(number.digits) && !contact.has(phone: number.digits)
            && !bank.contains(where: { $0.overlaps(number.range) })
        {
            found.append((number.range, "phone \(number.digits)", "phone", number.certainty))
        }
        for email in EmailAddresses.all(in: text) where !contact.has(email: email.address) {
            found.append((email.range, "email \(email.address)", "email", .plain))
        }
        // an address and a date have digits
        if runs.isEmpty { return found }
        found += addresses(text, contact)
        for birth in BirthDates.all(in: text) {
            found.append((birth.range, "dob \(birth.range.lowerBound)", "dob", birth.certainty))
        }
        return found
    }

    /// A street and the postcode right after it are one address.
    private func addresses(_ text: ReadText, _ contact: SchoolContact) -> [Found] {
        var found: [Found] = []
        let all = PostalAddresses.all(in: text).sorted { $0.range.lowerBound < $1.range.lowerBound }
        var skip = false
        for (index, address) in all.enumerated() {
            if skip {
                skip = false
                continue
            }
            var range = address.range
            var postcode = address.postcode
            if postcode == nil, index + 1 < all.count, let next = all[index + 1].postcode,
                all[index + 1].range.lowerBound - range.upperBound < 60
            {
                range = range.lowerBound..<all[index + 1].range.upperBound
                postcode = next
                skip = true
            }
            if let postcode, contact.has(postcode: postcode) { continue }
            found.append((range, "address \(text.folded(range))", "address", .plain))
        }
        return found
    }

    private static func observation(
        _ kind: String, _ certainty: Observation.Certainty, _ range: Range<Int>, _ text: ReadText
    ) -> Observation {
        let what =
            switch kind {
            case "phone": "a phone number"
            case "email": "an e-mail address"
            case "address": "a postal address"
            case "dob": "somebody's date of birth"
            default: "bank details"
            }
        return Observation(
            "personal_data_\(kind)", certainty, at: text.place(range), evidence: text.passage(range), basis: .reading,
            says: "\(text.quoted(range)) is \(what).",
            advice: kind == "dob"
                ? "Leave the date out."
                : "Leave it out, or use the school's own contact details; say so if it is a public one.")
    }
}
