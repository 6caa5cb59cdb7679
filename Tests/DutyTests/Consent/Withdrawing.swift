import Actions
import Foundation
import Governance
import Reading

/// IMG-07: in one step with the no, whatever shows them and may no longer is found: drafts, what is on its way, what is out.
let withdrawing =
    DutyCell.each("IMG-07", of: [.llt, .pen, .link, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let author = school.staff.author
        try await school.says("P1", Set(Consent.Channel.allCases))
        let out = try await school.pictured("P1")
        let placement = try await school.publish(out)
        let coming = try await school.pictured("P1", planned: 90_000)
        try await school.schedule(coming)
        let draft = try await school.pictured("P1")
        try await school.says("P1", [.website])
        try see(try await school.state(of: out) == .ordered, "what is out stays out")
        try see(try await school.state(of: coming) == .stopped, "what is scheduled goes out")
        let notices = try await school.database.home(
            of: author, decidingWith: nil, writes: false, mostNews: 100, mostPosts: 0
        ).news
        try see(
            notices.contains { $0.kind == .pictureNotAllowed && $0.subject.id == draft.text },
            "nobody is told of the draft")
        let task = try seen(
            try await school.tasks(of: author, .takeDown).first { $0.subject.id == placement.text },
            "no task to take it down")
        // Saturday: noon of the next working day, for no term is known
        try see(
            task.due == Day("2026-11-23")?.start().addingTimeInterval(12 * 3_600),
            "it is due \(String(describing: task.due))")
        let person = try await school.person("P1")
        let page = Shown.words(of: try await school.page("/consent/people/\(person)/pictures", as: school.staff.head))
        for word in ["To be taken down", "Stopped", "Draft"] { try see(page.contains(word), "the page lacks \(word)") }
        let sections = school.policy.sections(carriedBy: .withdrawals).filter { task.rule.contains($0) }
        return Sighting(
            "drafts, what is scheduled and what is out are found in the same step, and ordered down", at: sections)
    }
    + DutyCell.silent("IMG-07", in: [.dsat]) { paper in
        let school = try await DutySchool(paper)
        try see(school.policy.sections(carriedBy: .withdrawals).isEmpty, "the paper is cited")
        let post = try await school.pictured("P1")
        guard case .refused = try await school.send(post) else {
            throw NotSeen(description: "a pupil's picture goes out")
        }
        try await school.says("P1", [])
        return Sighting("no pupil's picture is out to be found, since none may go out")
    }
