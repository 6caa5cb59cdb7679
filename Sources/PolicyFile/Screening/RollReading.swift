import Governance

/// The roll of a case: everyone a post could be about.
enum RollReading {
    static func read(_ value: JSONValue) throws(CaseProblem) -> Roll {
        guard case .array(let entries) = value else {
            throw CaseProblem("roll", "must be a list, not \(value.kind)")
        }
        var people: [Person] = []
        people.reserveCapacity(entries.count)
        var seen: [String: Int] = [:]
        seen.reserveCapacity(entries.count)
        for (index, entry) in entries.enumerated() {
            let person = try person(entry, at: "roll[\(index)]")
            if let first = seen.updateValue(index, forKey: person.ref) {
                throw CaseProblem("roll[\(index)].ref", "\"\(person.ref)\" is also the ref of roll[\(first)]")
            }
            people.append(person)
        }
        return Roll(people)
    }

    private static func person(_ value: JSONValue, at path: String) throws(CaseProblem) -> Person {
        let fields = try CaseFields(value, at: path)
        let ref = try fields.requiredText("ref")
        guard !ref.isEmpty else { throw CaseProblem(fields.path("ref"), "is empty") }
        guard let kind = try fields.choice("kind", Person.Kind.self) else {
            throw CaseProblem(fields.path("kind"), "is missing")
        }
        let given = try fields.text("given") ?? ""
        let family = try fields.text("family") ?? ""
        guard !(given + family).isEmpty else { throw CaseProblem(fields.path("given"), "is missing, and family too") }
        return Person(
            ref: ref, kind: kind, given: given, family: family, preferred: try filled("preferred", fields),
            middle: try filled("middle", fields), form: try filled("form", fields), title: try filled("title", fields),
            consent: ConsentReading.read(try fields.value("consent")))
    }

    private static func filled(_ key: String, _ fields: CaseFields) throws(CaseProblem) -> String? {
        guard let text = try fields.text(key), !text.isEmpty else { return nil }
        return text
    }
}
