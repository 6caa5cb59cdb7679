import Hummingbird

extension Doorkeeper {
    /// The page that keeps a form which could not be taken, when a page of this site sent it; nil in all other cases.
    func formAgain(after error: any Error, _ visit: Visit, _ route: Route, _ request: Request) async -> Page? {
        guard route.method == .post, case .form = route.body,
            Origin(request.headers, host: request.head.authority, publicAddress: site.trust.publicAddress) == .here
        else { return nil }
        switch error as? TurnedAway {
        case .signInFirst:
            guard let sent = try? await form(of: request, within: route.body),
                let kept = KeptForm(sent, to: request.uri.path, in: visit)
            else { return nil }
            return try? await SignInRoutes.again(visit, keeping: kept)
        case .formFromElsewhere where visit.visitor != nil:
            return KeptForm(visit.form, to: request.uri.path, in: visit)?.page(.forbidden)
        default: return nil
        }
    }
}
