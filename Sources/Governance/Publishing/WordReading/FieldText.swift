/// One field of a draft, decoded once for every reader: places count in its Unicode scalars.
package struct FieldText: Sendable {
    /// The field's name in the screening contract, for example `media[0].alt`.
    package let field: String
    let scalars: [UInt32]

    package init(_ field: String, _ text: String) {
        self.field = field
        var text = text
        scalars = text.withUTF8(Self.decoded)
    }

    func place(_ range: Range<Int>) -> Place { Place(field, from: range.lowerBound, to: range.upperBound) }

    /// The passage as the author wrote it.
    func passage(_ range: Range<Int>) -> String {
        let values = scalars[range]
        if values.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: values.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
        }
        return String(String.UnicodeScalarView(values.compactMap { Unicode.Scalar($0) }))
    }

    /// - Parameter bytes: of a string, so they are valid UTF-8.
    private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        var scalars = [UInt32](repeating: 0, count: bytes.count)
        let count = scalars.withUnsafeMutableBufferPointer { scalars in
            var count = 0
            var at = 0
            while at < bytes.count {
                let (value, length) = scalar(bytes, at)
                scalars[count] = value
                count += 1
                at += length
            }
            return count
        }
        scalars.removeLast(bytes.count - count)
        return scalars
    }

    @inline(__always)
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (first, 1) }
        let second = UInt32(bytes[index + 1]) & 0x3F
        if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
        let third = UInt32(bytes[index + 2]) & 0x3F
        if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
        return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[index + 3]) & 0x3F, 4)
    }
}
