import Actions
import Governance
import HTTPTypes
import Hummingbird
import Logging

/// Makes a page of anything thrown. What nobody foresaw shows a sentence and a number; its cause goes to the log.
struct ErrorPages {
    let visit: Visit
    let logger: Logger
    let route: Route?
    /// Whether the refusal was put on record.
    var isOnRecord = false

    func response(to error: any Error) -> Response {
        if let refusal = error as? TurnedAway { return response(to: refusal) }
        if let error = error as? ActionError { return response(to: TurnedAway(error)) }
        logger.error(
            "a request failed",
            metadata: [
                "cause": "\(String(reflecting: type(of: error)))", "code": "\(Self.code(of: error))",
                "route": "\(route?.url.pattern ?? "none")",
            ])
        if let says = passingTrouble(error) { return page(.serviceUnavailable, Apology.notSaved(visit, says: says)) }
        return page(.internalServerError, Apology.ours(visit))
    }

    private func response(to refusal: TurnedAway) -> Response {
        switch refusal {
        case .signInFirst:
            return Responses(visit: visit).response(to: .see(.signIn))
        case .setUpFirst: return Responses(visit: visit).response(to: .see(.setUp))
        case .notFound: return page(.notFound, Apology.notFound(visit))
        case .wrongMethod(let methods):
            var answer = page(.methodNotAllowed, Apology.wrongMethod(visit))
            answer.headers[.allow] = methods.joined(separator: ", ")
            return answer
        case .notPermitted, .notAllowed:
            logger.notice("turned away", metadata: ["route": "\(route?.url.pattern ?? "none")"])
            return page(.forbidden, Apology.notPermitted(visit, says: refusal.says, isOnRecord: isOnRecord))
        case .conflict(let says): return page(.conflict, Apology.conflict(visit, says: says))
        case .invalid(let problems): return page(.unprocessableContent, Apology.invalid(visit, problems))
        case .linkIsOver: return page(.gone, Apology.linkIsOver(visit))
        case .formFromElsewhere: return page(.forbidden, Apology.formFromElsewhere(visit))
        case .unreadableForm: return page(.badRequest, Apology.unreadable(visit))
        case .tooLarge(let limit): return page(.contentTooLarge, Apology.tooLarge(visit, limit: limit))
        case .later(let says, let seconds):
            var answer = page(.tooManyRequests, Apology.later(visit, says: says))
            answer.headers[.retryAfter] = "\(max(1, seconds))"
            return answer
        }
    }

    private func page(_ status: HTTPResponse.Status, _ page: Page) -> Response {
        var page = page
        page.status = status
        return Responses(visit: visit).response(to: .page(page))
    }

    /// The case of an error without what it carries, which may be somebody's data.
    private static func code(of error: any Error) -> String {
        let text = String(describing: error)
        return String(text.prefix { $0.isLetter || $0 == "_" }.prefix(60))
    }
}
