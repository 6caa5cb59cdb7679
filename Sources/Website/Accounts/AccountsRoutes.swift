/// The accounts room's routes.
enum AccountsRoutes {
    static let all: [Route] =
        AccountRoutes.all + ApplicationRoutes.all + LoginRoutes.all + ConnectionRoutes.all + OnePersonRoutes.all
        + StaffGroupRoutes.all + AccountListRoutes.all
}
