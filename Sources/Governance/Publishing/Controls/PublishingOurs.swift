/// What the product keeps where a policy is silent, each with its source.
package let publishingOurs: [OursRule] = [
    .ours(TimeKnown.self, .hold, "ours: good practice, a consent is judged on the day of publication", always: true),
    .ours(RollKnown.self, .hold, "ours: good practice, nothing known is not nothing wrong", always: true),
    .ours(
        PupilNames.self, with: ["allowed": .words(["first-name", "surname", "initials"])], .warn,
        "ours: good practice, a pupil's full name is personal data"),
    .ours(
        AlternativeText.self, .warn, "ours: good practice, Web Content Accessibility Guidelines 2.2, criterion 1.1.1"),
    .ours(MediaSource.self, .hold, "ours: good practice, Copyright, Designs and Patents Act 1988"),
    .ours(Links.self, .hold, "ours: good practice, a reader must see where a link leads"),
    .ours(
        Politics.self, .hold, "ours: Education Act 1996, sections 406 and 407; Independent School Standards, part 2"),
    .ours(PreElection.self, .hold, "ours: good practice, care in the weeks before an election"),
]

/// What the product keeps beside these where objections are on record, which is here and not in a draft from outside: a
/// person's no to a picture of themselves holds under a policy that does not speak of it too.
package let recordedOurs: [OursRule] = [
    .ours(Objections.self, .hold, "ours: UK GDPR, article 21, the right to object")
]

extension OursRule {
    /// - Precondition: `arguments` fit the control; a test makes every one of these.
    fileprivate static func ours<C: Control>(
        _ control: C.Type, with arguments: [String: ParameterValue] = [:], _ severity: Severity, _ source: String,
        releasedBy: Role? = nil, always: Bool = false
    ) -> OursRule {
        do {
            return OursRule(
                C.id, try Arguments(arguments, for: C.parameters), severity, source: source, releasedBy: releasedBy,
                always: always)
        } catch {
            preconditionFailure("\(C.id): \(error.parameter) \(error.says)")
        }
    }
}
