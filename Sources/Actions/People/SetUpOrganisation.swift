import Foundation
import Governance
import PolicyFile
import Store

/// Makes an organisation whole or not at all: its database, schools, policy in force, and first administrator.
package struct SetUpOrganisation: Sendable {
    package var name: String
    /// The first part of its addresses: small letters, digits and hyphens.
    package var slug: String
    package var nation: Nation
    /// Where people reach the installation, for example `https://chaperone.school.example`; nil leaves it as it is.
    package var publicAddress: String?
    package var schools: [SchoolPlan]
    /// The exact bytes of the policy file to put in force.
    package var policy: [UInt8]
    package var approval: PolicyVersion.Approval?
    package var administrator: AdministratorPlan
    package var isDemonstration: Bool

    package struct SchoolPlan: Sendable {
        package var name: String
        package var slug: String
        package init(name: String, slug: String) {
            self.name = name
            self.slug = slug
        }
    }

    package struct AdministratorPlan: Sendable {
        package var name: String
        package var email: String
        /// Nil only in a demonstration, where nobody needs one.
        package var password: String?
        package init(name: String, email: String, password: String?) {
            self.name = name
            self.email = email
            self.password = password
        }
    }

    package init(
        name: String, slug: String, nation: Nation, publicAddress: String? = nil, schools: [SchoolPlan],
        policy: [UInt8], approval: PolicyVersion.Approval? = nil, administrator: AdministratorPlan,
        isDemonstration: Bool = false
    ) {
        self.name = name
        self.slug = slug
        self.nation = nation
        self.publicAddress = publicAddress
        self.schools = schools
        self.policy = policy
        self.approval = approval
        self.administrator = administrator
        self.isDemonstration = isDemonstration
    }

    /// Sets up for a visitor who has the console's token.
    package func perform(in installation: Installation, token: String) async throws -> Organisation {
        guard try await installation.isSetUpToken(token) else {
            throw ActionError.notPermitted("This is not the code that the console printed last, or it was used")
        }
        return try await make(in: installation, by: .visitor, tokenHash: Installation.setUpTokenHash(token))
    }

    /// Sets up from the machine's own command line.
    package func performFromConsole(in installation: Installation) async throws -> Organisation {
        try await make(in: installation, by: .console)
    }

    private func make(
        in installation: Installation, by actor: Actor, tokenHash: Data? = nil
    ) async throws -> Organisation {
        let document = try readPolicy(policy)
        let password = try await check(in: installation)
        let folder = installation.database.folderForMaking(installation.randomness)
        do {
            try await fill(folder, document, password, installation, by: actor)
            try await installation.database.list(
                slug, name: trimmed(name), madeIn: folder, publicAddress: publicAddress, tokenHash: tokenHash)
        } catch {
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
        return try await installation.organisation(slug)
    }

    private func check(in installation: Installation) async throws -> KeptPassword? {
        var errors: [FieldError] = []
        if trimmed(name).isEmpty { errors.append(FieldError("name", "Enter the name of the school or trust")) }
        if !Slug.isOne(slug) {
            errors.append(FieldError("slug", "Use small letters, digits and hyphens, for example harbour-view"))
        } else if Slug.reserved.contains(slug) {
            errors.append(FieldError("slug", "This word begins addresses of the program itself. Choose another"))
        } else if try await installation.database.isListed(slug) {
            errors.append(FieldError("slug", "There is an organisation at this address already"))
        }
        if let publicAddress, !isPublicAddress(publicAddress) {
            errors.append(
                FieldError("publicAddress", publicAddressWanted))
        }
        if schools.isEmpty { errors.append(FieldError("schools", "Enter at least one school")) }
        for school in schools where trimmed(school.name).isEmpty || !Slug.isOne(school.slug) {
            errors.append(FieldError("schools", "Each school needs a name and a short name"))
        }
        for school in schools where Slug.reservedOfSchools.contains(school.slug) {
            errors.append(FieldError("schools", "“\(school.slug)” cannot be a school's short name. Choose another"))
        }
        if Set(schools.map(\.slug)).count < schools.count || Set(schools.map(\.name)).count < schools.count {
            errors.append(FieldError("schools", "Two schools have the same name"))
        }
        if trimmed(administrator.name).isEmpty {
            errors.append(FieldError("administratorName", "Enter the administrator's name"))
        }
        if let says = refusal(ofEmail: foldedEmail(administrator.email)) {
            errors.append(FieldError("administratorEmail", says))
        }
        if administrator.password == nil, !isDemonstration {
            errors.append(FieldError("password", "Choose a password"))
        }
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
        guard let password = administrator.password else { return nil }
        let user = User(id: Identifier(""), name: administrator.name, email: administrator.email)
        return try await installation.newPassword(password, of: user)
    }

    private func fill(
        _ folder: URL, _ document: PolicyDocument, _ password: KeptPassword?, _ installation: Installation,
        by actor: Actor
    ) async throws {
        let database = try OrganisationDatabase(
            folder: folder, clock: installation.clock, randomness: installation.randomness)
        try await database.change(by: actor) { tx in
            let card = OrganisationCard(
                slug: slug, name: trimmed(name), nation: nation, isDemonstration: isDemonstration)
            try tx.insert(card)
            let schools = try schools.map { plan in
                let school = School(id: tx.identifier(), slug: plan.slug, name: trimmed(plan.name))
                try tx.insert(school)
                return school
            }
            let (user, granted) = try tx.add(
                name: administrator.name, email: administrator.email, roles: [.administrator], school: nil,
                why: "First administrator")
            if let password { try tx.keep(password, of: user.id) }
            var version = try tx.add(document, school: nil)
            let added = version
            version.approval = approval
            version.inForceFrom = tx.now
            try tx.update(version)
            try tx.setSchoolYearDue()
            return Recorded(
                .organisationSetUp(card, first: user),
                and: schools.map(Event.schoolAdded) + granted + [.policyAdded(added)]
                    + (approval == nil ? [] : [.policyApproved(version)])
                    + [.policyPutInForce(version, insteadOf: nil, why: "Chosen at set-up")],
                tasks: try tx.handbookTasks(installation.policies))
        }
        try database.close()
    }
}

extension Event {
    fileprivate static func organisationSetUp(_ card: OrganisationCard, first user: User) -> Event {
        Event(
            .organisationSetUp, .organisation,
            after: [
                "name": .text(card.name), "slug": .text(card.slug), "nation": .text(card.nation.rawValue),
                "isDemonstration": .flag(card.isDemonstration), "administrator": .text(user.id.text),
            ])
    }

    static func schoolAdded(_ school: School) -> Event {
        Event(
            .schoolAdded, RecordSubject(.school, school.id),
            after: ["name": .text(school.name), "slug": .text(school.slug)])
    }
}

/// For whoever entered no such address.
package let publicAddressWanted = "Enter the address people will use, beginning with https:// and without a page"

/// Whether people can reach an installation by this: `https://`, and `http://` only on the machine itself.
package func isPublicAddress(_ text: String) -> Bool {
    guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
        ["", "/"].contains(parts.path), parts.query == nil, parts.fragment == nil, parts.user == nil
    else { return false }
    return parts.scheme == "https" || (parts.scheme == "http" && ["localhost", "127.0.0.1"].contains(host))
}
