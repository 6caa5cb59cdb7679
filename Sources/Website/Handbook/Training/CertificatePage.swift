import Governance

/// That someone has done a course, on one sheet of paper.
struct CertificatePage: PageContent {
    let organisation: String
    let who: String
    let course: String
    let facts: [Fact]
    let foot: String

    static func page(
        _ done: Attendance, of user: User, _ standing: TrainingStanding, back: String, head: String, _ visit: Visit
    ) -> Page {
        let course = standing.course(done.course)?.name ?? "A course"
        var facts = [
            Fact("Done on", When.date(done.on)), Fact("Counts until", done.until.map { When.date($0) } ?? "For good"),
        ]
        if let certificate = done.certificate { facts.append(Fact("Certificate", certificate)) }
        return Page(
            "Certificate of training", eyebrow: visit.organisation?.name, crumb: Crumb("Training", back),
            frame: .journey, room: .policy,
            CertificatePage(
                organisation: visit.organisation?.name ?? "", who: user.name, course: course, facts: facts,
                foot: "Printed on \(When.full(visit.now)). Head of the record: \(head)."))
    }

    package static var examples: [Page] {
        [
            Page(
                "Certificate of training", eyebrow: "Harbour View School",
                crumb: Crumb("Training", "/harbour-view/policy/training"), frame: .journey, room: .policy,
                CertificatePage(
                    organisation: "Harbour View School", who: "Priya Nair", course: "Online safety",
                    facts: [Fact("Done on", "3 September 2026"), Fact("Counts until", "2 September 2027")],
                    foot: "Printed on Friday 20 November 2026, 15:42. Head of the record: 4812:0f3a."))
        ]
    }
}
