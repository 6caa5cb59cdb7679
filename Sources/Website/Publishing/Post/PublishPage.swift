import Governance

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
    let pictures: [ToSave]
    let anyPictures: Bool
    /// All of them in one file; nil where there are not several.
    let together: HeadAction?
    /// That the network cuts off a part of some of them; nil: it takes them as they are.
    var ground: String?
    let open: HeadAction?
    let rows: Int
    let address: TextField
    let screenshot: TextField

    /// A picture to be saved, with its description to be copied.
    struct ToSave: Shows {
        let heading: String
        let src: String
        let alt: String
        /// The full size: a film is opened there, a picture saved.
        let link: HeadAction
        /// The id of the box that holds the description; nil: it was not described.
        let box: String?
        let says: String?
        /// A film stays out of what is saved together.
        let isPicture: Bool
    }

    /// The pictures of a placement in full size, for whoever puts them up by hand.
    static func toSave(_ placement: Placement, in visit: any Linking) -> [ToSave] {
        placement.draft.media.enumerated().map { index, medium in
            let name = "\(medium.kind.word) \(index + 1)"
            let link = { (size: StoredPicture.Size) in
                visit.link(
                    .pictureFile(
                        post: .value(placement.post.text), picture: .value(medium.id), size: .value(size.rawValue)))
            }
            return ToSave(
                heading: name.capitalisedFirst, src: link(.thumbnail),
                alt: medium.alt ?? "\(name.capitalisedFirst), not described",
                link: HeadAction("Open \(name) to save it", link(medium.kind == .video ? .film : .post)),
                box: medium.alt.map { _ in "description-\(index + 1)" }, says: medium.alt,
                isPicture: medium.kind == .photo)
        }
    }

    /// A picture of what is there, or of what is gone.
    static func screenshot(_ label: String = "Or a screenshot", problems: [Problem] = []) -> TextField {
        TextField("screenshot", label, hint: "PNG or JPEG, at most 8 MB.", type: "file", problems: problems)
    }

    private static let examplePictures = [
        ToSave(
            heading: "Picture 1", src: "/harbour-view/posts/p1/pictures/c1/thumbnail", alt: "A model boat",
            link: HeadAction("Open picture 1 to save it", "/harbour-view/posts/p1/pictures/c1/post"),
            box: "description-1", says: "A model boat", isPicture: true),
        ToSave(
            heading: "Film 2", src: "/harbour-view/posts/p1/pictures/c2/thumbnail", alt: "Film 2, not described",
            link: HeadAction("Open film 2 to save it", "/harbour-view/posts/p1/pictures/c2/film"), box: nil, says: nil,
            isPicture: false),
    ]

    package static var examples: [Page] {
        let problems = [Problem("address", "Paste the address of the post, or attach a screenshot")]
        return [
            Page(
                "Publish on School Facebook", crumb: Crumb("Open evening", "/harbour-view/posts/p1"),
                frame: .journey, room: .posts,
                PublishPage(
                    action: "/harbour-view/placements/pl1/publishing", network: "Facebook",
                    account: "facebook.com/harbourview.example", text: "Open evening is on Thursday at six.",
                    link: "https://harbourview.example/open", pictures: examplePictures, anyPictures: true,
                    together: HeadAction("Save all 2 pictures", "/harbour-view/placements/pl1/pictures"),
                    ground: "Instagram takes nothing taller than 4:5.",
                    open: HeadAction("Open Facebook", icon: .out, "https://facebook.com/harbourview.example"), rows: 4,
                    address: TextField("address", "Address of the post", type: "url"), screenshot: screenshot())),
            Page(
                "Publish on School website", crumb: Crumb("Open evening", "/harbour-view/posts/p1"),
                problems: problems, frame: .journey, room: .posts,
                PublishPage(
                    action: "/harbour-view/placements/pl1/publishing",
                    network: "Website", corrects: true, account: "harbourview.example",
                    text: "Open evening is on Thursday at six.",
                    link: nil, pictures: [], anyPictures: false, together: nil, open: nil, rows: 4,
                    address: TextField("address", "Address of the post", type: "url", problems: problems),
                    screenshot: screenshot(problems: [Problem("screenshot", "Choose a PNG or a JPEG")]))),
        ]
    }
}
