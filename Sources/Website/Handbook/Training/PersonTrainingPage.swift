import Governance

/// All the training that one person has on record.
struct PersonTrainingPage: PageContent {
    let lines: [Line]
    let anyLines: Bool
    let blank: Blank
    /// That training is asked, by when and by which section; nil where it is not.
    let asked: Note?
    /// Courses that count, and sessions to come, while training is asked.
    let ways: [String]
    let anyWays: Bool

    struct Line: Shows {
        let text: String
        let small: String
        let tag: Tag
        let links: [HeadAction]
    }

    static func page(
        _ user: User, _ standing: TrainingStanding, names: [Identifier<User>: String], crumb: Crumb, mayTakeBack: Bool,
        asked: Note? = nil,
        ways: [String] = [], _ visit: Visit
    ) -> Page {
        let isMe = visit.visitor?.id == user.id.text
        let lines = standing.attendances(of: user.id).map { done in
            let record = SiteURL.Part.value(done.id.text)
            let links =
                [HeadAction("Certificate", visit.link(.trainingRecord(record)))]
                + (mayTakeBack ? [HeadAction("Take back", visit.link(.trainingBack(record)))] : [])
            return Line(
                text: standing.course(done.course)?.name ?? "A course",
                small: "Done on \(When.date(done.on))"
                    + (done.certificate.map { ", certificate \($0)" } ?? "") + ", " + done.putOnRecord(names),
                tag: tag(done, standing), links: links)
        }
        return Page(
            isMe ? "My training" : user.name, title: isMe ? "My training" : "Training of \(user.name)", crumb: crumb,
            room: isMe ? .me : .policy,
            PersonTrainingPage(
                lines: lines, anyLines: !lines.isEmpty,
                blank: Blank(
                    "No training is on record",
                    isMe
                        ? "Once you have done it, ask a senior leader to put it on record."
                        : "What they have done stands here once somebody puts it on record.",
                    action: mayTakeBack ? HeadAction("Put training on record", visit.link(.newTraining)) : nil),
                asked: asked, ways: ways, anyWays: !ways.isEmpty))
    }

    private static func tag(_ done: Attendance, _ standing: TrainingStanding) -> Tag {
        guard let until = done.until else { return Tag(.clear, "For good", icon: .check) }
        return done.counts(on: standing.today)
            ? Tag(.clear, "Until \(When.date(until))", icon: .check) : Tag(.quiet, "Ended \(When.date(until))")
    }

    package static var examples: [Page] {
        let here = "/harbour-view/policy/training"
        let blank = Blank("No training is on record", "Once you have done it, ask a senior leader.")
        return [
            Page(
                "Priya Nair", title: "Training of Priya Nair", crumb: Crumb("Training", here), room: .policy,
                PersonTrainingPage(
                    lines: [
                        Line(
                            text: "Online safety",
                            small: "Done on 3 September 2026, certificate 4471, put on record by Helen Osei",
                            tag: Tag(.clear, "Until 2 September 2027", icon: .check),
                            links: [HeadAction("Certificate", here + "/records/1")])
                    ], anyLines: true, blank: blank, asked: nil, ways: [], anyWays: false)),
            Page(
                "My training", room: .me,
                PersonTrainingPage(
                    lines: [], anyLines: false, blank: blank,
                    asked: Note(.hold, "Training is asked of you.", "By 15 December 2026."),
                    ways: ["A course that counts: Online safety"], anyWays: true)),
        ]
    }
}
