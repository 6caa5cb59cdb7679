import Governance

/// PUB-20: whether somebody's privacy is infringed is asked; yes, or no answer, holds the post.
let rightsAndPrivacy = DutyCell.each("PUB-20", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let section = try paper.own([.llt: "3.4", .dsat: "8.17", .pen: "Behaviour", .link: "3.1(f)", .dhl: "Behaviour"])
    let says = "Our neighbour opened her garden."
    for answer in [nil, true] {
        try await school.expect(
            "privacy_unanswered", .hold, at: section, in: school.draft(says) { $0.infringesPrivacy = answer })
    }
    try await school.expectNone("privacy_unanswered", in: school.draft(says))
    let writing = try await school.page("/posts/new")
    try see(
        Shown.words(of: writing).contains("Could it intrude on anyone’s privacy or rights?"), "nobody is asked")
    return Sighting("asked on the writing page; yes, or no answer, holds it for a senior leader", at: [section])
}
