import Actions
import Foundation
import Governance
import Reading
import Testing

/// `smallPolicy` with a key, and with whom it binds.
func bindingPolicy(_ key: String, binds: String = "employee, governor", says: String = "Be kind.") -> [UInt8] {
    let text = String(decoding: smallPolicy, as: UTF8.self).replacing("TEST", with: key)
        .replacing("says: Be kind.", with: "says: \(says)")
        .replacing(
            "nation: england\n",
            with: "nation: england\nbinds:\n  - { who: [\(binds)], as: full, at: \"1\" }\n"
                + "  - { who: [volunteer], as: running-an-account, at: \"1\" }\n"
                + "  - { who: [trustee], as: spirit, at: \"1\" }\n")
    return [UInt8](text.utf8)
}

extension Organisation {
    /// Adds a policy and puts it in force.
    @discardableResult
    func force(
        _ bytes: [UInt8], at school: Identifier<School>? = nil, from: Date? = nil, correction: String? = nil
    ) async throws -> Identifier<PolicyVersion> {
        let id = try await AddPolicyVersion(bytes: bytes, school: school).perform(in: self, by: .console)
        if correction != nil {
            try await ApprovePolicyVersion(version: id, approvedBy: "Governing body", on: Day(of: clock.now))
                .perform(in: self, by: .console)
        }
        try await PutPolicyInForce(version: id, from: from, why: "A test", correction: correction)
            .perform(in: self, by: .console)
        return id
    }

    func invite(
        _ name: String, _ kind: Binding.Who, _ roles: Role..., at school: Identifier<School>? = nil
    ) async throws -> Identifier<User> {
        let email = name.lowercased().replacing(" ", with: ".") + "@school.example"
        return try await InviteUser(name: name, email: email, roles: roles, school: school, kind: kind)
            .perform(in: self, by: .console).user
    }

    /// The versions that someone has a task to read.
    func toRead(_ user: Identifier<User>) async throws -> [Identifier<PolicyVersion>] {
        try await database.tasks(of: user).filter { $0.kind == .acknowledgePolicy }.map { Identifier($0.subject.id) }
    }

    func register(within reach: SchoolReach = .all) async throws -> PolicyRegister {
        let facts = try await database.registerFacts()
        return PolicyRegister(facts, try await asking(facts), within: reach)
    }
}

/// Two schools of a trust, whom nothing is asked yet.
func twoSchools() async throws -> (Scratch, Organisation, quay: Identifier<School>, mill: Identifier<School>) {
    let scratch = try Scratch()
    let organisation = try await scratch.organisation()
    let quay = try await organisation.school(slug: "quay").id
    return (scratch, organisation, quay, try await organisation.school(slug: "mill").id)
}
