import Actions
import Foundation
import Governance

/// The classes of an invented organisation and who answers for its pupils, as the export of a school's system brings them.
struct DemoClasses {
    let demo: DemoOrganisation
    let roll: [Person]

    func perform(in organisation: Organisation, by actor: Governance.Actor) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("chaperone-\(Randomness.system.secret())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try texts().sorted { $0.key < $1.key }.map { name, rows in
            let file = folder.appendingPathComponent(name)
            try Data(rows.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined().utf8).write(to: file)
            return ImportFile(name: name, file)
        }
        try await ImportPeople(TryImport(files)).perform(in: organisation, by: actor)
    }

    private func texts() -> [String: [[String]]] {
        [
            "manifest.csv": [
                ["propertyName", "value"], ["oneroster.version", "1.1"], ["file.users", "bulk"],
                ["file.enrollments", "bulk"],
            ],
            "orgs.csv": [["sourcedId", "name", "type"]] + demo.schools.map { [$0.slug, $0.name, "school"] },
            "classes.csv": [["sourcedId", "title", "classType", "schoolSourcedId"]]
                + demo.schools.flatMap { school in
                    school.forms.map { ["\(school.slug)-\($0)", $0, "homeroom", school.slug] }
                },
            "enrollments.csv": [["classSourcedId", "userSourcedId", "role"]] + places(),
            "users.csv": [
                ["sourcedId", "orgSourcedIds", "role", "givenName", "familyName", "email", "agentSourcedIds"]
            ] + users(),
        ]
    }

    private func places() -> [[String]] {
        let pupils = roll.filter { $0.kind == .pupil }.compactMap { person -> [String]? in
            guard let form = person.form, let school = person.school else { return nil }
            return ["\(school)-\(form)", person.ref, "student"]
        }
        let staff = roll.filter { $0.kind == .staff }
        guard !staff.isEmpty else { return pupils }
        return pupils
            + demo.schools.flatMap { school -> [[String]] in
                let here = staff.filter { $0.school == nil || $0.school == school.slug }
                return here.isEmpty
                    ? []
                    : school.forms.enumerated().map { number, form in
                        ["\(school.slug)-\(form)", here[number % here.count].ref, "teacher"]
                    }
            }
    }

    /// Pupils with whoever answers for them, then those; staff are on the roll already.
    private func users() -> [[String]] {
        var chance = DemoChance(seed: demo.seed &+ 7)
        var parents: [[String]] = []
        let pupils = roll.filter { $0.kind == .pupil }.map { person -> [String] in
            var agents: [String] = []
            for number in 1...(chance.below(3) == 0 ? 2 : 1) {
                let ref = "\(person.ref)-\(number)"
                let given = chance.pick(DemoNames.english.given)
                let address = "\(given).\(person.family)".lowercased().filter {
                    $0.isASCII && ($0.isLetter || $0 == ".")
                }
                agents.append(ref)
                parents.append(
                    [
                        ref, person.school ?? "", number == 1 ? "parent" : "guardian", given, person.family,
                        "\(address)@families.example", "",
                    ])
            }
            return [
                person.ref, person.school ?? "", "student", person.given, person.family, "",
                agents.joined(separator: ","),
            ]
        }
        return pupils + parents
    }

    private static func quoted(_ field: String) -> String {
        field.contains { ",\"\r\n".contains($0) } ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }
}
