import Foundation
import Governance

/// With which provider people sign in, as a form.
enum ProviderForm {
    static func page(
        _ form: Form, hasSecret: Bool, to link: String, back: Crumb, problems: [Problem] = []
    ) -> Page {
        let line = { (id: String, label: String, hint: String?) in
            FormPage.Part.text(
                TextField(id, label, hint: hint, value: form[id], autocomplete: "off", problems: problems))
        }
        return Page(
            "The school’s own sign-in", crumb: back, problems: problems, room: .users,
            FormPage(
                to: link,
                [
                    .choices(
                        ChoiceField(
                            "kind", "Who provides your school’s accounts?",
                            [
                                ("microsoft", "Microsoft", "Entra ID, formerly Azure AD; Microsoft 365"),
                                ("google", "Google", "Workspace for Education"),
                                ("other", "Another", "Any provider of OpenID Connect"),
                            ], chosen: [form["kind"]], problems: problems)),
                    .heading("If it is Microsoft"),
                    line("tenant", "Directory (tenant) ID", "In the Entra admin centre, under Overview."),
                    .heading("If it is Google"),
                    line("hostedDomain", "The school’s domain", "Accounts of any other domain are refused."),
                    .heading("If it is another"),
                    line(
                        "address", "Its address", "Its issuer, as it writes itself, such as https://id.school.example"),
                    line("name", "What people call it", "It stands on the button."),
                    .heading("What the provider gave you"),
                    line("clientID", "Client ID", "Microsoft calls it application (client) ID."),
                    .text(
                        TextField(
                            "secret", "Client secret",
                            hint: hasSecret
                                ? "One is kept, sealed. Empty: it stays."
                                : "It is kept sealed and never shown again.", type: "password",
                            autocomplete: "off", problems: problems)),
                    .heading("Groups and roles"),
                    .area(
                        TextField(
                            "groupRoles", "What groups there mean here",
                            hint: "One a line: the group, “=”, the role, and “at” with a school’s short name where it "
                                + "holds at one only. Such as: staff-quay = author at quay. Microsoft names groups by "
                                + "their object ID. Empty: you give roles by a list, or by hand.",
                            value: form["groupRoles"], short: true, problems: problems)),
                    line("groupsClaim", "The claim that lists groups", "Usually: groups."),
                ], button: "Save", cancel: HeadAction("Not now", back.link)))
    }

    static func form(of provider: SignInProvider?, schools: [School]) -> Form {
        guard let provider else { return Form(values: ["groupsClaim": ["groups"]], files: [:]) }
        let slugs = Dictionary(schools.map { ($0.id, $0.slug) }, uniquingKeysWith: { first, _ in first })
        let groups = provider.groupRoles.map { row in
            "\(row.group) = \(row.role.title)" + (row.school.flatMap { slugs[$0] }.map { " at \($0)" } ?? "")
        }
        return Form(
            values: [
                "kind": [provider.kind.rawValue], "tenant": [provider.tenant ?? ""],
                "hostedDomain": [provider.hostedDomain ?? ""], "address": [provider.address ?? ""],
                "name": [provider.name ?? ""], "clientID": [provider.clientID],
                "groupsClaim": [provider.groupsClaim], "groupRoles": [groups.joined(separator: "\n")],
            ], files: [:])
    }

    /// Throws `ActionError.invalid` for what cannot be read.
    static func provider(_ form: Form, schools: [School]) throws -> SignInProvider {
        guard let kind = SignInProvider.Kind(rawValue: form["kind"]) else {
            throw ActionError.invalid("kind", "Choose who provides your school’s accounts")
        }
        var provider = SignInProvider(
            kind, tenant: form.trimmed("tenant"), hostedDomain: form.trimmed("hostedDomain"),
            address: form.trimmed("address"), clientID: form.trimmed("clientID"))
        provider.name = form.trimmed("name")
        provider.groupsClaim = form.trimmed("groupsClaim")
        provider.groupRoles = try form.lines("groupRoles").map { try groupRole($0, schools) }
        return provider
    }

    private static func groupRole(_ line: String, _ schools: [School]) throws -> SignInProvider.GroupRole {
        let trim = { (text: Substring) in String(text).trimmingSpaces }
        guard let sign = line.lastIndex(of: "=") else {
            throw ActionError.invalid("groupRoles", "“\(line.prefix(60))” needs “=” between the group and its role")
        }
        let group = trim(line[..<sign])
        var words = trim(line[line.index(after: sign)...])
        var school: School?
        if let at = words.range(of: " at ") {
            let slug = trim(words[at.upperBound...])
            guard let found = schools.first(where: { $0.slug == slug }) else {
                throw ActionError.invalid("groupRoles", "There is no school of the short name “\(slug.prefix(60))”")
            }
            school = found
            words = trim(words[..<at.lowerBound])
        }
        guard let role = Role(words: words), !group.isEmpty else {
            throw ActionError.invalid(
                "groupRoles",
                "“\(words.prefix(60))” is no role. There are: \(Role.allCases.sorted().map(\.title).joined(separator: ", "))"
            )
        }
        return SignInProvider.GroupRole(group: group, role: role, school: school?.id)
    }

    static let examples = [
        page(
            form(of: nil, schools: []), hasSecret: false, to: "/harbour-view/sign-in-provider/change",
            back: Crumb("How people sign in", "/harbour-view/sign-in-provider")),
        page(
            form(of: ProviderPage.example, schools: []), hasSecret: true, to: "/harbour-view/sign-in-provider/change",
            back: Crumb("How people sign in", "/harbour-view/sign-in-provider"),
            problems: [Problem("tenant", "Enter the directory (tenant) ID")]),
    ]
}

extension String {
    fileprivate var trimmingSpaces: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
