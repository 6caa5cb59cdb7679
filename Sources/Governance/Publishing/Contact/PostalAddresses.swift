/// Postcodes, and house numbers with their street.
enum PostalAddresses {
    struct Found {
        let range: Range<Int>
        /// The postcode without spaces; nil for a street.
        let postcode: String?
    }

    static func all(in text: ReadText) -> [Found] {
        let postcodes = Postcodes.all(in: text)
        let streets = StreetLines.all(in: text)
        return streets.map { Found(range: $0, postcode: nil) }
            + postcodes.map { Found(range: $0.range, postcode: $0.code) }
    }
}
