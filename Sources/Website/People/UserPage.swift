import Foundation
import Governance
import Reading

/// One user: the roles held, from when, until when and why; stand-ins; a one-time link; shutting out.
package struct UserPage: PageContent {
    package var facts: [Fact]
    package var grants: [GrantLine]
    package var anyGrants: Bool
    package var deputies: [GrantLine]
    package var anyDeputies: Bool
    /// For whom they stand in.
    package var standingIn: [GrantLine]
    package var anyStandingIn: Bool
    package var owed: Owed
    /// Nil for those who may only look.
    package var change: Change?

    package struct GrantLine: Shows {
        package var text: String
        package var small: String
        package var endTo: String?
        package init(_ text: String, small: String, endTo: String? = nil) {
            self.text = text
            self.small = small
            self.endTo = endTo
        }
    }

    /// The forms.
    package struct Change: Shows {
        package var openKind: Bool
        package var kindTo: String
        package var kind: SelectField
        package var kindWhy: TextField
        package var openRoles: Bool
        package var openDeputies: Bool
        package var grantTo: String
        package var role: ChoiceField
        package var school: SelectField?
        package var begins: TextField
        package var until: TextField
        package var why: TextField
        package var deputyTo: String
        package var deputy: SelectField
        package var from: TextField
        package var deputyUntil: TextField
        /// Where the account at the provider is released; nil when none is bound.
        package var releaseTo: String?
        /// Where one-time codes are reset; nil when none are set up, or they are one's own.
        package var codesTo: String?
        package var linkTo: String
        /// Whether the link goes by mail, unless it is asked for here.
        package var mails: Bool
        package var signOutTo: String
        package var endTo: String?
    }

    static func page(
        _ line: UserLine, schools: [School], others: SelectField?, names: [Identifier<User>: String],
        deputies: [Deputising],
        standingIn: [Deputising] = [], owed: Owed, person: Fact? = nil, mayChange: Bool,
        bound: Date? = nil, hasCodes: Bool = false, mails: Bool = false, problems: [Problem] = [], visit: Visit
    ) -> Page {
        let id = SiteURL.Part.value(line.user.id.text)
        let grants = line.grants.map { row in
            grantLine(
                row, schools: schools, now: visit.now,
                endTo: mayChange ? visit.link(.userRole(id: id, grant: .value(row.id.text))) : nil)
        }
        let standIns = deputies.map { row in
            GrantLine(
                names[row.deputy] ?? "Someone who has left", small: during(row, now: visit.now),
                endTo: mayChange ? visit.link(.userDeputy(id: id, deputising: .value(row.id.text))) : nil)
        }
        return Page(
            line.user.name, crumb: Crumb("Who can sign in", visit.link(.users)),
            actions: mayChange ? [UserReturns.action(line.user, visit)] : [], problems: problems, room: .users,
            UserPage(
                facts: [
                    Fact("E-mail address", line.user.email),
                    Fact(
                        "To the school", line.user.kind.title.capitalisedFirst),
                    Fact(
                        "State",
                        line.user.endedAt.map { "Shut out since \(When.date($0))" }
                            ?? (bound.map { "Signs in with the school account, bound on \(When.date($0))" }
                                ?? (line.hasPassword ? "Can sign in" : "Invited; has not set a password yet"))),
                ] + [person].compactMap(\.self), grants: grants, anyGrants: !grants.isEmpty, deputies: standIns,
                anyDeputies: !standIns.isEmpty,
                standingIn: standingIn.map {
                    GrantLine(names[$0.absent] ?? "Someone who has left", small: during($0, now: visit.now))
                }, anyStandingIn: !standingIn.isEmpty, owed: owed,
                change: others.map { change(line.user, schools, $0, bound, hasCodes, mails, problems, visit) }))
    }

    /// A role with where, since when, until when and why.
    static func grantLine(_ row: RoleGrant, schools: [School], now: Date, endTo: String? = nil) -> GrantLine {
        let place = row.grant.school.flatMap { id in schools.first { $0.id == id }?.name } ?? "Whole organisation"
        let since = row.grant.from > now ? "from" : "since"
        let until = row.grant.until.map { ", until \(When.near(Day(of: $0 - 1), today: Day(of: now)))" } ?? ""
        let why = row.why.map { $0.isEmpty ? "" : " “\($0)”" } ?? ""
        return GrantLine(
            row.grant.role.title.capitalisedFirst,
            small: "\(place), \(since) \(When.date(row.grant.from))\(until).\(why)", endTo: endTo)
    }

    /// `From 23 November 2026 until Friday 27 November`
    static func during(_ row: Deputising, now: Date) -> String {
        "From \(When.date(row.from)) until \(When.near(Day(of: row.until - 1), today: Day(of: now)))"
    }

    private static func change(
        _ user: User, _ schools: [School], _ deputy: SelectField, _ bound: Date?,
        _ hasCodes: Bool, _ mails: Bool, _ problems: [Problem], _ visit: Visit
    ) -> Change {
        let id = SiteURL.Part.value(user.id.text)
        let has = { (fields: Set<String>) in problems.contains { fields.contains($0.field) } }
        let day = { (field: String, label: String, hint: String) in
            TextField(
                field, label, hint: hint, value: visit.form[field], type: "date", short: true, problems: problems)
        }
        return Change(
            openKind: has(["kind", "kindWhy"]), kindTo: visit.link(.userKind(id: id)),
            kind: SelectField(
                "kind", "What are they to the school?",
                hint: "The policy says whom it binds; those are asked to read it.", UserForms.kinds,
                chosen: visit.form.has("kind") ? visit.form["kind"] : user.kind.rawValue, problems: problems),
            kindWhy: TextField(
                "kindWhy", "Why does it change?", hint: "It goes on the record.", value: visit.form["kindWhy"],
                problems: problems),
            openRoles: has(["role", "begins", "until", "why"]), openDeputies: has(["deputy", "from", "deputyUntil"]),
            grantTo: visit.link(.userRoles(id: id)),
            role: ChoiceField(
                "role", "Role", Role.allCases.map { ($0.rawValue, $0.title, UserForms.about($0)) },
                chosen: [visit.form["role"]], problems: problems),
            school: schools.count < 2
                ? nil
                : SelectField(
                    "school", "At which school?", [("", "All of them")] + schools.map { ($0.id.text, $0.name) },
                    chosen: visit.form["school"]),
            begins: day("begins", "From", "Empty: from now."),
            until: day("until", "Until, and including", "Empty: no end."),
            why: TextField(
                "why", "Why", hint: "It goes on the record.", value: visit.form["why"], problems: problems),
            deputyTo: visit.link(.userDeputies(id: id)),
            deputy: deputy,
            from: day("from", "From", "Empty: from now."),
            deputyUntil: day("deputyUntil", "Until, and including", "The last day, a year from now at most."),
            releaseTo: bound == nil ? nil : visit.link(.userProvider(id: id)),
            codesTo: hasCodes && user.id.text != visit.visitor?.id ? visit.link(.userCodes(id: id)) : nil,
            linkTo: visit.link(.userLink(id: id)), mails: mails, signOutTo: visit.link(.userSessions(id: id)),
            endTo: user.id.text == visit.visitor?.id ? nil : visit.link(.userEnd(id: id)))
    }

    package static let examples = [
        Page(
            "Tom Ashworth", crumb: Crumb("Who can sign in", "/harbour-view/users"), room: .users,
            UserPage(
                facts: [Fact("E-mail address", "t.ashworth@harbourview.example")],
                grants: [
                    GrantLine(
                        "Moderator", small: "Whole organisation, since 1 September 2026. “Runs the office.”",
                        endTo: "/harbour-view/users/2/roles/moderator")
                ], anyGrants: true,
                deputies: [
                    GrantLine(
                        "Sanjay Mehta", small: "From 23 to 27 November 2026", endTo: "/harbour-view/users/2/deputies/1")
                ], anyDeputies: true,
                standingIn: [GrantLine("Helen Osei", small: "From 1 to 4 December 2026")], anyStandingIn: true,
                owed: Owed(
                    lines: [
                        Owed.Line(
                            "Read the policy and say so", small: "By 5 December 2026",
                            tag: Tag(.hold, "To do", icon: .clock))
                    ], more: "3 more wait for roles they hold, and anyone who holds them can take them.",
                    reading: [Owed.Line("Social Media Policy (LINK)", small: "Read on 3 November 2026", tag: nil)],
                    training: "Online safety, 3 September 2026, counts for good",
                    trainingLink: "/harbour-view/policy/training/2"),
                change: Change(
                    openKind: true, kindTo: "/harbour-view/users/2/kind",
                    kind: SelectField("kind", "What are they to the school?", UserForms.kinds, chosen: "employee"),
                    kindWhy: TextField("kindWhy", "Why does it change?", hint: "It goes on the record."),
                    openRoles: true, openDeputies: true, grantTo: "/harbour-view/users/2/roles",
                    role: ChoiceField(
                        "role", "Role", UserForms.offered.map { ($0.rawValue, $0.title, UserForms.about($0)) }),
                    school: SelectField(
                        "school", "At which school?", [("", "All of them"), ("hv", "Harbour View School")]),
                    begins: TextField("begins", "From", hint: "Empty: from now.", type: "date", short: true),
                    until: TextField(
                        "until", "Until, and including", hint: "Empty: no end.", type: "date", short: true),
                    why: TextField("why", "Why", hint: "It goes on the record."),
                    deputyTo: "/harbour-view/users/2/deputies",
                    deputy: SelectField("deputy", "Who stands in?", [("3", "Sanjay Mehta")]),
                    from: TextField("from", "From", hint: "Empty: from now.", type: "date", short: true),
                    deputyUntil: TextField("deputyUntil", "Until, and including", type: "date", short: true),
                    releaseTo: "/harbour-view/users/2/school-account", codesTo: "/harbour-view/users/2/codes",
                    linkTo: "/harbour-view/users/2/link", mails: true,
                    signOutTo: "/harbour-view/users/2/sessions",
                    endTo: "/harbour-view/users/2/end")))
    ]
}
