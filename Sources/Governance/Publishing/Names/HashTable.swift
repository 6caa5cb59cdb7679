/// Open addressing from a hash to a small number. Written once, then only read, by any number of threads.
struct HashTable: Sendable {
    private var keys: [UInt64]
    private var values: [Int32]
    private var mask: Int
    /// One bit for each hash, so that most of what is not there is known at once.
    private var bits: [UInt64]
    private(set) var count = 0

    static let none: Int32 = -1

    init(capacity: Int = 16) {
        var size = 32
        while size < capacity * 2 { size <<= 1 }
        keys = [UInt64](repeating: 0, count: size)
        values = [Int32](repeating: Self.none, count: size)
        mask = size - 1
        bits = [UInt64](repeating: 0, count: max(1, size / 16))
    }

    @inline(__always)
    private func bit(_ hash: UInt64) -> (word: Int, mask: UInt64) {
        (Int(truncatingIfNeeded: hash >> 24) & (bits.count - 1), 1 << (hash >> 58))
    }

    /// The number under a hash, or `none`. A hash is never 0.
    @inline(__always)
    func find(_ hash: UInt64) -> Int32 {
        let bit = bit(hash)
        if bits[bit.word] & bit.mask == 0 { return Self.none }
        return keys.withUnsafeBufferPointer { keys in
            var slot = Int(truncatingIfNeeded: hash >> 7) & mask
            while true {
                let key = keys[slot]
                if key == hash { return values[slot] }
                if key == 0 { return Self.none }
                slot = (slot + 1) & mask
            }
        }
    }

    /// Sets the number under a hash and returns what stood there before, or `none`.
    @discardableResult
    mutating func set(_ hash: UInt64, _ value: Int32) -> Int32 {
        if count * 2 >= keys.count { grow() }
        var slot = Int(truncatingIfNeeded: hash >> 7) & mask
        while keys[slot] != 0 {
            if keys[slot] == hash {
                let before = values[slot]
                values[slot] = value
                return before
            }
            slot = (slot + 1) & mask
        }
        keys[slot] = hash
        values[slot] = value
        let bit = bit(hash)
        bits[bit.word] |= bit.mask
        count += 1
        return Self.none
    }

    private mutating func grow() {
        var bigger = HashTable(capacity: keys.count)
        for (slot, key) in keys.enumerated() where key != 0 { bigger.set(key, values[slot]) }
        self = bigger
    }
}
