import Foundation

/// Organisations by the next time something is due there, the earliest first. One time for each.
struct DueHeap {
    private var entries: [(time: Date, slug: String)] = []
    private var times: [String: Date] = [:]

    /// The earliest time; nil when nothing is planned anywhere.
    mutating func next() -> Date? {
        dropStale()
        return entries.first?.time
    }

    /// Sets an organisation's time; nil when nothing is planned there.
    mutating func set(_ slug: String, _ time: Date?) {
        guard times[slug] != time else { return }
        times[slug] = time
        guard let time else { return }
        entries.append((time, slug))
        var child = entries.count - 1
        while child > 0, entries[child].time < entries[(child - 1) / 2].time {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes the organisation whose time came first, if it has come.
    mutating func take(dueAt now: Date) -> String? {
        dropStale()
        guard let first = entries.first, first.time <= now else { return nil }
        removeFirst()
        times[first.slug] = nil
        return first.slug
    }

    /// Entries that were set anew stand at their old place until they come to the top.
    private mutating func dropStale() {
        while let first = entries.first, times[first.slug] != first.time { removeFirst() }
    }

    private mutating func removeFirst() {
        entries.swapAt(0, entries.count - 1)
        entries.removeLast()
        var parent = 0
        while true {
            let left = 2 * parent + 1
            guard left < entries.count else { return }
            let right = left + 1
            let child = right < entries.count && entries[right].time < entries[left].time ? right : left
            guard entries[child].time < entries[parent].time else { return }
            entries.swapAt(parent, child)
            parent = child
        }
    }
}
