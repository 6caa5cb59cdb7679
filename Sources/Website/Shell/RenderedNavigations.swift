import Synchronization

/// The navigation as markup, by all that it shows: rooms, the one one is in, and what waits there.
final class RenderedNavigations: Sendable {
    private static let most = 1_000
    private let rendered = Mutex<[Navigation: Markup]>([:])

    func markup(_ navigation: Navigation, _ templates: Templates) -> Markup {
        if let markup = rendered.withLock({ $0[navigation] }) { return markup }
        let markup = templates.render("nav", navigation, in: Surroundings())
        rendered.withLock { rendered in
            if rendered.count >= Self.most { rendered.removeAll() }
            rendered[navigation] = markup
        }
        return markup
    }
}
