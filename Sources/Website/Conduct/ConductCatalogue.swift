/// The routes and pages of the room Conduct.
enum ConductRoutes {
    static let all: [Route] = SpeakingRoutes.all
}

extension PageCatalogue {
    static let conduct: [any PageContent.Type] = [SpeakingPage.self]
}
