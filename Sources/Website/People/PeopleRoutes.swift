/// The people room's routes.
enum PeopleRoutes {
    static let all: [Route] =
        SignInRoutes.all + ProviderRoutes.all + CodeRoutes.all + MailRoutes.all + MyRoutes.all + UserRoutes.all
        + UserReturns.routes + InvitationRoutes.all + RoleListRoutes.all
        + RollRoutes.all + ClassRoutes.all + PersonUserRoutes.all
        + RollImportRoutes.all
        + SchoolRoutes.all
        + SettingsRoutes.all
}
