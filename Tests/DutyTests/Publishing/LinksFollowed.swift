import Actions
import Foundation
import Governance
import Platforms
import Reading

/// The world outside: a short address, where it leads, and nothing else.
private struct ShortAddresses: WebClient {
    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        switch URL(string: request.address)?.host {
        case "bit.ly":
            return WebAnswer(
                status: 301, body: Data(), headers: [(name: "Location", value: "https://museum.example/visit")])
        case "museum.example": return WebAnswer(status: 200, body: Data())
        case "trips.example":
            return WebAnswer(
                status: 302, body: Data(), headers: [(name: "Location", value: "https://play.badgames.example/")])
        default: throw WebTrouble.unreachable
        }
    }
}

/// PUB-09: links are suitable and safe; a shortened or look-alike one is held, and whoever decides sees where it leads.
let linksFollowed =
    DutyCell.each("PUB-09", of: [.llt, .dsat, .link, .dhl]) { paper in
        let section = try paper.own([.llt: "Appendix", .dsat: "8.12", .link: "6.3(g)", .dhl: "Appendix"])
        let school = try await followed(paper)
        for link in ["https://bit.ly/open-day", "https://www.paypa1.com/pay", "https://trips.example/go"] {
            try await school.expect(
                "link_unverified", .hold, at: section, in: school.draft("Our visit.") { $0.links = [link] })
        }
        try await passes(school)
        return Sighting("shortened, look-alike and refused ends are held; where a link leads is shown", at: [section])
    }
    + DutyCell.silent("PUB-09", in: [.pen]) { paper in
        let school = try await followed(paper)
        for link in ["https://bit.ly/open-day", "https://www.paypa1.com/pay"] {
            try await school.expectOurs(
                "link_unverified", .hold, source: "a reader must see where a link leads",
                in: school.draft("Our visit.") { $0.links = [link] })
        }
        try await passes(school)
        return Sighting("held as ours, with no section of this paper")
    }

/// The ends are known, the list of refused sites is filled, and the approver is shown them.
private func followed(_ paper: Paper) async throws -> DutySchool {
    let school = try await DutySchool(paper, outside: ShortAddresses())
    var settings = Settings()
    settings.deniedHosts = ["badgames.example"]
    settings.allowedHosts = ["quay.example"]
    try await ChangeSettings(at: school.school, to: settings).perform(
        in: school.organisation, by: .user(school.staff.head))
    try await FollowLinks(["https://bit.ly/open-day", "https://trips.example/go"]).perform(in: school.organisation)
    let post = try await school.start(school.draft("Our visit.") { $0.links = ["https://bit.ly/open-day"] })
    _ = try await school.send(post)
    let page = Shown.words(of: try await school.page("/approvals/\(post.text)", as: school.staff.slt))
    try see(
        page.contains("https://bit.ly/open-day leads to museum.example/visit"),
        "the approver does not see where it leads: \(page.prefix(2_000))")
    return school
}

private func passes(_ school: DutySchool) async throws {
    for link in ["https://www.nationalarchives.gov.uk/visit-us/", "https://quay.example/fair"] {
        try await school.expectNone("link_unverified", in: school.draft("Our visit.") { $0.links = [link] })
    }
}
