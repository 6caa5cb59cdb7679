import Foundation
import Governance
import Reading

/// What a school has published, for anybody: the words, the day, and where they stand.
struct NewsPage: PageContent {
    let items: [Item]
    let anyItems: Bool
    let feed: String

    /// One post.
    struct Item: Shows {
        let heading: String
        let when: String
        /// Named where several schools are on the page.
        let school: String?
        let text: String
        let places: [Place]

        /// An account, with the address of the post there where one is known.
        struct Place: Shows {
            let account: String
            let address: String?
        }

        init(heading: String, when: String, school: String?, text: String, places: [Place]) {
            self.heading = heading
            self.when = when
            self.school = school
            self.text = text
            self.places = places
        }

        init(_ item: NewsItem, now: Date, several: Bool) {
            self.init(
                heading: NewsFeed.title(of: item.text), when: When.near(item.at, now: now).capitalisedFirst,
                school: several ? item.schoolName : nil, text: item.text,
                places: item.places.map { Place(account: $0.account, address: $0.address) })
        }
    }

    package static var examples: [Page] {
        [
            Page(
                "News of Harbour View School", frame: .journey,
                NewsPage(
                    items: [
                        Item(
                            heading: "Twelve sacks of plastic came out of the harbour.", when: "Today at 15:42",
                            school: "Quay School", text: "Twelve sacks of plastic came out of the harbour.",
                            places: [
                                .init(account: "School Facebook", address: "https://facebook.com/harbourview/1"),
                                .init(account: "School X", address: nil),
                            ])
                    ], anyItems: true, feed: "/harbour-view/news/feed.xml")),
            Page(
                "News of Harbour View School", frame: .journey,
                NewsPage(items: [], anyItems: false, feed: "/harbour-view/news/feed.xml")),
        ]
    }
}
