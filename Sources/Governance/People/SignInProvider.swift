import Foundation

/// Where people sign in with the school's own account, by OpenID Connect, and what their groups there mean here.
package struct SignInProvider: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case microsoft, google, other
    }

    package var kind: Kind
    /// Microsoft Entra ID: the tenant, by its id.
    package var tenant: String?
    /// Google Workspace: the school's domain; an account of any other is refused.
    package var hostedDomain: String?
    /// Any other: its address, as it calls itself.
    package var address: String?
    /// What people call it, on the button.
    package var name: String?
    /// What the provider calls this Chaperone.
    package var clientID: String
    /// Whether people may sign in with it. Only after an administrator has tried it.
    package var isOn = false
    /// The claim of the token that lists groups.
    package var groupsClaim = "groups"
    /// What the groups mean.
    package var groupRoles: [GroupRole] = []

    /// That whoever is in a group there holds a role here.
    package struct GroupRole: Sendable, Hashable, Codable {
        /// As the token names it: Microsoft gives an id.
        package var group: String
        package var role: Role
        /// Nil: the whole organisation.
        package var school: Identifier<School>?
        /// Who entered it; they get nothing by it themselves.
        package var by: Identifier<User>?

        package init(group: String, role: Role, school: Identifier<School>? = nil) {
            self.group = group
            self.role = role
            self.school = school
        }
    }

    package init(
        _ kind: Kind, tenant: String? = nil, hostedDomain: String? = nil, address: String? = nil, clientID: String
    ) {
        self.kind = kind
        self.tenant = tenant
        self.hostedDomain = hostedDomain
        self.address = address
        self.clientID = clientID
    }

    /// How it names itself in every token: OpenID Connect Core 1.0, 2.
    package var issuer: String {
        switch kind {
        case .microsoft: "https://login.microsoftonline.com/\(tenant ?? "")/v2.0"
        case .google: "https://accounts.google.com"
        case .other: address ?? ""
        }
    }

    /// For the button: `Sign in with Microsoft`.
    package var title: String {
        switch kind {
        case .microsoft: "Microsoft"
        case .google: "Google"
        case .other: name ?? "your school account"
        }
    }
}

extension SignInProvider {
    /// Whether both mean the same people by what they say.
    package func identifies(as other: SignInProvider) -> Bool {
        issuer == other.issuer && clientID == other.clientID && hostedDomain == other.hostedDomain
    }

    /// Without white space around what was typed, and what is wrong with it.
    package func checked() -> (SignInProvider, [FieldError]) {
        var tidy = self
        let trim = { (text: String?) in
            text?.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty == false
                ? text?.trimmingCharacters(in: .whitespacesAndNewlines) : nil
        }
        tidy.tenant = kind == .microsoft ? trim(tenant)?.lowercased() : nil
        tidy.hostedDomain = kind == .google ? trim(hostedDomain)?.lowercased() : nil
        tidy.address = kind == .other ? trim(address) : nil
        tidy.name = kind == .other ? trim(name) : nil
        tidy.clientID = trim(clientID) ?? ""
        tidy.groupsClaim = trim(groupsClaim) ?? "groups"
        return (tidy, tidy.errors)
    }

    private var errors: [FieldError] {
        var errors: [FieldError] = []
        if kind == .microsoft, tenant?.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) == nil {
            errors.append(
                FieldError("tenant", "Enter the directory (tenant) ID, such as 0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"))
        }
        if kind == .google, hostedDomain?.wholeMatch(of: /[a-z0-9-]+(\.[a-z0-9-]+)+/) == nil {
            errors.append(FieldError("hostedDomain", "Enter the school’s Google domain, such as school.example"))
        }
        if kind == .other, !Self.isAddress(address ?? "") {
            errors.append(
                FieldError("address", "Enter its address, beginning with https:// and without “?” or “#” in it"))
        }
        if clientID.isEmpty { errors.append(FieldError("clientID", "Enter the client ID that the provider gave you")) }
        if clientID.count > 300 { errors.append(FieldError("clientID", "This is too long for a client ID")) }
        if (name ?? "").count > 60 { errors.append(FieldError("name", "Choose a shorter name")) }
        return errors
    }

    /// Whether the program asks there at all: `https://` only, and `http://` on this very machine.
    package static func isAddress(_ text: String) -> Bool {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.password == nil, parts.query == nil, parts.fragment == nil
        else { return false }
        return parts.scheme == "https" || (parts.scheme == "http" && ["localhost", "127.0.0.1"].contains(host))
    }
}

/// That a user is somebody at a provider: known by issuer and subject, which never change, and not by an e-mail address.
package struct ProviderIdentity: Sendable, Equatable {
    package var issuer: String
    package var subject: String
    package var user: Identifier<User>

    package init(issuer: String, subject: String, user: Identifier<User>) {
        self.issuer = issuer
        self.subject = subject
        self.user = user
    }
}
