/// A control as documentation, policy files and commands see it: without the kind of act it examines.
package struct ControlFacts: Sendable {
    package let id: String
    package let about: String
    package let parameters: [Parameter]
    package let codes: [String]
    /// Made anew at each asking: only documentation and tests ask, and a whole roll stands behind some.
    package var examples: [Example] { makeExamples() }
    private let makeExamples: @Sendable () -> [Example]

    /// One example, told by its sentence: what it shows, under which arguments, and the codes it gives.
    package struct Example: Sendable {
        package let name: String
        package let with: [String: ParameterValue]
        package let finds: [String]
    }

    package init(
        id: String, about: String, parameters: [Parameter], codes: [String],
        examples: @autoclosure @escaping @Sendable () -> [Example] = []
    ) {
        self.id = id
        self.about = about
        self.parameters = parameters
        self.codes = codes
        makeExamples = examples
    }

    package init<Subject: Act>(_ entry: ControlEntry<Subject>) {
        self.init(
            id: entry.id, about: entry.about, parameters: entry.parameters, codes: entry.codes,
            examples: entry.examples.map { Example(name: $0.name, with: $0.with, finds: $0.finds) })
    }
}

/// Every control a policy file may name, over every kind of act.
package let controlCatalogue: [ControlFacts] =
    publishingControls.map { ControlFacts($0) } + accountControls.map { ControlFacts($0) }
