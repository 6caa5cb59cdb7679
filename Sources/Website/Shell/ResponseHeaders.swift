import HTTPTypes
import Hummingbird

/// The headers of every response: nothing from elsewhere, nothing inline, nothing framed, nothing kept.
struct ResponseHeaders: RouterMiddleware {
    typealias Context = SiteContext
    let secure: Bool

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.always { response.headers[name] = value }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if secure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        response.headers[Self.reference] = context.reference
        return response
    }

    static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "media-src 'self'",
        "connect-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    private static let always: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"), (named("Referrer-Policy"), "same-origin"),
        (named("X-Frame-Options"), "DENY"), (named("Cross-Origin-Opener-Policy"), "same-origin"),
        (named("Cross-Origin-Resource-Policy"), "same-origin"),
        (named("Permissions-Policy"), "camera=(), microphone=(), geolocation=(), browsing-topics=()"),
    ]
    private static let reference = named("X-Request-ID")

    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .server }
}

/// An address that no route has, or a method it does not take, gets a page too.
struct UnknownAddress: RouterMiddleware {
    typealias Context = SiteContext
    let site: Site

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            let visit = Visit(site: site, now: site.now(), reference: context.reference)
            let pages = ErrorPages(visit: visit, logger: context.logger, route: nil)
            let methods = site.routes.methods(at: request.uri.path)
            if let known = error as? any HTTPResponseError, known.status == .notFound, !methods.isEmpty {
                return pages.response(to: TurnedAway.wrongMethod(methods))
            }
            if let known = error as? any HTTPResponseError, known.status.kind == .clientError {
                return pages.response(to: TurnedAway.notFound)
            }
            return pages.response(to: error)
        }
    }
}

/// Answers only what was sent to a host of its own, where those are known: a page from elsewhere whose name was turned
/// to this machine gets nothing.
struct OwnHost: RouterMiddleware {
    typealias Context = SiteContext
    /// Nil: any host.
    let hosts: Set<String>?

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard let hosts, !hosts.contains(Self.name(in: request.head.authority ?? "")) else {
            return try await next(request, context)
        }
        return Response(
            status: .misdirectedRequest, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: "This host is not served here.\n")))
    }

    /// Without the port, in small letters; an IPv6 address without its brackets.
    private static func name(in authority: String) -> String {
        if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }).lowercased() }
        return String(authority.prefix { $0 != ":" }).lowercased()
    }
}
