/// Scalars folded to a byte each (`FoldedScalar`), in one pass, with what the readings ask of them.
struct FoldedText {
    let bytes: [UInt8]
    /// Where each byte stands among the scalars; nil when none was dropped, so that both count alike.
    let offsets: [Int]?
    /// Whether each byte is a letter in capitals.
    let upper: [Bool]
    /// The bytes that are neither a letter nor white space, and letters that follow two of their kind.
    let signs: [Int]
    let capitals: Int
    let letters: Int

    init(_ scalars: [UInt32]) {
        let table = FoldedScalar.table
        var bytes = [UInt8](repeating: 0, count: scalars.count)
        var upper = [Bool](repeating: false, count: scalars.count)
        var offsets: [Int]?
        var signs: [Int] = []
        var (count, capitals, letters) = (0, 0, 0)
        var before: UInt8 = 0
        bytes.withUnsafeMutableBufferPointer { bytes in
            upper.withUnsafeMutableBufferPointer { upper in
                for index in scalars.indices {
                    let scalar = scalars[index]
                    let byte = FoldedScalar.fold(scalar, by: table)
                    if byte == FoldedScalar.dropped {
                        if offsets == nil { offsets = Array(0..<count) }
                        continue
                    }
                    bytes[count] = byte
                    offsets?.append(index)
                    if ReadText.isLetter(byte) {
                        letters += 1
                        if Self.isUpper(scalar, byte) {
                            upper[count] = true
                            capitals += 1
                        }
                        if byte == before, count > 1, byte == bytes[count - 2] { signs.append(count) }
                    } else if byte != FoldedScalar.space, byte != FoldedScalar.newline {
                        signs.append(count)
                    }
                    before = byte
                    count += 1
                }
            }
        }
        bytes.removeLast(scalars.count - count)
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
