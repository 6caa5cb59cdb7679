import Governance

/// The roll as a school's own list: the file that an administrator brings in.
enum DemoRollFile {
    static func text(of people: [Person]) -> String {
        ([columns] + people.map(row)).map { $0.map(quoted).joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
    }

    private static let columns = [
        "ref", "kind", "given", "family", "preferred", "middle", "form", "title", "school", "email", "consent",
        "channels",
        "from", "until", "withdrawn on",
    ]

    private static func row(_ person: Person) -> [String] {
        let consent = person.consent
        return [
            person.ref, person.kind.rawValue, person.given, person.family, person.preferred ?? "", person.middle ?? "",
            person.form ?? "", person.title ?? "", person.school ?? "", person.email ?? "",
            consent.status.rawValue.replacing("_", with: " "),
            consent.channels?.map(\.rawValue).joined(separator: " ") ?? "", consent.from?.description ?? "",
            consent.until?.description ?? "", consent.withdrawnOn?.description ?? "",
        ]
    }

    private static func quoted(_ field: String) -> String {
        field.contains { ",\"\r\n".contains($0) } ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }
}
