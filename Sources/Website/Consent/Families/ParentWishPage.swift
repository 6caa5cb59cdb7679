import Governance

/// Where a parent asks for a link, in their language; where no mail goes out, the way to the office.
struct ParentWishPage: PageContent {
    let to: String
    let language: String
    let languagesTitle: String
    let languages: [ParentPage.Language]
    /// Nil where no mail goes out.
    let email: TextField?
    let button: String
    let none: String
    let noneNext: String

    package static var examples: [Page] {
        let page = { (email: TextField?, none: String) in
            ParentWishPage(
                to: "/harbour-view/pictures", language: "en", languagesTitle: "Language",
                languages: [
                    ParentPage.Language(
                        code: "pl", direction: "ltr", title: "Polski", link: "/harbour-view/pictures?in=pl",
                        current: false)
                ], email: email, button: "Send me a link", none: none, noneNext: "Ask at the school office.")
        }
        return [
            Page(
                "Pictures of your child", frame: .journey,
                page(TextField("email", "Your e-mail address", type: "email"), "Does the school have no address?")),
            Page("Pictures of your child", frame: .journey, page(nil, "No mail goes out from here.")),
        ]
    }
}
