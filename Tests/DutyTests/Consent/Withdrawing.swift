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
        try await typedNameIsHeard(in: school)
        try await leaverIsHeard(in: school)
        try await visitorIsHeard(in: school)
        try await listIsHeard(in: school)
        return Sighting(
            "drafts, what is scheduled and what is out are found in the same step, and ordered down, by paper or by a "
                + "list, of leavers and visitors too", at: sections)
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

/// A pupil's name was typed under what is out, and nobody chose them from the roll.
private func typedNameIsHeard(in school: DutySchool) async throws {
    let pupil = try await AddPerson(
        Person(ref: "P6", kind: .pupil, given: "Tessa", family: "Quill", form: "8B", school: "quay")
    ).perform(in: school.organisation, by: .console)
    try await school.says("P6", Set(Consent.Channel.allCases), by: .parent("Eva Quill"))
    try await school.knowTheList()
    let post = try await school.pictured("tessa quill")
    _ = try await school.publish(post)
    try await school.says("P6", [], by: .parent("Eva Quill"))
    try see(try await school.state(of: post) == .ordered, "what is out under a typed name stays out")
    try await school.expectReached(pupil.text, ordered: 1)
}

/// What is out of somebody who has left comes down when their family says so, and not before.
private func leaverIsHeard(in school: DutySchool) async throws {
    let ref = "P7"
    let pupil = try await AddPerson(
        Person(ref: ref, kind: .pupil, given: "Lena", family: "Marsh", form: "8B", school: "quay")
    ).perform(in: school.organisation, by: .console)
    try await school.says(ref, Set(Consent.Channel.allCases), by: .parent("Eva Marsh"))
    try await school.knowTheList()
    let post = try await school.pictured(ref)
    _ = try await school.publish(post)
    try await RecordLeaving(pupil, why: "Moved away").perform(in: school.organisation, by: .console)
    try see(try await school.state(of: post) == .published, "leaving alone takes it down")
    try await RecordAnswers([.init(pupil, by: .parent("Eva Marsh"), .places([]))], by: .paper)
        .perform(in: school.organisation, by: .user(school.staff.head))
    try see(try await school.state(of: post) == .ordered, "what is out of a leaver stays out against their no")
    try await school.expectReached(pupil.text, ordered: 1)
}

/// A visitor objects whose name stands under what is out, as that of a colleague does who agreed.
private func visitorIsHeard(in school: DutySchool) async throws {
    try await school.knowTheList()
    let post = try await school.pictured("Anna Whitcombe")
    _ = try await school.publish(post)
    let objection = try await RecordVisitorObjection(
        at: school.school, given: "Anna", family: "Whitcombe", description: "the baker, not our teacher"
    ).perform(in: school.organisation, by: .user(school.staff.head))
    try see(try await school.state(of: post) == .ordered, "what is out under a visitor’s name stays out")
    try await school.expectReached(objection.text, ordered: 1)
    try await LiftVisitorObjection(objection, why: "She said so")
        .perform(in: school.organisation, by: .user(school.staff.head))
}

/// The register is brought in as a list, and somebody in it says no now.
private func listIsHeard(in school: DutySchool) async throws {
    try await school.says("P2", Set(Consent.Channel.allCases), by: .form)
    try await school.knowTheList()
    let post = try await school.pictured("P2")
    _ = try await school.publish(post)
    try await ImportPeople(
        text: "ref,kind,given,family,form,school,consent\nP2,pupil,Marina,Drake,7A,quay,refused\n"
    ).perform(in: school.organisation, by: .console)
    try see(try await school.state(of: post) == .ordered, "what is out stays out against a list")
    try await school.expectReached(school.person("P2").text, ordered: 1)
    let kinds = try await school.database.events(most: 20).map(\.kind)
    for kind in [Event.Kind.rollImported, .pictureListChanged, .withdrawalReached] {
        try see(kinds.contains(kind), "\(kind.rawValue) is not on record")
    }
}

extension DutySchool {
    /// That it was reached, and how much of what was out, stands on record.
    fileprivate func expectReached(_ subject: String, ordered: Int) async throws {
        let line = try seen(
            try await database.events(most: 20).first { $0.kind == .withdrawalReached && $0.subject.id == subject },
            "what was reached is not on record")
        guard case .fields(let fields)? = line.content?.after, fields["ordered"] == .number(ordered) else {
            throw NotSeen(description: "on record is \(String(describing: line.content?.after))")
        }
    }
}
