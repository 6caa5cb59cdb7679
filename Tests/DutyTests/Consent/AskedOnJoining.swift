import Actions
import Foundation
import Governance
import Reading
import Store

/// IMG-09: a new pupil has an open request the same day; those never asked are listed; under LINK silence counts only once
/// somebody was asked.
let askedOnJoining =
    DutyCell.each("IMG-09", of: [.llt, .link]) { paper in
        let school = try await DutySchool(paper)
        try await school.runDue()
        let person = try await school.person("P1")
        let line = try seen(try await school.database.consentLine(person), "they are not in the register")
        try see(line.request != nil, "no request is open")
        let tasks = try await school.database.tasks(of: school.staff.head).filter { $0.kind == .askOnPaper }
        let office = try await school.officeTasks()
        let task = try seen((tasks + office).first, "nobody is asked to ask on paper")
        let never = Shown.words(of: try await school.page("/consent?show=never", as: school.staff.head))
        try see(never.contains("Jamie T.") && never.contains("Marina D."), "who was never asked is not listed")
        try await lettersSpeak(to: person, in: school)
        try await GiveLetters(to: [person]).perform(in: school.organisation, by: .user(school.staff.head))
        let post = try await school.pictured("P1")
        try await refused(try await school.send(post), "silence counts at once")
        if paper == .link {
            school.pass(14 * 86_400)
            let later = try await school.pictured("P1")
            guard case .sent = try await school.send(later) else {
                throw NotSeen(description: "silence does not count after asking")
            }
        }
        return Sighting(
            "a request is open the same day; who was never asked is listed"
                + (paper == .link ? ", and silence counts two weeks after asking" : ""),
            at: school.policy.sections(carriedBy: .askFamilies).filter { task.rule.contains($0) })
    }
    + DutyCell.silent("IMG-09", in: [.dsat, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        try await school.runDue()
        let person = try await school.person("P1")
        try see(try await school.database.consentLine(person)?.request == nil, "a request is open")
        return Sighting("nobody is asked unless the office asks")
    }

/// The letter is in the language that its family chose, or in that which is chosen when it is printed.
private func lettersSpeak(to person: Identifier<Person>, in school: DutySchool) async throws {
    let head = school.staff.head
    let plain = try await school.page("/consent/letters", as: head)
    try see(plain.contains("<h2>Pictures of your child: <bdi>Jamie T.</bdi>"), "there is no letter in English")
    try await ChangeParents(
        of: person,
        [.init(was: nil, name: "Olena Thornton", email: "olena@family.example", relation: "mother", ends: false)]
    ).perform(in: school.organisation, by: .user(school.administrator()))
    try await school.database.change(by: .console) { tx -> Recorded<Void> in
        try tx.keepFamilyLanguage("uk", of: "olena@family.example")
        return Recorded(Event(.parentsChanged, RecordSubject(.person, person)))
    }
    let known = try await school.page("/consent/letters", as: head)
    try see(
        known.contains("<article class=\"letter stack\" lang=\"uk\"") && known.contains("Фотографії вашої дитини"),
        "the letter is not in the language on record")
    let chosen = try await school.visit(as: head) { visiting in
        _ = try await visiting.page("/consent/letters")
        return try await visiting.post(
            "/consent/letters", ["do": "show", "person": person.text, "in-\(person.text)": "ar"])
    }
    try see(chosen.contains("lang=\"ar\" dir=\"rtl\""), "the letter is not in the language that was chosen")
    try see(chosen.contains("<small lang=\"en\">School website</small>"), "the office cannot read what comes back")
    try see(!chosen.contains("<bdi>Marina D.</bdi>"), "a letter that nobody wants is printed")
    try see(
        try await school.database.consentLine(person)?.request?.askedAt == nil, "choosing a language gives letters out")
}

private func refused(_ sending: Sending, _ says: String) async throws {
    guard case .refused(let places) = sending,
        places.flatMap(\.stopping).contains(where: { $0.code == "image_no_consent" })
    else { throw NotSeen(description: says) }
}

extension DutySchool {
    /// Where there is no office, whoever administers is asked.
    func officeTasks() async throws -> [OpenTask] {
        var found: [OpenTask] = []
        for line in try await database.users() {
            found += try await database.tasks(of: line.user.id).filter { $0.kind == .askOnPaper }
        }
        return found
    }
}
