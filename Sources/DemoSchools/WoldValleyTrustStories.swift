extension DemoOrganisation {
    var woldStories: [DemoStory] {
        [
            DemoStory(
                "Seeds from space", accounts: 2, on: -27,
                """
                The gardening club planted seeds that have been to space and back. Nothing green yet, and \
                nothing purple either.
                """,
                published("posts/seeds")),
            DemoStory(
                "A wall of books", by: .office, accounts: 1, on: -21,
                "Our new library corner has 312 books, all chosen by vote. The dinosaur shelf won, as it does.",
                published("posts/books")),
            DemoStory(
                "Harvest lunch", by: .office, accounts: 2, on: -12,
                "Harvest lunch fed 140 people. Thank you for the marrows. There were a great many marrows.",
                published("posts/harvest") + [
                    .takedownOrdered(by: .head, reason: "The picture beside it showed a door code."),
                    .takenDown(by: .office),
                ]),
            DemoStory(
                "Anti-bullying week", accounts: 2, on: -5,
                "Odd socks all week, and one question each morning: what would a good friend do?",
                published("posts/socks")),
            DemoStory(
                "Bikeability", accounts: 1, on: -1,
                """
                Helmets on, tyres pumped, bells tested. The oldest class is ready for the road.
                """, published("posts/bikes")),
            DemoStory(
                "Coats and gloves", by: .office, accounts: 1, on: 0, at: 8,
                "Please put a name in every glove. We have nine left hands in the box.", out),
            DemoStory(
                "Nativity tickets", by: .office, accounts: 2, on: 3, at: 9,
                "Two tickets for each family for the nativity are in book bags today. More from the office.", out),
            DemoStory(
                "Class assembly film", accounts: 1, on: 4, at: 9,
                "The assembly about rivers can be heard again: https://tinyurl.com/hazel-rivers",
                [
                    .sent,
                    .released(
                        by: .head, code: "link_unverified",
                        reason: """
                            Sound only, no voices of pupils; I listened to it.
                            """),
                    .approved(by: .head),
                ]),
            DemoStory(
                "River walk", accounts: 2, on: 2, at: 15,
                "The river was high and so were our spirits. We measured both.", [.sent]),
            DemoStory(
                "A kind letter", accounts: 1, on: 4, at: 11,
                """
                A neighbour wrote to say how polite our walking bus is. The link she sent: \
                https://bit.ly/walking-bus
                """,
                [.sent]),
            DemoStory(
                "Reading morning", accounts: 1, on: 2, at: 12,
                "Bring a grown-up and a book on Friday at 08:30. Pyjamas welcome, for both.",
                [.sent, .returned(by: .head, says: "Please say which door to use.")]),
            DemoStory(
                "Star of the week", accounts: 1, on: 5, at: 12,
                """
                Star of the week is {full} for a brave solo. Well done {first}! Lunch by Harvest Kitchens was \
                brilliant, we recommend them.
                """
            ),
            DemoStory(
                "Puddle club", accounts: 1, on: -2, at: 9,
                "Puddle club meets whatever the weather. That is rather the point.", [.sent]),
            DemoStory(
                "Woodland day", accounts: 1, on: 6, at: 12,
                "On woodland day we build dens and boil water. Nobody has to eat the nettle soup.",
                [.secondOpinion(from: .office, question: "Is the soup too much?")]),
        ]
    }
}
