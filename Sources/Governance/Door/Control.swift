/// Something someone wants to do, with the facts needed to judge it already fetched.
package protocol Act: Sendable {}

/// A small pure rule over one kind of act. No input, no output, no clock: what it needs is in the act.
///
/// One file each; the examples in it are its tests and its documentation.
/// Ids and parameter names are a public contract: policy files name them.
package protocol Control: Sendable {
    associatedtype Subject: Act

    /// `room.name`, for example `publishing.pupil-names`.
    static var id: String { get }
    /// What the control is for, one or two sentences for a person who is no programmer.
    static var about: String { get }
    /// What a policy file may say after `with:`.
    static var parameters: [Parameter] { get }
    /// The finding codes it can give; part of the screening contract.
    static var codes: [String] { get }
    /// Acts it lets through and acts it stops, under stated parameters.
    static var examples: [ControlExample<Subject>] { get }

    /// Takes arguments already checked against `parameters`.
    init(_ arguments: Arguments)

    /// What it notices. An empty list lets the act through.
    func examine(_ act: Subject) -> [Observation]
}

/// One example of a control: an act, under arguments, and the codes it must give.
package struct ControlExample<Subject: Act>: Sendable {
    /// The example as a sentence, for example "a full name in the text is found".
    package let name: String
    package let with: [String: ParameterValue]
    package let act: Subject
    /// The codes of the observations in order; empty when the act goes through.
    package let finds: [String]

    package init(_ name: String, with: [String: ParameterValue] = [:], _ act: Subject, finds: [String]) {
        self.name = name
        self.with = with
        self.act = act
        self.finds = finds
    }
}

/// A control without its type: how the catalogue lists it and a policy applies it.
package struct ControlEntry<Subject: Act>: Sendable {
    package let id: String
    package let about: String
    package let parameters: [Parameter]
    package let codes: [String]
    /// Made when first asked for, which only documentation and tests do.
    package var examples: [ControlExample<Subject>] { makeExamples() }
    private let makeExamples: @Sendable () -> [ControlExample<Subject>]
    /// Makes the examination for checked arguments.
    package let prepare: @Sendable (Arguments) -> @Sendable (Subject) -> [Observation]

    package init<C: Control>(_ control: C.Type) where C.Subject == Subject {
        id = control.id
        about = control.about
        parameters = control.parameters
        codes = control.codes
        makeExamples = { C.examples }
        prepare = { arguments in
            let ready = C(arguments)
            return { ready.examine($0) }
        }
    }
}
