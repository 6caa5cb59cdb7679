import Foundation
import Governance
import Reading

/// What a school has published, for anybody: the words, the day, and where they stand.
struct NewsPage: PageContent {
    let items: [Item]
    let anyItems: Bool
    /// Where the news of others stand: of one school, or of all together.
    let schools: [OfSchool]
    let anySchools: Bool
    let feed: String
    /// Addresses of the posts after these, and of those before them.
    let newer: String?
    let older: String?

    init(
        items: [Item], anyItems: Bool, schools: [OfSchool], feed: String, newer: String?, older: String?
    ) {
        self.items = items
        self.anyItems = anyItems
        self.schools = schools
        anySchools = !schools.isEmpty
        self.feed = feed
        self.newer = newer
        self.older = older
    }

    /// The news of one school, or of all.
    struct OfSchool: Shows {
        let name: String
        let link: String
    }

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
        var full = Page(
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
                ], anyItems: true,
                schools: [OfSchool(name: "Quay School", link: "/harbour-view/news/quay")],
                feed: "/harbour-view/news/feed.xml", newer: "/harbour-view/news",
                older: "/harbour-view/news?page=3"))
        full.feed = "/harbour-view/news/feed.xml"
        return [
            full,
            Page(
                "News of Harbour View School", frame: .journey,
                NewsPage(
                    items: [], anyItems: false, schools: [], feed: "/harbour-view/news/feed.xml", newer: nil,
                    older: nil)),
        ]
    }
}
