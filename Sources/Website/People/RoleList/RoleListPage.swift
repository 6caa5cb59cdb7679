import Actions
import Foundation
import Governance

/// What a list of roles would change, before it is brought in.
struct RoleListPage: PageContent {
    let added: Int
    let known: Int
    let held: Int
    let notes: [Note]
    let doubts: [HeldRow]
    let anyDoubts: Bool
    /// The words for roles; nil where all of them were known.
    let words: String?
    let lines: [Line]
    let anyLines: Bool
    let notRead: String?
    let to: String
    /// The list itself, carried along until it is confirmed.
    let list: String
    /// Which trial somebody saw.
    let seen: String
    let gone: [ChoiceField]
    let confirm: String?
    let says: String
    let back: String

    struct Line: Shows {
        let name: String
        let role: String
        let place: String
        let until: String
    }

    static func page(
        _ trial: RoleListTrial, list: String, to link: String, back: Crumb, ticked: Set<String> = [],
        problems: [Problem] = []
    ) -> Page {
        let count = trial.added.count
        return Page(
            heading(trial), title: "A list of roles, tried", crumb: back, problems: problems, room: .users,
            RoleListPage(
                added: count, known: trial.known, held: trial.held.count,
                notes: trial.lastAdministrator.map { last in
                    [
                        Note(
                            .warn, "\(last.name) stays administrator.",
                            "The list has them no longer, but nobody else who can come in is one for good.")
                    ]
                } ?? [],
                doubts: trial.held.map(HeldRow.init), anyDoubts: !trial.held.isEmpty,
                words: trial.held.contains { $0.says == RoleList.unknownRole } ? RoleListForm.words : nil,
                lines: trial.added.map {
                    Line(
                        name: $0.user.name, role: $0.role.title.capitalisedFirst, place: $0.school?.name ?? everywhere,
                        until: $0.until.map { When.date($0) } ?? "No end")
                }, anyLines: count > 0,
                notRead: trial.notRead.isEmpty ? nil : trial.notRead.joined(separator: ", "), to: link, list: list,
                seen: trial.mark, gone: gone(trial, ticked, problems), confirm: confirm(trial),
                says: says(trial), back: back.link))
    }

    private static let everywhere = "Whole organisation"

    private static func heading(_ trial: RoleListTrial) -> String {
        switch (trial.added.count, trial.gone.count) {
        case (0, 0): "Nothing would change"
        case (0, 1): "One role is in the list no longer"
        case (0, let gone): "\(gone) roles are in the list no longer"
        case (1, _): "One role would be given"
        case (let count, _): "\(count) roles would be given"
        }
    }

    private static func confirm(_ trial: RoleListTrial) -> String? {
        switch (trial.added.count, trial.gone.count) {
        case (0, 0): nil
        case (0, _): "End those that are ticked"
        case (1, _): "Give the role"
        case (let count, _): "Give \(count) roles"
        }
    }

    private static func says(_ trial: RoleListTrial) -> String {
        let held =
            trial.held.isEmpty
            ? ""
            : " The rows that are held back stay out. Correct them and bring the list in once more: what is so by then "
                + "stays as it is."
        return
            (trial.gone.isEmpty
            ? "All of it counts at once." : "All of it counts at once, and what is ticked ends then.")
            + held
    }

    /// Two questions, since somebody may be out of the list because it is the list of others.
    private static func gone(
        _ trial: RoleListTrial, _ ticked: Set<String>, _ problems: [Problem]
    ) -> [ChoiceField] {
        let named = trial.gone.filter(\.isNamed)
        let others = trial.gone.filter { !$0.isNamed }
        let hint = "An earlier list gave them. What is not ticked stays."
        let field = { (id: String, legend: String, gone: [RoleListTrial.Gone]) in
            gone.isEmpty
                ? nil
                : ChoiceField(
                    id, legend, hint: hint, several: true,
                    gone.map {
                        (
                            $0.grant.id.text, "\($0.user.name): \($0.grant.grant.role.title)",
                            "\($0.school?.name ?? everywhere), since \(When.date($0.grant.grant.from))"
                        )
                    }, chosen: ticked, problems: problems)
        }
        return [
            field("end", "Which roles of people whom the list names end?", named),
            field(
                named.isEmpty ? "end" : "endOfOthers", "Which roles of people whom the list does not name end?", others),
        ].compactMap(\.self)
    }

    package static var examples: [Page] {
        let back = Crumb("Who can sign in", "/harbour-view/users")
        let sam = User(id: Identifier("1"), name: "Sam Poe", email: "sam@harbourview.example")
        let nia = User(id: Identifier("2"), name: "Nia Fox", email: "nia@harbourview.example")
        let quay = School(id: Identifier("q"), slug: "quay", name: "Quay School")
        let grant = { (id: String, user: User) in
            RoleGrant(
                id: Identifier(id), user: user.id,
                grant: Grant(.moderator, at: quay.id, from: Date(timeIntervalSince1970: 1_790_000_000)), why: nil)
        }
        var trial = RoleListTrial(
            added: [
                .init(line: 2, user: sam, role: .author, school: quay, until: Day("2027-07-31")),
                .init(line: 3, user: nia, role: .headteacher, school: nil),
            ], known: 12,
            held: [
                ImportDoubt(
                    .held, line: 5, column: "Role", value: "Wizard", says: RoleList.unknownRole,
                    advice: "Write one of the roles, such as author or headteacher")
            ], notRead: ["Telephone"],
            gone: [
                .init(grant("g1", sam), of: sam, at: quay, isNamed: true),
                .init(grant("g2", nia), of: nia, at: quay, isNamed: false),
            ], lastAdministrator: nia)
        let whole = page(trial, list: "V2hv", to: back.link + "/roles/decision", back: back)
        trial.added = []
        trial.held = []
        trial.lastAdministrator = nil
        trial.gone = trial.gone.filter { !$0.isNamed }
        return [
            whole,
            page(
                trial, list: "V2hv", to: back.link + "/roles/decision", back: back, ticked: ["g2"],
                problems: [Problem("end", "This is the last administrator. Make somebody else one first")]),
            page(RoleListTrial(), list: "V2hv", to: back.link + "/roles/decision", back: back),
        ]
    }
}
