/// Publish by hand, in three steps: copy the words, publish them there, bring the proof.
struct PublishPage: PageContent {
    let action: String
    let network: String
    /// These words take the place of others that are out there.
    var corrects: Bool = false
    let account: String
    let text: String
    let link: String?
    /// To be saved on this device and put up with the words, each with its description.
    let pictures: [PictureShown]
    let anyPictures: Bool
    let open: HeadAction?
    let rows: Int
    let address: TextField
    let screenshot: TextField

    /// A picture of what is there, or of what is gone.
    static func screenshot(_ label: String = "Or a screenshot", problems: [Problem] = []) -> TextField {
        TextField("screenshot", label, hint: "PNG or JPEG, at most 8 MB.", type: "file", problems: problems)
    }

    package static var examples: [Page] {
        let problems = [Problem("address", "Paste the address of the post, or attach a screenshot")]
        return [
            Page(
                "Publish on School Facebook", crumb: Crumb("Open evening", "/harbour-view/posts/p1"),
                frame: .journey, room: .posts,
                PublishPage(
                    action: "/harbour-view/placements/pl1/publishing", network: "Facebook",
                    account: "facebook.com/harbourview.example", text: "Open evening is on Thursday at six.",
                    link: "https://harbourview.example/open", pictures: PicturesPage.examplePictures, anyPictures: true,
                    open: HeadAction("Open Facebook", icon: .out, "https://facebook.com/harbourview.example"), rows: 4,
                    address: TextField("address", "Address of the post", type: "url"), screenshot: screenshot())),
            Page(
                "Publish on School website", crumb: Crumb("Open evening", "/harbour-view/posts/p1"),
                problems: problems, frame: .journey, room: .posts,
                PublishPage(
                    action: "/harbour-view/placements/pl1/publishing",
                    network: "Website", corrects: true, account: "harbourview.example",
                    text: "Open evening is on Thursday at six.",
                    link: nil, pictures: [], anyPictures: false, open: nil, rows: 4,
                    address: TextField("address", "Address of the post", type: "url", problems: problems),
                    screenshot: screenshot(problems: [Problem("screenshot", "Choose a PNG or a JPEG")]))),
        ]
    }
}
