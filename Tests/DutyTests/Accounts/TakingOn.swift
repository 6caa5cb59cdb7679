import Actions
import Governance
import Reading

/// ACC-10: official accounts are professional, and whoever takes one on is told so.
let professional = DutyCell.each("ACC-10", of: Paper.allCases) { paper in
    let school = try await DutySchool(paper)
    let application = try await school.askedFor(school.asking())
    try await school.settle(application)
    let page = try await school.page(
        "/accounts/applications/\(application.text)/opening", as: school.opener())
    return Sighting(
        "told to whoever takes an account on", at: try school.guidance(of: "ACC-10", at: [.compose], on: page))
}

/// ACC-13: one-way accounts have comments off.
let oneWay =
    DutyCell.each("ACC-13", of: [.llt]) { paper in
        let school = try await DutySchool(paper)
        let application = try await school.askedFor(school.asking())
        try await school.settle(application)
        let outcome = try await school.activate(application, details: school.details { $0.comments = true })
        let section = try school.refused("comments_on", outcome)
        return Sighting("an account with comments on is held at its opening and at a later change", at: [section])
    }
    + DutyCell.silent("ACC-13", in: [.dsat, .pen, .link, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let application = try await school.askedFor(school.asking())
        try await school.settle(application)
        let outcome = try await school.activate(application, details: school.details { $0.comments = true })
        try see(outcome.refusal == nil, "comments are held here too")
        return Sighting("comments may be on")
    }
