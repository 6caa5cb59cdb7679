import Actions
import Governance

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
        try await sourceIsSaid(in: school, at: section)
        return Sighting(
            "without permission it stops, without its source too"
                + ([.llt, .dhl].contains(paper) ? ", and without the author’s name" : ""), at: [section])
    }

/// A picture of which nobody says whose it is waits until somebody does: nothing is taken for the school's own.
private func sourceIsSaid(in school: DutySchool, at section: String) async throws {
    let found = { (origin: DraftPicture.Origin?) in
        let post = try await school.pictured("S1") { $0.origin = origin }
        let all = try await school.findings(on: school.draftOf(post), of: post)
        return (post, all.first { $0.code == "copyright_permission" })
    }
    let (post, finding) = try await found(nil)
    let held = try seen(finding, "a picture whose source nobody said is taken for the school’s own")
    try see(held.severity == .hold && held.clause == section, "it is \(held.severity) at \(held.clause ?? "ours")")
    _ = try await school.send(post)
    if case .approved = try await school.approve(post) { throw NotSeen(description: "it goes out all the same") }
    try see(try await found(.own).1 == nil, "the school’s own picture is asked about")
    try see(try await found(.other).1 != nil, "somebody else’s picture goes out without their permission")
    let (shot, _) = try await school.filed()
    let added = try await school.add(to: shot)
    let page = try await school.page("/posts/\(shot)/pictures/\(added)", as: school.staff.author)
    try see(page.contains("Whose picture is it?"), "nobody is asked whose it is")
    for origin in DraftPicture.Origin.allCases {
        try see(!page.contains("value=\"\(origin.rawValue)\" checked"), "\(origin) is chosen before anybody chose")
    }
    let answer = try await school.visit(as: school.staff.author) { visiting in
        _ = try await visiting.page("/posts/\(shot)/pictures")
        return try await visiting.post(
            "/posts/\(shot)/pictures/\(added)", ["who": "nobody", "alt": "A boat at the quay", "do": "save"])
    }
    try see(answer.contains("Say whose picture it is"), "it is saved without an answer")
}
