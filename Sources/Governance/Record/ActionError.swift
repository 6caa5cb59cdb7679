/// Why an action could not be done. A refusal by policy is no error: it is a value, a `Refusal`.
package enum ActionError: Error, Equatable {
    case notFound
    /// The sentence says who may.
    case notPermitted(String)
    /// The sentence says what the other did.
    case conflict(String)
    case invalid([FieldError])
    /// Try again after so many seconds; the sentence is for the person.
    case later(seconds: Int, String)

    package static func invalid(_ field: String, _ says: String) -> ActionError {
        .invalid([FieldError(field, says)])
    }
}

/// What is wrong with one field of a form, and what to do.
package struct FieldError: Error, Equatable, Sendable {
    package var field: String
    package var says: String

    package init(_ field: String, _ says: String) {
        self.field = field
        self.says = says
    }
}
