import Actions
import HTTPTypes

/// What every installation answers beside its rooms.
enum ShellRoutes {
    static let all: [Route] = [
        .get(.health, .anyone) { visit in
            let health = await visit.site.installation?.health() ?? .ok
            return .plain(health.rawValue + "\n", health == .ok ? .ok : .serviceUnavailable)
        },
        .get(.asset(digest: .any, name: .any), .anyone) { visit in
            guard let asset = visit.site.assets[visit.part("name")], asset.digest == visit.part("digest") else {
                throw TurnedAway.notFound
            }
            return .lasting(type: asset.type, asset.bytes)
        },
        .get(.schoolColour(digest: .any), .anyone) { visit in
            guard let colour = visit.organisation?.colour, colour.digest == visit.part("digest") else {
                throw TurnedAway.notFound
            }
            return .lasting(type: "text/css; charset=utf-8", Array(colour.styleSheet.utf8))
        },
    ]
}
