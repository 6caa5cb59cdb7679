import Governance

/// PUB-10: nothing that earns by a link, and under DSAT no praise or blame of suppliers.
let gainAndSuppliers =
    DutyCell.each("PUB-10", of: [.llt, .pen, .dhl]) { paper in
        let school = try await DutySchool.under(paper)
        let section = try paper.own([.llt: "3.4", .pen: "Behaviour", .dhl: "Behaviour"])
        let trial = try await school.expect(
            "affiliate_link", .block, at: section, in: school.draft("Our book club.") { $0.links = [earning] })
        try see(trial.findings.contains { $0.says.contains("AffID") }, "the mark found is not shown")
        try await school.expectNone("affiliate_link", in: school.draft("Our book club.") { $0.links = [plain] })
        try await school.expectNone("supplier_endorsement", in: school.draft(praise))
        return Sighting("a link that earns is blocked and shown; suppliers may be praised", at: [section])
    }
    + DutyCell.each("PUB-10", of: [.dsat]) { paper in
        let school = try await DutySchool.under(paper)
        for text in [praise, "Brightmeal Catering came late again."] {
            try await school.expect("supplier_endorsement", .block, at: "8.13", in: school.draft(text))
        }
        try await school.expectNone("supplier_endorsement", in: school.draft("Lunch by Brightmeal Catering on Monday."))
        let trial = try await school.expect(
            "affiliate_link", .hold, at: "8.13", in: school.draft("Our book club.") { $0.links = [earning] })
        try see(trial.findings.contains { $0.says.contains("AffID") }, "the mark found is not shown")
        return Sighting(
            "praise or blame of a listed supplier is blocked, a link that earns held and shown", at: ["8.13"])
    }
    + DutyCell.silent("PUB-10", in: [.link]) { paper in
        let school = try await DutySchool.under(paper)
        try await school.expectNone("affiliate_link", in: school.draft("Our book club.") { $0.links = [earning] })
        try await school.expectNone("supplier_endorsement", in: school.draft(praise))
        return Sighting("neither is found")
    }

private let earning = "https://shop.example/p?id=4&AffID=88"
private let plain = "https://shop.example/p?id=4"
private let praise = "Brightmeal Catering cooked a delicious lunch."
