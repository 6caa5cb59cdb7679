import Actions
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import Logging

/// Stands before every handler: finds the organisation and the visitor, lets in or turns away, reads the form,
/// and makes a page of whatever goes wrong.
struct Doorkeeper: Sendable {
    let site: Site

    /// The router, built from the table and nothing else.
    func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: ResponseHeaders(secure: site.trust.secure))
        router.add(middleware: OwnHost(hosts: site.trust.hosts))
        router.add(middleware: UnknownAddress(site: site))
        for route in site.routes.routes {
            router.on(RouterPath(route.url.pattern), method: route.method) { request, context in
                await answer(request, context, route)
            }
        }
        return router
    }

    private func answer(_ request: Request, _ context: SiteContext, _ route: Route) async -> Response {
        var visit = Visit(site: site, now: site.now(), reference: context.reference)
        visit.address = clientAddress(request, context)
        visit.setUpToken = SessionCookie.setUp.token(in: request.headers)
        visit.step = SessionCookie.step(secure: site.trust.secure).token(in: request.headers)
        visit.device = request.headers[.userAgent] ?? ""
        visit.range = request.headers[.range]
        do {
            visit = try await recognised(request, context, visit)
            visit.cameFrom = pageBefore(request, visit)
            try await letIn(visit, route, request)
            visit.query = Form(urlEncoded: request.uri.query ?? "")
            if route.method != .get {
                try checkBrowser(request)
            }
            let reply = try await answered(route, request, &visit)
            if case .page(let page) = reply, let session = visit.session, let arrival = visit.arrival {
                if let waiting = page.waiting {
                    visit.waiting = waiting
                } else {
                    visit.waiting = try await site.reception.waiting(for: session, at: arrival)
                }
            }
            return Responses(visit: visit).response(to: reply)
        } catch {
            if let page = await formAgain(after: error, visit, route, request) {
                return Responses(visit: visit).response(to: .page(page))
            }
            let isOnRecord = await putOnRecord(error, visit, route)
            return ErrorPages(visit: visit, logger: context.logger, route: route, isOnRecord: isOnRecord)
                .response(to: error)
        }
    }

    /// Reads the form and has it handled; of those that bring pictures, only so many at once, and none that nobody may bring
    /// there: what is slow to come keeps a turn from others.
    private func answered(_ route: Route, _ request: Request, _ visit: inout Visit) async throws -> Reply {
        guard route.method != .get else { return try await route.handle(visit) }
        var asked = visit
        defer { visit = asked }
        let work = {
            asked.form = try await form(of: request, within: route.body)
            try checkToken(of: request, asked)
            return try await route.handle(asked)
        }
        guard let turn = route.turn, let uploads = site.installation?.uploads else {
            return try await work()
        }
        let school = try await turn(visit)
        return try await uploads.take(visit.organisation?.key ?? "", school, visit.me.user.id, work)
    }

    private func letIn(_ visit: Visit, _ route: Route, _ request: Request) async throws {
        if case .setUp = route.who {
            guard let token = SessionCookie.setUp.token(in: request.headers),
                try await site.reception.isSetUpToken(token)
            else { throw TurnedAway.setUpFirst }
            return
        }
        guard route.who.admits(visit.visitor) else {
            throw visit.visitor == nil ? TurnedAway.signInFirst : TurnedAway.notPermitted
        }
    }

    /// The visit with its organisation, the pieces of the address, and whoever the cookie says.
    private func recognised(
        _ request: Request, _ context: SiteContext, _ visit: Visit
    ) async throws -> Visit {
        let parts = Dictionary(
            context.parameters.map { (String($0.key), $0.value.removingPercentEncoding ?? String($0.value)) },
            uniquingKeysWith: { first, _ in first })
        var visit = visit
        visit.parts = parts
        guard let key = parts["organisation"] else { return visit }
        let token = SessionCookie(secure: site.trust.secure).token(in: request.headers)
        guard let arrival = try await site.reception.arrive(at: key, token: token) else { throw TurnedAway.notFound }
        let session = arrival.session
        var known = Visit(
            site: site, organisation: arrival.shown, visitor: session?.visitor, csrf: session?.csrf ?? "",
            now: visit.now, reference: visit.reference)
        known.parts = parts
        known.address = visit.address
        known.device = visit.device
        known.range = visit.range
        known.step = visit.step
        known.lostCookie = session == nil ? token : nil
        known.arrival = arrival
        known.session = session
        return known
    }

    private func pageBefore(_ request: Request, _ visit: Visit) -> String? {
        guard let key = visit.organisation?.key, let before = request.headers[.referer],
            let path = URL(string: before)?.path(), path.hasPrefix("/\(key)/")
        else { return nil }
        return String(path.dropFirst(key.utf8.count + 1))
    }

    func form(of request: Request, within body: Route.Body) async throws -> Form {
        let type = request.headers[.contentType] ?? ""
        if case .files = body, type.hasPrefix("multipart/form-data") {
            return try await files(of: request, type, atMost: body.limit)
        }
        var buffer: ByteBuffer
        let most = if case .files = body { Route.Body.form.limit } else { body.limit }
        do { buffer = try await request.body.collect(upTo: most) } catch { throw TurnedAway.tooLarge(most) }
        let bytes = buffer.readBytes(length: buffer.readableBytes) ?? []
        if type.hasPrefix("multipart/form-data") {
            guard case .upload = body else { throw TurnedAway.unreadableForm }
            guard let form = Multipart.form(bytes, contentType: type) else { throw TurnedAway.unreadableForm }
            return form
        }
        return Form(urlEncoded: String(decoding: bytes, as: UTF8.self))
    }

    /// What has come goes on at once, and lies sealed on disk until it is looked at.
    private func files(of request: Request, _ type: String, atMost most: Int) async throws -> Form {
        guard let installation = site.installation,
            var stream = MultipartStream(contentType: type, arriving: { try ArrivingFile(in: installation) })
        else { throw TurnedAway.unreadableForm }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most {
            throw TurnedAway.tooLarge(most)
        }
        var length = 0
        for try await buffer in request.body {
            length += buffer.readableBytes
            guard length <= most else { throw TurnedAway.tooLarge(most) }
            try stream.take(buffer.readableBytesView)
        }
        guard let form = stream.form else { throw TurnedAway.unreadableForm }
        return form
    }

    /// A form that another site sends is turned away before its body is read.
    private func checkBrowser(_ request: Request) throws {
        if origin(of: request) == .elsewhere { throw TurnedAway.formFromElsewhere }
    }

    /// A session's form carries its token; without a session the browser itself must say that the form is ours.
    private func checkToken(of request: Request, _ visit: Visit) throws {
        if visit.visitor != nil {
            guard !visit.csrf.isEmpty, visit.form["csrf"].hasSameBytes(as: visit.csrf) else {
                throw TurnedAway.formFromElsewhere
            }
        } else {
            guard origin(of: request) == .here else { throw TurnedAway.formFromElsewhere }
        }
    }

    private func origin(of request: Request) -> Origin {
        Origin(request.headers, host: request.head.authority, publicAddress: site.trust.publicAddress)
    }

    private func clientAddress(_ request: Request, _ context: SiteContext) -> String? {
        if site.trust.proxy, let name = HTTPField.Name("X-Forwarded-For"), let given = request.headers[name] {
            return given.split(separator: ",").last.map { $0.filter { !$0.isWhitespace } }
        }
        return context.remoteAddress
    }
}

extension String {
    /// Compares without telling by its time how far two secrets agree.
    fileprivate func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return zip(utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
