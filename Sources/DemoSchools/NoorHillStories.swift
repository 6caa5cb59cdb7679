extension DemoOrganisation {
    var noorStories: [DemoStory] {
        [
            DemoStory(
                "Charity week", accounts: 2, on: -26,
                "Pupils raised £1,840 in charity week. Most of it came in coins, all of it came with smiles.",
                published("status/charity")),
            DemoStory(
                "Calligraphy", by: .office, accounts: 1, on: -18,
                "Thirty reed pens, one master calligrapher and a very quiet room.", published("status/calligraphy")),
            DemoStory(
                "Debate club", by: .office, accounts: 1, on: -11,
                "The motion was that homework should be shorter. It was carried, at length.",
                published("status/debate") + [
                    .takedownOrdered(by: .head, reason: "It named a guest who had asked not to be named."),
                    .takenDown(by: .office),
                ]),
            DemoStory(
                "Science fair", accounts: 2, on: -4,
                """
                A bridge of spaghetti held eleven dictionaries. The twelfth was one too many.
                """, published("status/fair")),
            DemoStory(
                "Visit to the archive", accounts: 1, on: -1,
                "We read letters from 1911 that nobody had opened for years. The handwriting was better than ours.",
                published("status/archive")),
            DemoStory(
                "Early finish", by: .office, accounts: 2, on: 0, at: 8,
                "School ends at 12:30 on Friday. Jumu'ah is at 13:00 in the main hall; families are welcome.", out),
            DemoStory(
                "Open day", by: .office, accounts: 2, on: 4, at: 10,
                """
                Our open day is on Saturday 12 December from 10:00. Come by bus: the road is narrow and the \
                neighbours are kind.
                """,
                out),
            DemoStory(
                "Recitation film", accounts: 1, on: 3, at: 9,
                "The recitation of the winners can be heard here: https://bit.ly/noor-recite",
                [
                    .sent,
                    .released(
                        by: .leader, code: "link_unverified",
                        reason: """
                            Sound only, on our own page; heard it all.
                            """),
                    .approved(by: .leader),
                ]),
            DemoStory(
                "Football report", accounts: 1, on: 2, at: 15,
                """
                Two goals each and a long walk home in the rain. The best team was the one that shared its \
                umbrellas.
                """,
                [.sent]),
            DemoStory(
                "Museum day", accounts: 1, on: 4, at: 11,
                "Plan of our museum day, with the map: https://tinyurl.com/noor-museum", [.sent]),
            DemoStory(
                "Poetry evening", accounts: 2, on: 3, at: 12,
                "Poems in four languages, tea in one. Families are welcome.",
                [.sent, .returned(by: .leader, says: "Please add the day and the hour.")]),
            DemoStory(
                "Prize giving", accounts: 1, on: 5, at: 12,
                "Congratulations to {full} of 9 Badr! Call the family on 07700 900455 to send a present."),
            DemoStory(
                "Chess ladder", accounts: 1, on: -2, at: 9,
                "The chess ladder has a new top rung. Come on Wednesday and climb.", [.sent]),
            DemoStory(
                "Clothes bank", accounts: 1, on: 6, at: 12,
                "The clothes bank needs coats, any size. Leave them at the office before Thursday.",
                [.secondOpinion(from: .office, question: "Do we still have room for coats?")]),
        ]
    }
}
