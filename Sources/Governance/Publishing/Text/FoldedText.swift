/// Scalars folded to a byte each (`FoldedScalar`), with what the readings ask of them.
struct FoldedText: Sendable {
    let bytes: [UInt8]
    /// Where each byte stands among the scalars; nil when none was dropped, so that both count alike.
    let offsets: [Int]?
    /// Whether each byte is a letter in capitals.
    let upper: [Bool]
    /// The bytes that are neither a letter nor white space, and letters that follow two of their kind.
    let signs: [Int]

    init(_ scalars: [UInt32]) {
        (bytes, offsets, upper) = Self.folded(scalars)
        signs = Self.signs(of: bytes)
    }

    private static func folded(_ scalars: [UInt32]) -> (bytes: [UInt8], offsets: [Int]?, upper: [Bool]) {
        let table = FoldedScalar.table
        var bytes = [UInt8](repeating: 0, count: scalars.count)
        var upper = [Bool](repeating: false, count: scalars.count)
        var offsets: [Int]?
        var count = 0
        bytes.withUnsafeMutableBufferPointer { bytes in
            upper.withUnsafeMutableBufferPointer { upper in
                for (index, scalar) in scalars.enumerated() {
                    let byte = FoldedScalar.fold(scalar, by: table)
                    if byte == FoldedScalar.dropped {
                        if offsets == nil { offsets = Array(0..<count) }
                        continue
                    }
                    bytes[count] = byte
                    upper[count] = scalar < 128 ? scalar &- 65 < 26 : isUpper(scalar, byte)
                    if offsets != nil { offsets?.append(index) }
                    count += 1
                }
            }
        }
        bytes.removeLast(scalars.count - count)
        upper.removeLast(scalars.count - count)
        return (bytes, offsets, upper)
    }

    private static func isUpper(_ scalar: UInt32, _ byte: UInt8) -> Bool {
        ReadText.isLetter(byte) && Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }

    private static func signs(of bytes: [UInt8]) -> [Int] {
        var signs: [Int] = []
        var (last, before): (UInt8, UInt8) = (0, 0)
        for (index, byte) in bytes.enumerated() {
            if ReadText.isLetter(byte) {
                if byte == last, byte == before { signs.append(index) }
            } else if byte != FoldedScalar.space, byte != FoldedScalar.newline {
                signs.append(index)
            }
            (last, before) = (byte, last)
        }
        return signs
    }
}
