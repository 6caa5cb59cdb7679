import Governance

/// The result of a change, with what is committed beside it. There is no way to make one without an event,
/// save for a change that changed nothing.
package struct Recorded<Value: Sendable>: Sendable {
    package let value: Value
    package let events: [Event]
    package let tasks: [TaskChange]
    package let notices: [NewNotice]

    package init(
        _ value: Value, _ event: Event, and more: [Event] = [], tasks: [TaskChange] = [], notices: [NewNotice] = []
    ) {
        self.value = value
        events = [event] + more
        self.tasks = tasks
        self.notices = notices
    }

    private init(unchanged value: Value) {
        self.value = value
        events = []
        tasks = []
        notices = []
    }

    /// Nothing was written, so nothing goes on record; the transaction is undone if rows were written after all.
    package static func unchanged(_ value: Value) -> Recorded { Recorded(unchanged: value) }
}

extension Recorded where Value == Void {
    package init(
        _ event: Event, and more: [Event] = [], tasks: [TaskChange] = [], notices: [NewNotice] = []
    ) {
        self.init((), event, and: more, tasks: tasks, notices: notices)
    }

    package static var unchanged: Recorded { .unchanged(()) }
}
