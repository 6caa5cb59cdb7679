/// The conduct room's routes.
enum ConductRoutes {
    static let all: [Route] = SpeakingRoutes.all + LeavingRoutes.all
}
