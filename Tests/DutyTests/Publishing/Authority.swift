import Actions
import Governance
import Reading

/// PUB-03: nobody speaks for the school without authority; an author without it only proposes.
let authority =
    DutyCell.each("PUB-03", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        let writer = try await newcomer(school, .author)
        let draft = school.draft("Sports day is on Friday.")
        let post = try await school.start(draft, by: writer)
        let held = try seen(
            try await school.findings(on: draft, of: post).first { $0.code == "authority_missing" },
            "an author without authority is not held")
        guard case .sent = try await school.send(post, by: writer), case .refused = try await school.approve(post)
        else {
            throw NotSeen(description: "it is no proposal that waits for a manager")
        }
        return Sighting(
            "it can be proposed, and goes out with a manager’s leave alone", at: [held.clause].compactMap(\.self))
    }
    + DutyCell.each("PUB-03", of: [.llt, .dsat, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let member = try await newcomer(school, .member)
        do {
            _ = try await school.start(school.draft("Sports day is on Friday."), by: member)
            throw NotSeen(description: "whoever was given no role writes in the school’s name")
        } catch is ActionError {}
        let post = try await school.start(school.draft("Sports day is on Friday."))
        _ = try await school.send(post)
        try see(try await school.state(of: post) == .waiting, "an author’s own word is enough")
        do {
            _ = try await school.approve(post, by: school.staff.author)
            throw NotSeen(description: "an author approves their own")
        } catch is ActionError {}
        let clauses = school.policy.clauses.filter { clause in
            clause.duties.contains("PUB-03")
                && clause.carriers.contains { if case .told(.conduct, _) = $0 { true } else { false } }
        }
        let page = try await school.page("/policy", as: school.staff.author)
        let told = try clauses.filter { clause in
            try clause.carriers.contains {
                guard case .told(.conduct, let text) = $0 else { return false }
                return try Shown.clause(clause, on: page).contains(Shown.plain(text))
            }
        }
        let section = try paper.own([.llt: "Scope", .dsat: "8.8", .pen: "Scope", .dhl: "Scope"])
        try see(told.contains { $0.at == section }, "nobody is told that a personal account speaks for nobody else")
        return Sighting(
            "whoever has no role cannot write, an author only proposes; of personal accounts people are told",
            at: [section])
    }

private func newcomer(_ school: DutySchool, _ role: Role) async throws -> Identifier<User> {
    try await InviteUser(
        name: "Ruth Calder", email: "ruth.calder@quay.example", roles: [role], school: school.school
    ).perform(in: school.organisation, by: .console).user
}
