import Actions
import Foundation
import Governance

/// What all pages share: templates, assets, the table of routes, the clock, and the reception.
package struct Site: Sendable {
    package let templates: Templates
    package let assets: Assets
    let navigations = RenderedNavigations()
    package let routes: RouteTable
    package let reception: any Reception
    package let now: @Sendable () -> Date
    package let trust: Trust
    /// Nil only where the shell is tested alone.
    package let installation: Installation?
    /// Whether everything here is invented, which every page then says.
    package let isDemonstration: Bool

    /// How requests reach the program.
    package struct Trust: Sendable {
        /// Whether people reach it over TLS: cookies are then Secure, and browsers are told to stay with it.
        package var secure: Bool
        /// Whether the headers of a proxy in front count.
        package var proxy: Bool
        /// The address people use, `https://chaperone.school.example`; nil when not yet known.
        package var publicAddress: String?
        /// The names this machine answers to, in small letters; nil: any.
        package var hosts: Set<String>?
        package init(
            secure: Bool, proxy: Bool = false, publicAddress: String? = nil, hosts: Set<String>? = nil
        ) {
            self.hosts = hosts
            self.secure = secure
            self.proxy = proxy
            self.publicAddress = publicAddress
        }
    }

    package init(
        reception: any Reception, trust: Trust, installation: Installation? = nil, routes: RouteTable = .product,
        isDemonstration: Bool = false,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        self.installation = installation
        self.isDemonstration = isDemonstration
        templates = try Templates()
        for name in PageCatalogue.shell + PageCatalogue.all.map({ $0.template }) where !templates.has(name) {
            throw Templates.Trouble.missing(name, wantedBy: "the page of that name")
        }
        assets = Assets()
        self.routes = routes
        self.reception = reception
        self.trust = trust
        self.now = now
    }
}

/// Who stands at the entrance: which organisation an address means, and whose session a cookie is.
package protocol Reception: Sendable {
    /// Nil when there is no organisation of that key.
    /// - Parameter token: the cookie's secret, if one came.
    func arrive(at key: String, token: String?) async throws -> Arrival?
    /// Whether it is the console's token for set-up.
    func isSetUpToken(_ token: String) async throws -> Bool
    /// What waits in the visitor's rooms.
    func waiting(for session: Session, at arrival: Arrival) async throws -> [SiteURL: Int]
}

/// An organisation as one arrives at it: as pages show it to this visitor, and as actions are performed in it.
package struct Arrival: Sendable {
    package let shown: OrganisationShown
    /// Nil only where the shell is tested alone.
    package let organisation: Organisation?
    /// Nil when the visitor's session is over or never was.
    package let session: Session?
    package init(shown: OrganisationShown, organisation: Organisation? = nil, session: Session? = nil) {
        self.shown = shown
        self.organisation = organisation
        self.session = session
    }
}

/// A session as the entrance knows it.
package struct Session: Sendable {
    package let visitor: Visitor
    package let csrf: String
    /// As the actions know it; nil only where the shell is tested alone.
    package let signedIn: SignedIn?
    package init(visitor: Visitor, csrf: String, signedIn: SignedIn? = nil) {
        self.visitor = visitor
        self.csrf = csrf
        self.signedIn = signedIn
    }
}
