/// Words that examples share.
enum Example {
    static let key = "harbour-view"
    static func link(_ url: SiteURL) -> String { url.link(in: key) }
}
