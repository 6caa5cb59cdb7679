import Actions
import Governance
import Reading
import Store

/// Where each of the papers that ask for a yes has its rules on pictures.
private let optIn: [Paper: String] = [.llt: "3.8", .pen: "Use of images", .dhl: "Use of images"]

private let granted = ["status": "granted"]
private let objected = ["status": "objected"]
private let ended = ["status": "granted", "until": "2026-11-01"]
private let withdrawn = ["status": "withdrawn"]

/// IMG-01: nothing on record means what the paper says it means.
let permission =
    DutyCell.each("IMG-01", of: [.llt, .pen, .dhl]) { paper in
        let section = try paper.own(optIn)
        try ScreenedCase().expect("image_no_consent", at: section, under: paper)
        try ScreenedCase(consent: granted).expectClear(under: paper)
        let school = try await DutySchool(paper)
        try await school.expectStopped(school.pictured("P1"), by: "image_no_consent", at: section)
        try await school.says("P1", [.website])
        try await school.expectStopped(school.pictured("P1"), by: "image_restriction", at: section)
        try await school.says("P1", Set(Consent.Channel.allCases))
        try await school.schedule(school.pictured("P1"))
        return Sighting("nothing on record: blocked; a yes on record: clear", at: [section])
    }
    + DutyCell.each("IMG-01", of: [.dsat]) { paper in
        for consent in [nil, granted] {
            try ScreenedCase(consent: consent).expect("pupil_identified", at: "8.4", under: paper)
        }
        let school = try await DutySchool(paper)
        try await school.expectStopped(school.pictured("P1"), by: "pupil_identified", at: "8.4")
        try await school.says("P1", Set(Consent.Channel.allCases))
        try await school.expectStopped(school.pictured("P1"), by: "pupil_identified", at: "8.4")
        try await school.schedule(school.pictured("S1"))
        return Sighting("blocked with nothing on record, and with a yes as well", at: ["8.4"])
    }
    + DutyCell.each("IMG-01", of: [.link]) { paper in
        try ScreenedCase().expectClear(under: paper)
        try ScreenedCase(consent: ended).expect("image_expired", at: "6.3(e)", under: paper)
        try ScreenedCase(consent: objected).expect("image_objection", at: "7.2", under: paper)
        try ScreenedCase(consent: withdrawn).expect("image_withdrawn", at: "7.2", under: paper)
        let school = try await DutySchool(paper)
        let pupil = try await school.person("P1")
        try await GiveLetters(to: [pupil]).perform(in: school.organisation, by: .user(school.staff.head))
        school.pass(Double(Consent.daysToAnswer) * 86_400)
        try await school.schedule(school.pictured("P1"))
        try await school.says("P1", [.website])
        try await school.knowTheList()
        try await school.expectStopped(school.pictured("P1"), by: "image_restriction", at: "7.2")
        try await school.says("P1", [])
        try await school.knowTheList()
        try await school.expectStopped(school.pictured("P1"), by: "image_withdrawn", at: "7.2")
        return Sighting(
            "asked and silent: clear; a yes that ran out: blocked; a no, a limit and a yes that was taken back: blocked "
                + "as against the family's instructions, by section 7.2", at: ["6.3(e)"])
    }

/// IMG-02: an adult's no stops a picture as a pupil's does.
let objections =
    DutyCell.each("IMG-02", of: [.llt, .pen, .dhl]) { paper in
        let section = try paper.own(optIn)
        for person in ["staff", "pupil"] {
            try ScreenedCase(person: person, consent: objected).expect("image_objection", at: section, under: paper)
        }
        try ScreenedCase(person: "staff").expectClear(under: paper)
        try await adultsAreHeard(under: paper)
        return Sighting(
            "a no is kept, an adult’s as a pupil’s, and a visitor’s who is on no roll: on the list by name, and found "
                + "when they are named", at: [section])
    }
    + DutyCell.silent("IMG-02", in: [.dsat, .link]) { paper in
        try ScreenedCase(person: "staff", consent: objected).expectClear(under: paper)
        try await adultsAreHeard(under: paper)
        return Sighting(
            "the paper does not ask it; an adult’s no on record, and a visitor’s, stops a picture by the product’s own "
                + "rule")
    }

/// A member of staff says no, and a visitor: what shows them does not go out, what waits is stopped, and both are listed.
private func adultsAreHeard(under paper: Paper) async throws {
    let school = try await DutySchool(paper)
    let office: Actor = .user(school.staff.head)
    let adult = try await AddPerson(
        Person(ref: "S9", kind: .staff, given: "Ann", family: "Whitcombe", title: "Mrs", school: "quay")
    ).perform(in: school.organisation, by: .console)
    let post = try await school.pictured("S9")
    let named = try await school.pictured("Rosa Whitlock")
    func stops(_ post: Identifier<Post>) async throws -> Bool {
        try await school.findings(on: school.draftOf(post), of: post).contains { $0.code == "image_objection" }
    }
    try see(try await !stops(post), "silence of an adult stops a picture")
    try await RecordAnswers([.init(adult, by: .themselves, .places([]))], by: .said)
        .perform(in: school.organisation, by: office)
    try see(try await stops(post), "an adult’s no does not stop a picture")
    let objection = try await RecordVisitorObjection(
        at: school.school, given: "Rosa", family: "Whitlock", description: "grandmother, reads with Year 2"
    ).perform(in: school.organisation, by: office)
    try see(try await stops(named), "a visitor’s no does not stop a picture")
    let notices = try await school.database.home(
        of: school.staff.author, decidingWith: nil, writes: false, mostNews: 100, mostPosts: 0
    ).news
    try see(
        notices.contains { $0.kind == .pictureNotAllowed && $0.subject.id == named.text },
        "nobody is told of the draft that names the visitor")
    // whoever else has the name takes nothing from her no
    let second = try await RecordVisitorObjection(
        at: school.school, given: "Rosa", family: "Whitlock", description: "takes the choir"
    ).perform(in: school.organisation, by: office)
    try see(try await stops(named), "two visitors of one name weaken a no")
    try await LiftVisitorObjection(second, why: "She said so").perform(in: school.organisation, by: office)
    try see(try await stops(named), "the no of one is lifted with that of the other")
    for (ref, kind) in [("S8", Person.Kind.staff), ("P8", .pupil)] {
        try await AddPerson(Person(ref: ref, kind: kind, given: "Rosa", family: "Whitlock", school: "quay"))
            .perform(in: school.organisation, by: .console)
        try see(try await stops(named), "a \(kind) of her name weakens a visitor’s no")
    }
    try see(try await !stops(school.pictured("S8")), "a colleague of her name, chosen from the roll, is refused")
    for ref in ["S8", "P8"] {
        try await RecordLeaving(school.person(ref), why: "Moved away").perform(in: school.organisation, by: .console)
    }
    let page = Shown.words(of: try await school.page("/consent/list/quay", as: school.staff.author))
    for word in ["Ann W.", "Rosa Whitlock", "grandmother, reads with Year 2"] {
        try see(page.contains(word), "the list lacks \(word)")
    }
    try await LiftVisitorObjection(objection, why: "She said so").perform(in: school.organisation, by: office)
    try see(try await !stops(named), "a no that was taken back still stops")
}

/// IMG-04: a pupil's picture on a personal account is blocked, whatever the consent.
let schoolAccountsOnly = DutyCell.each("IMG-04", of: Paper.allCases) { paper in
    let section = try paper.own(optIn.merging([.dsat: "8.4", .link: "4.10"]) { one, _ in one })
    for consent in [nil, granted, objected] {
        try ScreenedCase(capacity: "personal_account", consent: consent)
            .expect("image_personal_account", at: section, under: paper)
    }
    // here a post goes to accounts of the school alone, whatever was agreed
    let school = try await DutySchool(paper)
    try await school.says("P1", Set(Consent.Channel.allCases))
    let post = try await school.pictured(paper == .dsat ? "S1" : "P1")
    var content = try await school.draftOf(post)
    content.places = [DraftPlace(account: Identifier("an-account-of-my-own"))]
    let away = content
    do {
        try await school.database.change(by: .user(school.staff.author)) { tx -> Recorded<Void> in
            let version = try tx.draft(of: post).version + 1
            try tx.save(away, of: post, version: version, writers: [school.staff.author], by: school.staff.author)
            return Recorded(Event(.pictureDescribed, RecordSubject(.post, post)))
        }
        if case .sent = try await school.send(post) { throw NotSeen(description: "it goes to an account of one’s own") }
    } catch is ActionError {}
    try see(
        try await school.database.postStory(post)?.lastPlaces.isEmpty == true, "it waits for an account of one’s own")
    let own = try await school.pictured(paper == .dsat ? "S1" : "P1")
    try await school.schedule(own)
    return Sighting(
        "on a personal account it is blocked, with a yes too; posts go to accounts of the school alone", at: [section])
}

/// IMG-08: a film is judged as a picture is.
let films = DutyCell.each("IMG-08", of: Paper.allCases) { paper in
    for capacity in ["school_account", "personal_account"] {
        for consent in [nil, granted, objected, ended] {
            let photo = try ScreenedCase(capacity: capacity, consent: consent).answer(under: paper)
            let film = try ScreenedCase(capacity: capacity, kind: "video", consent: consent).answer(under: paper)
            try see(photo == film, "a film is judged otherwise than a picture: \(film.findings)")
        }
    }
    let film = try ScreenedCase(kind: "video", consent: objected).answer(under: paper)
    try see(film.verdict == "block", "a film against somebody's wish goes out")
    // a real one, from a phone, of a learner whose family said no
    let school = try await DutySchool(paper)
    try await school.says("P1", [])
    try await school.knowTheList()
    var stopped: [[String]] = []
    for name in ["quay.jpg", "regatta.mov"] {
        let (post, picture) = try await school.filed(name, people: ["P1"])
        do {
            try await JudgePicture(post: post, picture: picture, ticked: PictureJudgement.questions.count)
                .perform(in: school.organisation, by: .user(school.staff.author))
            throw NotSeen(description: "\(name) was answered for, against what the list says")
        } catch is ActionError {}
        guard case .refused(let places) = try await school.send(post) else {
            throw NotSeen(description: "\(name) of somebody who said no was sent")
        }
        stopped.append(places.flatMap(\.stopping).map { "\($0.code) \($0.clause ?? "") \($0.severity)" }.sorted())
    }
    try see(stopped[0] == stopped[1], "a film is stopped otherwise than a picture: \(stopped)")
    return Sighting("every answer is the picture's own, and a no stops it", at: film.findings.compactMap(\.clause))
}
