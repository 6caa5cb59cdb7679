/// The accounts room's routes.
enum AccountsRoutes {
    static let all: [Route] =
        AccountRoutes.all + ApplicationRoutes.all + LoginRoutes.all + ConnectionRoutes.all + ReplyRoutes.all
        + OnePersonRoutes.all
        + StaffGroupRoutes.all + AccountListRoutes.all
}
