import Actions
import HTTPTypes
import Hummingbird

/// Makes the framework's response of a reply.
struct Responses {
    let visit: Visit

    func response(to reply: Reply) -> Response {
        switch reply {
        case .page(let page):
            return response(page.status, "text/html; charset=utf-8", Frame.document(page, for: visit).bytes)
        case .fragment(let html): return response(.ok, "text/html; charset=utf-8", html.bytes)
        case .picture(let type, let bytes): return response(.ok, type, bytes)
        case .film(let film): return FilmReply.response(film, range: visit.range)
        case .plain(let text, let status): return response(status, "text/plain; charset=utf-8", Array(text.utf8))
        case .feed(let bytes): return response(.ok, "application/rss+xml; charset=utf-8", bytes)
        case .json(let bytes): return response(.ok, "application/json", bytes)
        case .see(let url): return redirect(visit.link(url))
        case .seeLink(let link): return redirect(link)
        case .signedIn(let token, let url):
            return redirect(visit.link(url), cookie: cookie.setting(token, for: visit.organisation?.key ?? ""))
        case .elsewhere(let link, let token), .step(let token, let link):
            return redirect(
                link,
                cookie: stepCookie.setting(
                    token, for: visit.organisation?.key ?? "", secure: visit.site.trust.secure, seconds: 900))
        case .stepTo(let token, let page):
            var answer = response(to: .page(page))
            answer.headers[.setCookie] = stepCookie.setting(
                token, for: visit.organisation?.key ?? "", secure: visit.site.trust.secure, seconds: 900)
            return answer
        case .signedInTo(let token, let page):
            let visit = Visit(
                site: visit.site, organisation: visit.organisation, csrf: formToken(cookie: token), now: visit.now,
                reference: visit.reference)
            var answer = Responses(visit: visit).response(to: .page(page))
            answer.headers[.setCookie] = cookie.setting(token, for: visit.organisation?.key ?? "")
            return answer
        case .setUpBegun(let token):
            let setting = SessionCookie.setUp.setting(token, for: "set-up", secure: visit.site.trust.secure)
            return redirect(visit.link(.setUp), cookie: setting)
        case .signedOut(let url):
            return redirect(visit.link(url), cookie: cookie.takingBack(from: visit.organisation?.key ?? ""))
        case .lasting(let type, let bytes):
            var response = response(.ok, type, bytes)
            response.headers[.cacheControl] = "public, max-age=31536000, immutable"
            return response
        case .download(let name, let type, let bytes):
            var response = response(.ok, type, bytes)
            response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
            return response
        }
    }

    private var stepCookie: SessionCookie { SessionCookie.step(secure: visit.site.trust.secure) }

    private var cookie: SessionCookie { SessionCookie(secure: visit.site.trust.secure) }

    private func response(_ status: HTTPResponse.Status, _ type: String, _ bytes: [UInt8]) -> Response {
        Response(status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func redirect(_ link: String, cookie: String? = nil) -> Response {
        var headers: HTTPFields = [.location: link]
        if let cookie { headers[.setCookie] = cookie }
        return Response(status: .seeOther, headers: headers)
    }
}
