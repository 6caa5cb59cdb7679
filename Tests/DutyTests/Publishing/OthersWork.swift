import Actions
import Governance
import Reading

/// PUB-05: what is somebody else's goes out with their permission, and where the paper says so with their name.
let othersWork =
    DutyCell.each("PUB-05", of: Paper.allCases) { paper in
        let school = try await DutySchool.under(paper)
        let section = try paper.own([
            .llt: "Appendix", .dsat: "8.17", .pen: "Legal considerations", .link: "3.1(g)", .dhl: "Appendix",
        ])
        let severity: Severity = paper == .pen ? .hold : .block
        let shared = { (source: ThirdParty) in school.draft("From the museum.") { $0.sharedFrom = source } }
        for permission in [false, nil] {
            try await school.expect(
                "copyright_permission", severity, at: section,
                in: shared(ThirdParty(author: "The museum", permission: permission, credited: true)))
        }
        let unsaid = try await school.trial(shared(ThirdParty(permission: true, credited: true)))
        try see(
            !unsaid.wasApproved && unsaid.stopping.contains { $0.code == "copyright_permission" },
            "what does not say whose it is goes out")
        let uncredited = shared(ThirdParty(author: "The museum", permission: true, credited: false))
        if [.llt, .dhl].contains(paper) {
            try await school.expect("copyright_permission", .hold, at: section, in: uncredited)
        } else {
            try await school.expectNone("copyright_permission", in: uncredited)
        }
        try await school.expectNone(
            "copyright_permission", in: shared(ThirdParty(author: "The museum", permission: true, credited: true)))
        try await nobodySaid(paper, holdsAt: section)
        return Sighting(
            "without permission it stops; without its source it is held, a picture of which nobody has said whose it is too"
                + ([.llt, .dhl].contains(paper) ? ", and without the author’s name" : ""), at: [section])
    }

/// A picture of which nobody has said whose it is waits for a senior leader, under the paper's own section. Where the paper's
/// word is too mild for that, it waits by the product's own rule.
private func nobodySaid(_ paper: Paper, holdsAt section: String) async throws {
    let school = try await DutySchool(paper)
    let post = try await school.pictured("S1") { $0.origin = nil }
    let content = try seen(try await school.database.postStory(post), "no post").draft.content
    let found = try seen(
        try await school.findings(on: content, of: post).first { $0.code == "copyright_permission" },
        "nothing is found of a picture without a source")
    let rests = paper == .pen ? found.source?.hasPrefix("ours: ") == true : found.clause == section
    try see(found.severity == .hold && rests, "it is \(found.severity) at \(found.clause ?? found.source ?? "")")
    // the file itself is left out, so what else is asked of a picture is not looked at: only that this holds it
    guard case .sent = try await school.send(post) else { throw NotSeen(description: "it cannot be sent at all") }
    if case .approved = try await school.approve(post) {
        throw NotSeen(description: "it is approved all the same")
    }
    let own = try await school.pictured("S1") { $0.origin = .own }
    let said = try seen(try await school.database.postStory(own), "no post").draft.content
    try see(
        try await !school.findings(on: said, of: own).contains { $0.code == "copyright_permission" },
        "the school's own picture is held")
}
