/// libjpeg fills up what is missing of a cut file with grey and goes on. A file that was cut has no end marker behind its
/// last scan (ITU-T T.81, annex B); what cameras write behind the marker is no part of the picture.
enum JPEGEnd {
    static func isThere(_ bytes: [UInt8]) -> Bool {
        var at = 2
        while at + 3 < bytes.count {
            guard bytes[at] == 0xFF else { return false }
            let marker = bytes[at + 1]
            if marker == 0xFF {
                at += 1
            } else if marker == 0xD9 {
                return true
            } else if marker == 0x01 || (0xD0...0xD8).contains(marker) {
                at += 2
            } else {
                let isScan = marker == 0xDA
                at += 2 + Int(bytes[at + 2]) << 8 + Int(bytes[at + 3])
                if isScan { at = endOfScan(bytes, from: at) }
            }
        }
        return at + 1 < bytes.count && bytes[at] == 0xFF && bytes[at + 1] == 0xD9
    }

    /// The first marker that is no stuffed byte, no fill and no restart of the coder.
    private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
        var at = start
        while at + 1 < bytes.count {
            let next = bytes[at + 1]
            if bytes[at] == 0xFF, next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return at }
            at += 1
        }
        return at
    }
}
