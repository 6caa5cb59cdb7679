import Foundation
import Governance
import HTTPTypes
import Hummingbird

/// One route: no route exists but those in the table, and each says who may.
package struct Route: Sendable {
    package let method: HTTPRequest.Method
    package let url: SiteURL
    package let who: WhoMay
    package let body: Body
    /// Of a body of files: asked before any of it is read and before it takes a turn; throws where nobody or nothing may
    /// have it, and says at which school it takes one.
    package let turn: (@Sendable (Visit) async throws -> Identifier<School>)?
    package let handle: @Sendable (Visit) async throws -> Reply

    /// How much a request may bring.
    package enum Body: Sendable {
        case none
        case form
        case upload(megabytes: Int)
        /// The same, of files that do not stand in memory.
        case files(megabytes: Int)

        var limit: Int {
            switch self {
            case .none: 0
            case .form: 512 * 1024
            case .upload(let megabytes), .files(let megabytes): megabytes * 1024 * 1024
            }
        }
    }

    /// A page or a file to read.
    package static func get(
        _ url: SiteURL, _ who: WhoMay, _ handle: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route {
        Route(method: .get, url: url, who: who, body: .none, turn: nil, handle: handle)
    }

    /// A form that changes something; it must carry the session's token.
    package static func post(
        _ url: SiteURL, _ who: WhoMay, _ body: Body = .form,
        _ handle: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route {
        Route(method: .post, url: url, who: who, body: body, turn: nil, handle: handle)
    }

    /// A form with large files, of which only so many come in at the same time.
    package static func files(
        _ url: SiteURL, _ who: WhoMay, megabytes: Int,
        turn: @escaping @Sendable (Visit) async throws -> Identifier<School>,
        _ handle: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route {
        Route(method: .post, url: url, who: who, body: .files(megabytes: megabytes), turn: turn, handle: handle)
    }
}

/// All routes of the product.
package struct RouteTable: Sendable {
    package let routes: [Route]
    private let pages: [String: WhoMay]

    package init(_ routes: [Route]) {
        self.routes = routes
        pages = Dictionary(
            routes.filter { $0.method == .get }.map { ($0.url.pattern, $0.who) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether a page exists and lets the visitor in.
    package func admit(_ visitor: Visitor?, to url: SiteURL) -> Bool {
        pages[url.pattern]?.admits(visitor) ?? false
    }

    /// The methods that an address takes, `HEAD` with `GET`; empty when no route has it.
    package func methods(at path: String) -> [String] {
        let methods = Set(routes(at: path).map(\.method.rawValue))
        return (methods.contains("GET") ? methods.union(["HEAD"]) : methods).sorted()
    }

    /// Whether an address is a page of those who are signed in: one that anybody may open can hold a secret, such as a
    /// one-time link.
    package func isPageOfSignedIn(_ path: String) -> Bool {
        let pages = routes(at: path).filter { $0.method == .get }
        return !pages.isEmpty && !pages.contains { $0.who == .anyone }
    }

    private func routes(at path: String) -> [Route] {
        let parts = path.split(separator: "/")
        return routes.filter { route in
            let pattern = route.url.pattern.split(separator: "/")
            return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
    }

    /// Every room's routes, in one list.
    package static let product = RouteTable(
        ShellRoutes.all + SetUpRoutes.all + HomeRoutes.all + TaskRoutes.all + HandbookRoutes.all + PeopleRoutes.all
            + CalendarRoutes.all
            + PublishingRoutes.all + AccountsRoutes.all + ConductRoutes.all + ConsentRoutes.all)
}
