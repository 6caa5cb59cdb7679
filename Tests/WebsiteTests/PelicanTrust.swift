import Actions
import Foundation
import GRDB
import Governance
import HTTPTypes
import Reading
import Store
import Testing

@testable import Website

/// A trust of two schools, of which one has one of everything.
struct PelicanTrust {
    let organisation: Organisation
    let neighbour: Identifier<User>
    private var ids: [String: String] = [:]

    /// What forms are sent with: enough for most of them to be carried out.
    static let answers = [
        "why": "Because", "reason": "Because", "text": "Because", "role": "author", "confirm": "yes", "sure": "yes",
        "decision": "approve", "state": "open", "do": "approve", "reading": "1", "name": "Heron", "says": "Because",
        "wish": "take-down", "asks": "parent", "asked": "Because", "answer": "Because",
        "from": "2026-11-22", "until": "2027-06-30", "on": "2026-11-20", "kind": "volunteer", "how": "By letter",
        "given": "Heron",
        "family": "Heron", "description": "Heron", "name-0": "Heron", "email-0": "heron@mill.example", "title": "Heron",
        "handle": "heron", "minute": "1", "approver": "headteacher", "server": "https://heron.example",
        "userName": "7", "secret": "heron", "choice": "7", "appID": "7", "appSecret": "heron",
    ]

    init(in installation: Installation) async throws {
        let made = try await SetUpOrganisation(
            name: "Tidewater Trust", slug: "trust", nation: .england,
            schools: [.init(name: "Quay School", slug: "quay"), .init(name: "Mill School", slug: "mill")],
            policy: #require(builtInPolicy("LLT")),
            administrator: .init(name: "Ida Ward", email: "ida@trust.example", password: nil), isDemonstration: true
        ).performFromConsole(in: installation)
        organisation = made
        let schools = try await made.database.schools()
        let quay = try #require(schools.first { $0.slug == "quay" }).id
        let mill = try #require(schools.first { $0.slug == "mill" }).id
        let user = { (name: String, roles: [Role], school: Identifier<School>?) in
            try await InviteUser(
                name: name, email: name.lowercased().replacing(" ", with: ".") + "@trust.example", roles: roles,
                school: school
            ).perform(in: made, by: .console).user
        }
        let every: [Role] = [
            .author, .moderator, .office, .slt, .headteacher, .dsl, .it, .governor, .administrator,
            .managementCommittee,
        ]
        neighbour = try await user("Mona Mill", every, mill)
        let author = try await user("Egret Author", [.author, .moderator], quay)
        let head = try await user("Egret Head", [.headteacher, .slt], quay)
        try await Self.fill(made, quay, author, head, administrator: made.user(email: "ida@trust.example").id)
        ids = try Self.ids(in: made)
    }

    /// One of everything that a route can name.
    private static func fill(
        _ made: Organisation, _ quay: Identifier<School>, _ author: Identifier<User>, _ head: Identifier<User>,
        administrator: Identifier<User>
    ) async throws {
        let trustwide: Actor = .user(administrator)
        for (number, kind) in [("P1", Person.Kind.pupil), ("S1", .staff)] {
            try await AddPerson(
                Person(ref: number, kind: kind, given: "Jamie", family: "Pelican", form: "8B", school: "quay")
            ).perform(in: made, by: trustwide)
        }
        let account = try await AddAccount(
            school: quay, name: "Pelican page", network: .instagram, handle: "@pelican"
        ).perform(in: made, by: .user(head))
        let content = PostDraft(
            text: "The Pelican choir sings on Friday.", infringesPrivacy: false, publishAt: Date() + 86_400,
            places: [DraftPlace(account: account)])
        let post = try await StartPost(school: quay, content: content).perform(in: made, by: .user(author))
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Pictures/boat.png")
        let picture = try await AddPicture(post: post, bytes: [UInt8](Data(contentsOf: file)))
            .perform(in: made, by: .user(author)).picture
        try await DescribePicture(
            post: post, description: DraftPicture(picture, people: [], alt: "The Pelican choir")
        ).perform(in: made, by: .user(author))
        try await JudgePicture(post: post, picture: picture, ticked: PictureJudgement.questions.count)
            .perform(in: made, by: .user(author))
        _ = try await SendForApproval(post: post, version: 3).perform(in: made, by: .user(author))
        _ = try await ApplyForAccount(
            school: quay,
            asked: AccountCase(
                name: "Pelican X", network: .x, aim: "News", audience: "Families", promotion: "By letter",
                openness: .open, operators: [author, head], lead: author)
        ).perform(in: made, by: .user(author))
        try await NameDeputy(absent: head, deputy: author, from: Date(), until: Date() + 86_400)
            .perform(in: made, by: trustwide)
        let course = try await AddCourse(name: "Social media", months: nil).perform(in: made, by: trustwide)
        let day = Day(of: Date()).adding(days: -1)
        let session = try await ArrangeSession(
            title: "Pelican briefing", audiences: [.staff], course: course, school: quay, on: day
        ).perform(in: made, by: head)
        try await RecordTraining([author], course: course, on: day, session: session).perform(in: made, by: .user(head))
        try await AddLearningPlatform(school: quay, name: "Pelican class", parentsPost: true, rules: "Be kind")
            .perform(in: made, by: .user(head))
        try await RegisterGroup(
            school: quay, name: "Pelican staff", network: .facebook, address: "Ask the Pelican office",
            purpose: "Pelican news among staff", everyDays: 7
        ).perform(in: made, by: .user(author))
        try await RaiseConcern(about: .others, page: "/posts/\(post.text)").perform(in: made, by: author)
        try await RecordVisitorObjection(
            at: quay, given: "Rosa", family: "Pelican", description: "Reads with the Pelican class"
        ).perform(in: made, by: .user(head))
        try await AddSchoolDates(.inset, at: quay, from: day, to: day, title: "Day for staff")
            .perform(in: made, by: .user(head))
        try await DatabaseQueue(path: path(of: made)).write { db in
            try db.execute(
                sql: "INSERT INTO class (ref, name, school) VALUES ('c1', 'Pelican class', ?)", arguments: [quay.text])
            try db.execute(
                sql: """
                    INSERT INTO speakingAuthority (id, user, school, givenAt, lastDay, why)
                    VALUES ('pelican', ?, ?, 1, '2027-06-30', 'Pelican news')
                    """, arguments: [author.text, quay.text])
            try db.execute(
                sql: """
                    INSERT INTO onePersonRequest (id, school, askedBy, askedAt, reason)
                    VALUES ('pelican', ?, ?, ?, 'Pelican week')
                    """, arguments: [quay.text, administrator.text, Int64(Date().timeIntervalSince1970 * 1000)])
        }
        let list = Array("ref,kind,given,family,school\nP2,pupil,Una,Pelican,quay\n".utf8)
        let desk = made.installation.importDesk
        let job = try await desk.begin([("pelicans.csv", list)], for: .people, school: nil, in: made, by: .user(head))
        while desk.progress(of: job.id) != nil { try await Task.sleep(for: .milliseconds(5)) }
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Self.read(organisation, body)
    }

    private static func read<Value>(_ organisation: Organisation, _ body: (Database) throws -> Value) throws -> Value {
        try DatabaseQueue(path: path(of: organisation)).read(body)
    }

    private static func path(of organisation: Organisation) -> String {
        organisation.database.folder.appendingPathComponent(OrganisationDatabase.fileName).path
    }

    private static func ids(in organisation: Organisation) throws -> [String: String] {
        let queries = [
            "user": "SELECT id FROM user WHERE name = 'Egret Head'",
            "grant": "SELECT id FROM roleGrant WHERE user = (SELECT id FROM user WHERE name = 'Egret Head')",
            "deputising": "SELECT id FROM deputy", "person": "SELECT id FROM person WHERE kind = 'staff'",
            "account": "SELECT id FROM account", "application": "SELECT id FROM accountApplication",
            "post": "SELECT id FROM post", "picture": "SELECT id FROM picture",
            "placement": "SELECT id FROM placement",
            "record": "SELECT id FROM attendance", "course": "SELECT id FROM course",
            "session": "SELECT id FROM trainingSession", "platform": "SELECT id FROM learningPlatform",
            "version": "SELECT id FROM policyVersion", "group": "SELECT id FROM staffGroup",
            "dates": "SELECT id FROM schoolDates", "class": "SELECT ref FROM class",
            "authority": "SELECT id FROM speakingAuthority", "request": "SELECT id FROM onePersonRequest",
            "concern": "SELECT subject FROM event WHERE kind = 'handbook.concern-raised'",
            "objection": "SELECT id FROM visitorObjection",
            "quay": "SELECT id FROM school WHERE slug = 'quay'",
            "task": "SELECT id FROM task WHERE school = (SELECT id FROM school WHERE slug = 'quay')",
        ]
        var ids = try read(organisation) { db in
            try queries.mapValues { sql in try #require(try String.fetchOne(db, sql: sql), "\(sql)") }
        }
        let imports = organisation.database.folder.appendingPathComponent("imports").path
        ids["import"] = try FileManager.default.contentsOfDirectory(atPath: imports).first
        ids["school"] = "quay"
        ids["organisation"] = "trust"
        ids["nation"] = "england"
        ids["size"] = "post"
        ids["day"] = "2026-12-25"
        ids["proof"] = String(repeating: "a", count: 64)
        return ids
    }

    /// What a route is sent, once or twice: every field that a form or an address can have names something of Quay School.
    /// Its school is named by its number, and where the path names nothing, by its short name too, as some forms do.
    func tries(_ route: Route) -> [(Route, [String: String])] {
        var fields = Self.answers
        for name in [
            "account", "application", "post", "person", "group", "platform", "session", "course", "version", "user",
            "picture",
        ] {
            fields[name] = ids[name]
        }
        for name in ["users", "creator", "operators", "operators-2", "deputy", "absent", "author", "whom"] {
            fields[name] = ids["user"]
        }
        let schools = [ids["quay"], ids["school"]].compactMap(\.self)
        fields["do"] = Self.button(of: route.url)
        return (route.url.pattern.split(separator: "{").count > 2 ? Array(schools.prefix(1)) : schools).map { school in
            (route, fields.merging(["school": school]) { $1 })
        }
    }

    /// One that the page has.
    private static func button(of url: SiteURL) -> String {
        switch url {
        case .pause: "pause"
        case .task: "take"
        case .approvalCorrections: "confirm"
        case .consentLetters: "given"
        case .myCalendar: "make"
        case .notLetIn: "let-in"
        default: "approve"
        }
    }

    static func query(_ fields: [String: String]) -> String {
        "?" + fields.map { "\($0)=\($1.replacing(" ", with: "+"))" }.joined(separator: "&")
    }

    /// Whether an event is about Quay School, one of its people, or anything that it has. Its people may be named by
    /// anybody in the trust.
    func isAboutQuay(_ event: String) -> Bool {
        let things = [
            "quay", "account", "application", "post", "placement", "picture", "person", "group", "platform", "session",
            "authority",
            "dates", "deputising", "grant",
        ]
        return things.contains { ids[$0].map(event.contains) ?? false }
            || ids["user"].map { event.contains(" user \($0) ") } ?? false
    }

    /// The address with all that Quay School has in place of what it leaves open.
    func path(of pattern: String) throws -> String {
        var path = pattern
        for match in pattern.matches(of: /\{([a-z]+)\}/) {
            let id = try #require(ids[String(match.1)], "nothing at Quay School is called \(match.1) in \(pattern)")
            path = path.replacing(match.0, with: id)
        }
        return path
    }

    /// Everything on record save that somebody came in or was turned away, in order.
    func events() throws -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT kind || ' ' || subjectKind || ' ' || subject || ' ' || coalesce(content, '')
                    FROM event LEFT JOIN eventContent ON eventContent.event = event.number
                    WHERE kind NOT IN ('people.signed-in', 'people.signed-out', 'people.turned-away')
                    ORDER BY number
                    """)
        }
    }
}
