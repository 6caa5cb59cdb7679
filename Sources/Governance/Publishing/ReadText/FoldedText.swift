/// Scalars folded to a byte each (`FoldedScalar`), in one pass, with what the readings ask of them.
struct FoldedText {
    let bytes: [UInt8]
    /// Where each byte stands among the scalars.
    let offsets: [Int32]
    /// Whether each byte is a letter in capitals.
    let upper: [Bool]
    /// The bytes that are neither a letter nor white space, and letters that follow two of their kind.
    let signs: [Int]
    let capitals: Int
    let letters: Int

    init(_ scalars: [UInt32]) {
        let table = FoldedScalar.table
        var bytes = [UInt8](repeating: 0, count: scalars.count)
        var offsets = [Int32](repeating: 0, count: scalars.count)
        var upper = [Bool](repeating: false, count: scalars.count)
        var signs: [Int] = []
        var (count, capitals, letters) = (0, 0, 0)
        var before: UInt8 = 0
        bytes.withUnsafeMutableBufferPointer { bytes in
            offsets.withUnsafeMutableBufferPointer { offsets in
                upper.withUnsafeMutableBufferPointer { upper in
                    for index in scalars.indices {
                        let byte = FoldedScalar.fold(scalars[index], by: table)
                        if byte == FoldedScalar.dropped { continue }
                        bytes[count] = byte
                        offsets[count] = Int32(truncatingIfNeeded: index)
                        if ReadText.isLetter(byte) {
                            letters += 1
                            if Self.isUpper(scalars[index], byte) {
                                upper[count] = true
                                capitals += 1
                            }
                            if byte == before, count > 1, byte == bytes[count - 2] {
                                signs.append(count)
                            }
                        } else if byte != FoldedScalar.space, byte != FoldedScalar.newline {
                            signs.append(count)
                        }
                        before = byte
                        count += 1
                    }
                }
            }
        }
        bytes.removeLast(scalars.count - count)
        offsets.removeLast(scalars.count - count)
        upper.removeLast(scalars.count - count)
        self.bytes = bytes
        self.offsets = offsets
        self.upper = upper
        self.signs = signs
        self.capitals = capitals
        self.letters = letters
    }

    @inline(__always)
    private static func isUpper(_ scalar: UInt32, _ letter: UInt8) -> Bool {
        scalar < 128 ? scalar != letter : Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }
}
