import Governance

/// PUB-22: under PEN what children read is measured against the set reading age.
let childReaders =
    DutyCell.each("PUB-22", of: [.pen]) { paper in
        let school = try await DutySchool.under(paper)
        try await school.expect("reading_age", .warn, at: "Introduction", in: forChildren(hard, school))
        try await school.expectNone("reading_age", in: forChildren(plain, school))
        try await school.expectNone("reading_age", in: school.draft(hard))
        // what elsewhere is advice, or waits, weighs a step more where children read it
        try await school.expect("heated_wording", .hold, at: "Introduction", in: forChildren(heated, school))
        try await school.expect("offensive", .block, at: "Introduction", in: forChildren(insult, school))
        let elsewhere = try await school.trial(school.draft(heated)).findings.filter { $0.code == "heated_wording" }
        try see(elsewhere.allSatisfy { $0.severity == .warn }, "families' words are judged as children's are")
        let post = try await school.start(forChildren(hard, school))
        let chips = Shown.chips(of: try await school.page("/posts/\(post.text)/edit"))
        try see(chips.contains("Policy Introduction, Article 17"), "the warning does not name the article")
        return Sighting(
            "a text too hard for children is warned of, citing Article 17, and harmful words weigh more; families may have it",
            at: try await school.sections(naming: "PUB-22", showing: ["Where children are the readers"]))
    }
    + DutyCell.silent("PUB-22", in: [.llt, .dsat, .link, .dhl]) { paper in
        let school = try await DutySchool.under(paper)
        try await school.expectNone("reading_age", in: forChildren(hard, school))
        return Sighting("nothing is found")
    }

private func forChildren(_ text: String, _ school: DutySchool) -> PostDraft {
    school.draft(text) { $0.places = [DraftPlace(account: school.children)] }
}

private let heated = "How dare they do this?"
private let insult = "He is a liar."
private let plain =
    "We went to the farm. We saw two pigs and a cow. The cow was big. It ate the grass. Then we had our lunch and sang."
private let hard =
    "Notwithstanding considerable meteorological adversity, representatives of the participating institutions "
    + "demonstrated exceptional determination throughout the interdisciplinary environmental investigation programme."
