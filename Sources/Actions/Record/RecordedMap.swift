import Store

extension Recorded {
    /// The same change with its result told otherwise.
    func map<Other: Sendable>(_ transform: (Value) -> Other) -> Recorded<Other> {
        guard let first = events.first else { return .unchanged(transform(value)) }
        return Recorded<Other>(
            transform(value), first, and: Array(events.dropFirst()), tasks: tasks, notices: notices)
    }
}
