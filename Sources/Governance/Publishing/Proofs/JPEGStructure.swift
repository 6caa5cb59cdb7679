/// The structure of a JPEG (ITU-T T.81, annex B): a start marker, segments that say their length, a frame with its
/// size, a scan, and an end marker. What cameras write beside that, in segments of their own and behind the end marker, is
/// no part of the picture: where and when it was taken, by whom, and a small copy of it.
enum JPEGStructure {
    /// The picture alone; nil when it is not whole.
    static func bare(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        var kept: [UInt8] = [0xFF, 0xD8]
        kept.reserveCapacity(bytes.count)
        var at = 2
        var hasFrame = false
        var hasScan = false
        while at + 1 < bytes.count {
            guard bytes[at] == 0xFF else { return nil }
            let marker = bytes[at + 1]
            if marker == 0xFF {
                at += 1
                continue
            }
            if marker == end { return hasFrame && hasScan ? kept + [0xFF, end] : nil }
            guard !isBare(marker), at + 3 < bytes.count else { return nil }
            let length = Int(bigEndian: bytes[at + 2..<at + 4])
            guard length >= 2, at + 2 + length <= bytes.count else { return nil }
            let data = bytes[at + 4..<at + 2 + length]
            if isOfPicture(marker, data) { kept += bytes[at..<at + 2 + length] }
            at += 2 + length
            if isFrame(marker) {
                guard isSized(data) else { return nil }
                hasFrame = true
            }
            if marker == scan {
                guard hasFrame else { return nil }
                hasScan = true
                let coded = at
                at = endOfScan(bytes, from: at)
                kept += bytes[coded..<at]
            }
        }
        return nil
    }

    private static let end: UInt8 = 0xD9
    private static let scan: UInt8 = 0xDA

    /// Markers without a length have no place between segments.
    private static func isBare(_ marker: UInt8) -> Bool { marker < 0xC0 || (0xD0...0xD8).contains(marker) }

    /// SOF0 to SOF15, without the tables and the reserved code among them.
    private static func isFrame(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    }

    /// Frames, scans and the tables and counts that they need. Of the segments of programs, Adobe's alone, which says how
    /// colours are coded and nothing else (T.872, 6.5.3).
    private static func isOfPicture(_ marker: UInt8, _ data: ArraySlice<UInt8>) -> Bool {
        if marker == 0xEE { return data.count == 12 && data.starts(with: "Adobe".utf8) }
        return isFrame(marker) || marker == scan || [0xC4, 0xCC, 0xDB, 0xDC, 0xDD].contains(marker)
    }

    private static func isSized(_ data: ArraySlice<UInt8>) -> Bool {
        guard data.count >= 6 else { return false }
        let at = data.startIndex
        return PictureSize.isAllowed(Int(bigEndian: data[at + 3..<at + 5]), Int(bigEndian: data[at + 1..<at + 3]))
    }

    /// The first marker that ends the coded data: not a stuffed byte, and not one that only restarts the coder.
    private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
        var at = start
        while at + 1 < bytes.count {
            if bytes[at] == 0xFF, bytes[at + 1] != 0, !(0xD0...0xD7).contains(bytes[at + 1]), bytes[at + 1] != 0xFF {
                return at
            }
            at += 1
        }
        return bytes.count
    }
}
