/// The people room's routes.
enum PeopleRoutes {
    static let all: [Route] = SignInRoutes.all + UserRoutes.all + RollRoutes.all + SettingsRoutes.all
}
