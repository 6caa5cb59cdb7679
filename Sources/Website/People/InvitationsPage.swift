import Actions
import Foundation
import Governance
import Reading

/// Staff on the roll who cannot sign in yet, to be invited at once, and whoever was invited and has not come.
package struct InvitationsPage: PageContent {
    /// Which school's, where there are several.
    package var school: SelectField?
    package var to: String
    package var people: ChoiceField?
    package var role: ChoiceField
    package var why: TextField
    package var more: String?
    package var blank: Blank?
    package var doubts: [Doubt]
    package var waiting: Waiting?

    /// People who cannot be invited before something is put right.
    package struct Doubt: Shows {
        package var summary: String
        package var says: String
        package var people: [Named]
    }

    package struct Named: Shows {
        package var name: String
        package var link: String
    }

    package struct Waiting: Shows {
        package var heading: String
        package var people: [Line]
        /// Where those are written to once more whom nobody wrote to since yesterday; nil when there is nobody.
        package var again: Again?

        package struct Line: Shows {
            package var name: String
            package var link: String
            package var invited: String
            /// Whether their link counts still, and until when.
            package var state: String
        }

        package struct Again: Shows {
            package var to: String
            package var users: [String]
            package var button: String
        }
    }

    struct Links {
        let to: String
        let again: String
        let users: Crumb
        let roll: String
        let roles: String
        let user: (Identifier<User>) -> String
        let change: (Identifier<Person>) -> String
        let known: (Identifier<Person>) -> String
    }

    static func page(
        _ staff: StaffToInvite, schools: [School], school: School?, waiting: [InvitedUser], mails: Bool, form: Form,
        most: Int, problems: [Problem], links: Links, now: Date
    ) -> Page {
        let isNobody = staff.readyCount == 0
        return Page(
            isNobody
                ? "No staff wait to be invited"
                : staff.readyCount == 1
                    ? "One of the staff can be invited" : "\(staff.readyCount) staff can be invited",
            title: "Invite staff",
            lead: isNobody
                ? nil
                : "They are on the roll and cannot sign in yet. "
                    + (mails
                        ? "Each gets a mail with a link that works once, and binds their school account or sets a password."
                        : "Mail does not go out from here: the links are shown to you once, to print and hand over."),
            crumb: links.users, actions: [HeadAction("Bring in roles", icon: .upload, links.roles)],
            problems: problems, room: .users,
            InvitationsPage(
                school: schools.count < 2
                    ? nil
                    : SelectField(
                        "school", "Staff of", [("", "Every school")] + schools.map { ($0.slug, $0.name) },
                        chosen: school?.slug ?? ""), to: links.to,
                people: isNobody ? nil : people(staff, schools, form, problems), role: role(form, problems),
                why: TextField(
                    "why", "Why", hint: "It goes on the record with the role.",
                    value: form.has("why") ? form["why"] : "Staff of the school, by the roll", problems: problems),
                more: staff.readyCount > staff.ready.count
                    ? "These are the first \(staff.ready.count). The others stand here once these are invited." : nil,
                blank: isNobody ? nobody(staff, links) : nil, doubts: doubts(staff, most, links),
                waiting: waiting.isEmpty ? nil : Waiting(waiting, mails: mails, links, now: now)))
    }

    private static func people(
        _ staff: StaffToInvite, _ schools: [School], _ form: Form, _ problems: [Problem]
    ) -> ChoiceField {
        let names = Dictionary(schools.map { ($0.slug, $0.name) }, uniquingKeysWith: { first, _ in first })
        return ChoiceField(
            "person", "Who", hint: "Take the tick away from whoever is not to come in yet.", several: true,
            staff.ready.map { entry in
                let place = schools.count < 2 ? nil : entry.person.school.flatMap { names[$0] }
                return (
                    entry.id.text, entry.person.calledName,
                    [entry.person.email, place].compactMap(\.self).joined(separator: ", ")
                )
            },
            chosen: Set(form.has("why") ? form.all("person") : staff.ready.map(\.id.text)), problems: problems)
    }

    private static func role(_ form: Form, _ problems: [Problem]) -> ChoiceField {
        ChoiceField(
            "role", "What do they do here?",
            hint: "Whoever leads or keeps something gets that role later, by a list of roles or on their own page.",
            InviteStaff.roles.map { ($0.rawValue, $0.title.capitalisedFirst, UserForms.about($0)) },
            chosen: [form["role"].isEmpty ? Role.member.rawValue : form["role"]], problems: problems)
    }

    private static func nobody(_ staff: StaffToInvite, _ links: Links) -> Blank {
        staff.known.isEmpty && staff.sharing.isEmpty && staff.withoutAddress.isEmpty
            ? Blank(
                "Every member of staff on the roll can sign in", "Whoever comes on the roll stands here then.",
                action: HeadAction("Bring in a file", links.roll))
            : Blank("Nobody can be invited yet", "Something has to be put right first, below.")
    }

    private static func doubts(_ staff: StaffToInvite, _ most: Int, _ links: Links) -> [Doubt] {
        let doubt = {
            (people: [RollEntry], one: String, several: String, says: String, link: (Identifier<Person>) -> String) in
            people.isEmpty
                ? nil
                : Doubt(
                    summary: people.count == 1
                        ? one : (people.count > most ? "More than \(most)" : "\(people.count)") + several,
                    says: says, people: people.prefix(most).map { Named(name: $0.person.calledName, link: link($0.id)) }
                )
        }
        return [
            doubt(
                staff.withoutAddress, "One has no e-mail address on the roll", " have no e-mail address on the roll",
                "Add it here, or bring in a list that has it.", links.change),
            doubt(
                staff.known, "One may be somebody who signs in already", " may be somebody who signs in already",
                "There is a user with the same e-mail address. Say that they are the same person.", links.known),
            doubt(
                staff.sharing, "One shares an e-mail address with a colleague",
                " share an e-mail address with a colleague",
                "Everybody signs in as themselves, by an address of their own.", links.change),
        ].compactMap(\.self)
    }
}

extension InvitationsPage.Waiting {
    fileprivate init(_ invited: [InvitedUser], mails: Bool, _ links: InvitationsPage.Links, now: Date) {
        let again = mails ? invited.filter { $0.invitedAt + InviteAgain.pause <= now } : []
        self.init(
            heading: invited.count == 1
                ? "One was invited and has not come" : "\(invited.count) were invited and have not come",
            people: invited.map { one in
                Line(
                    name: one.user.name, link: links.user(one.user.id), invited: When.near(one.invitedAt, now: now),
                    state: one.until <= now ? "Counts no more" : "Counts until " + When.near(one.until, now: now))
            },
            again: again.isEmpty
                ? nil
                : Again(
                    to: links.again, users: again.map(\.user.id.text),
                    button: again.count == 1 ? "Mail one of them a new link" : "Mail \(again.count) of them a new link")
        )
    }
}

extension InvitationsPage {
    private static var exampleLinks: Links {
        Links(
            to: "/harbour-view/users/invitations", again: "/harbour-view/users/invitations/again",
            users: Crumb("Who can sign in", "/harbour-view/users"), roll: "/harbour-view/people/import",
            roles: "/harbour-view/users/roles",
            user: { "/harbour-view/users/\($0.text)" }, change: { "/harbour-view/people/\($0.text)/change" },
            known: { "/harbour-view/people/\($0.text)/user" })
    }

    private static func entry(_ number: String, _ given: String, _ family: String, _ email: String?) -> RollEntry {
        RollEntry(
            id: Identifier(number),
            person: Person(ref: number, kind: .staff, given: given, family: family, school: "quay", email: email))
    }

    package static let examples = [
        page(
            StaffToInvite(
                ready: [entry("S-1", "Anna", "Whitcombe", "a.whitcombe@harbourview.example")], readyCount: 120,
                known: [entry("S-2", "Tom", "Ashworth", "t.ashworth@harbourview.example")],
                sharing: [entry("S-3", "Iris", "Bell", "office@harbourview.example")],
                withoutAddress: [entry("S-4", "Ned", "Lowe", nil), entry("S-5", "May", "Fenn", nil)]),
            schools: [
                School(id: Identifier("1"), slug: "quay", name: "Quay Primary"),
                School(id: Identifier("2"), slug: "hill", name: "Hill Primary"),
            ], school: nil,
            waiting: [
                InvitedUser(
                    user: User(id: Identifier("7"), name: "Jo Hale", email: "j.hale@harbourview.example"),
                    invitedAt: Date(timeIntervalSince1970: 1_700_000_000),
                    until: Date(timeIntervalSince1970: 1_701_209_600))
            ], mails: true, form: Form(), most: 50, problems: [Problem("person", "Tick whoever is to be invited")],
            links: exampleLinks, now: Date(timeIntervalSince1970: 1_700_600_000)),
        page(
            StaffToInvite(ready: [], readyCount: 0, known: [], sharing: [], withoutAddress: []), schools: [],
            school: nil, waiting: [], mails: false, form: Form(), most: 50, problems: [], links: exampleLinks,
            now: Date(timeIntervalSince1970: 1_700_600_000)),
    ]
}
