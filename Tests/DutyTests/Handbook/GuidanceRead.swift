import Actions
import Foundation
import Governance
import Reading

/// HBK-16: each edition of the statutory guidance is read by everyone bound, and a concern of each kind reaches the
/// safeguarding lead at once, from any page, with the page it was raised from.
let guidanceRead =
    DutyCell.each("HBK-16", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        let author = school.staff.author
        let asked = { try await school.tasks(of: author, .readGuidance).map(\.subject.id) }
        try see(try await asked() == ["2025"], "the edition in force is not asked")
        let cited = try await school.visit(as: author) { visiting in
            let page = try await visiting.page("/policy/safeguarding")
            let after = try await visiting.post("/policy/safeguarding", ["confirm": "yes", "edition": "2025"])
            try see(Shown.words(of: after).contains("You said so on 21 November 2026"), "the page does not say when")
            return Shown.chips(of: page)
        }
        try see(try await asked().isEmpty, "the task stays once it is read")
        try await AddEdition(edition: 2026, from: Day(of: school.now), link: "https://www.gov.uk/")
            .perform(in: school.organisation, by: .user(school.staff.head))
        try see(try await asked() == ["2026"], "a new edition does not ask again")
        let register = Shown.words(of: try await school.page("/policy/safeguarding", as: school.staff.head))
        try see(
            register.contains("the edition of 2025 on 21 November 2026"),
            "the register does not say who read which, when")
        let file = try await school.page("/policy/safeguarding/file", as: school.staff.head)
        try see(
            file.contains("Priya Nair,2026,not yet") && file.contains("Priya Nair,2025,2026-11-21"),
            "the file does not hold every edition")
        for (path, page) in try await school.visit(as: author, { try await $0.everyPage() }) {
            try see(page.contains("/quay/tell-the-dsl"), "\(path) does not lead to the safeguarding lead")
        }
        let sections = try await concernsReachTheLead(school)
        return Sighting(
            "everyone bound is asked to read the edition in force and says so; a new one asks again; a register has who "
                + "read which, and when; from every page a "
                + "concern of each of the four kinds reaches the safeguarding lead at once, with the page",
            at: school.policy.sections(carriedBy: .readGuidance).filter { at in
                sections.contains(at) && cited.contains { $0.hasPrefix("Policy \(at)") }
            })
    }
    + DutyCell.silent("HBK-16", in: [.llt, .dsat, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        try see(
            try await school.tasks(of: school.staff.author, .readGuidance).isEmpty, "the guidance is asked")
        let sections = try await concernsReachTheLead(school)
        try see(sections.isEmpty, "the paper is cited for it: \(sections)")
        return Sighting("nobody is asked to read an edition; a concern reaches the safeguarding lead all the same")
    }

/// Raises a concern of each kind, each from another page. The sections that the lead's task cites.
private func concernsReachTheLead(_ school: DutySchool) async throws -> [String] {
    let lead = try await school.invited("Ruth Calder", .dsl)
    let post = try await school.start(school.draft("Sports day is on Friday."))
    let from: [(Concern.About, path: String, name: String)] = [
        (.ownActivity, "/me", "A page of Chaperone"), (.others, "/posts/\(post)", "A post"),
        (.learnedOnline, "/accounts/\(school.families)", "An account"), (.statutory, "/policy", "The policy"),
    ]
    var sections: [String] = []
    for (about, path, name) in from {
        let told = try await school.visit(as: school.staff.author) { visiting in
            _ = try await visiting.page(path)
            let form = try await visiting.page("/tell-the-dsl")
            let page = form.firstMatch(of: /name="page" value="([^"]*)"/)?.1 ?? ""
            try see(page == path, "raised from \(path), it carries “\(page)”")
            return try await visiting.post("/tell-the-dsl", ["about": about.rawValue, "page": String(page)])
        }
        try see(Shown.words(of: told).contains("They have been told."), "whoever is worried is not told so")
        let task = try seen(try await school.tasks(of: lead, .hearConcern).first, "\(about): the lead has no task")
        try see(task.due == school.now, "\(about): the task is not for now")
        let notice = try seen(
            try await school.news(to: lead).first { $0.subject == task.subject }, "\(about): the lead hears nothing")
        try see(
            MailChoice(.digest).goesOut(notice.kind, sentAt: notice.sentAt) == notice.sentAt,
            "its mail waits for the morning")
        let address = "/tell-the-dsl/\(task.subject.id)"
        let page = try await school.visit(as: lead) { visiting in
            try see(try await visiting.page("").contains("/quay\(address)"), "the first page does not lead to it")
            let page = try await visiting.page(address)
            _ = try await visiting.post(address, [:])
            return page
        }
        let words = Shown.words(of: page)
        try see(
            words.contains("Priya Nair is worried about a child")
                && words.localizedCaseInsensitiveContains(about.inWords),
            "the lead does not read who it is, and about what: \(words)")
        try see(
            page.contains("href=\"/quay\(path)\"") && words.contains("Raised from \(name)"),
            "the lead is not led to \(path)")
        try see(try await school.tasks(of: lead, .hearConcern).isEmpty, "the task stays once they have spoken")
        sections += (try? Shown.cited(school.policy.sections(naming: "HBK-16"), by: task.rule)) ?? []
    }
    return sections
}
