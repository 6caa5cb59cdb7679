/// The publishing room's routes.
enum PublishingRoutes {
    static let all: [Route] =
        ComposeRoutes.all + ApprovalRoutes.all + ListRoutes.all + PostRoutes.all + PlacementRoutes.all
        + TakedownRoutes.all + PauseRoutes.all
        + MistakeRoutes.all
        + NewsRoutes.all
}
