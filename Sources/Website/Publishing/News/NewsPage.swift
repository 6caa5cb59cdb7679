import Foundation
import Governance
import Reading

/// What a school has published, for anybody: the words, the day, and where they stand.
struct NewsPage: PageContent {
    let items: [Item]
    let anyItems: Bool
    let feed: String
    /// Addresses of the posts after these, and of those before them.
    let newer: String?
    let older: String?

    /// One post.
    struct Item: Shows {
        /// The day and the month, and what follows them in the margin.
        let day: String
        let year: String
        /// Named where several schools are on the page.
        let school: String?
        let text: String
        let places: [Place]

        /// An account, with the address of the post there where one is known.
        struct Place: Shows {
            let account: String
            let address: String?
        }

        init(day: String, year: String, school: String?, text: String, places: [Place]) {
            self.day = day
            self.year = year
            self.school = school
            self.text = text
            self.places = places
        }

        init(_ item: NewsItem, several: Bool) {
            self.init(
                day: String(When.date(item.at).dropLast(5)), year: String(Day(of: item.at).year),
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
                            day: "20 November", year: "2026", school: "Quay School",
                            text: "Twelve sacks of plastic came out of the harbour.",
                            places: [
                                .init(account: "School Facebook", address: "https://facebook.com/harbourview/1"),
                                .init(account: "School X", address: nil),
                            ])
                    ], anyItems: true, feed: "/harbour-view/news/feed.xml", newer: "/harbour-view/news",
                    older: "/harbour-view/news?page=3")),
            Page(
                "News of Harbour View School", frame: .journey,
                NewsPage(items: [], anyItems: false, feed: "/harbour-view/news/feed.xml", newer: nil, older: nil)),
        ]
    }
}
