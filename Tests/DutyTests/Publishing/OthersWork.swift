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
        return Sighting(
            "without permission it stops, without its source too"
                + ([.llt, .dhl].contains(paper) ? ", and without the author’s name" : ""), at: [section])
    }
