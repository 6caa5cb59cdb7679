import Governance
import Store

/// Deletes what an event says of people, when the law or the school's retention asks for it; the event stays.
package struct DisposeOfContent: Sendable {
    package var event: Int
    package var why: String

    package init(event: Int, why: String) {
        self.event = event
        self.why = why
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        try await organisation.change(by: actor) { tx in
            try tx.require(.administrator, at: nil, "Only an administrator can dispose of what is on record")
            guard !trimmed(why).isEmpty else { throw ActionError.invalid("why", "Say why it is deleted") }
            try tx.dispose(contentOf: event, why: trimmed(why))
            return Recorded(Event(.contentDisposed, RecordSubject(.event, String(event)), why: trimmed(why)))
        }
    }
}
