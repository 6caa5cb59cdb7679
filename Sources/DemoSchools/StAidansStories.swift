extension DemoOrganisation {
    var aidanStories: [DemoStory] {
        [
            DemoStory(
                "Harvest service", accounts: 1, on: -27,
                "The church was full on Friday and so was the food bank's van. Thank you, every family.",
                published("posts/harvest-service")),
            DemoStory(
                "The hens are here", by: .office, accounts: 1, on: -19,
                "Six hens moved in behind the shed. They have names already. Eggs will take a little longer.",
                published("posts/hens")),
            DemoStory(
                "Fell walk", by: .office, accounts: 1, on: -12,
                "Year 5 walked up the fell in cloud and came down in sun.",
                published("posts/fell") + [
                    .takedownOrdered(by: .head, reason: "A family asked that the walk not be shown."),
                    .takenDown(by: .office),
                ]),
            DemoStory(
                "Advent craft", accounts: 1, on: -4,
                "Paper, paste and patience: the advent calendars are up in the hall.", published("posts/advent")),
            DemoStory(
                "Choir at the market", accounts: 1, on: -1,
                "The choir sang in the market square and the square sang back.", published("posts/choir")),
            DemoStory(
                "Wellies", by: .office, accounts: 1, on: 0, at: 8,
                "Wellies tomorrow, please. The field is more of a pond.", out),
            DemoStory(
                "Christmas fair", by: .office, accounts: 1, on: 4, at: 9,
                """
                The Christmas fair is on Saturday 5 December from 11:00. Cakes are wanted, and people who like \
                cake.
                """, out),
            DemoStory(
                "The film of the play", accounts: 1, on: 3, at: 9,
                "The film of the summer play: https://bit.ly/aidan-play",
                [
                    .sent,
                    .released(
                        by: .leader, code: "link_unverified",
                        reason: "It is the page for families, behind their own password."),
                    .approved(by: .leader),
                ]),
            DemoStory(
                "Spelling bee", accounts: 1, on: 2, at: 15,
                "The spelling bee was won by one letter. It was a silent one.", [.sent]),
            DemoStory(
                "Visit to the bakery", accounts: 1, on: 4, at: 11,
                "Our visit to the bakery, with the recipe: https://tinyurl.com/aidan-buns", [.sent]),
            DemoStory(
                "Year 6 science", accounts: 2, on: 3, at: 12,
                """
                Photosynthesis, transpiration and respiration were investigated comprehensively by our \
                enthusiastic oldest scientists, whose meticulous experimental documentation demonstrated \
                considerable sophistication.
                """,
                [.sent, .returned(by: .leader, says: "The children read this one: shorter words, please.")]),
            DemoStory(
                "Swimming gala", accounts: 1, on: 5, at: 12,
                "{full} swam a length for the first time. Write to her at 3 Chapel Lane, LA12 7AB!"),
            DemoStory(
                "Bell ringers", accounts: 1, on: -2, at: 9,
                "The bell ringers would like company on Tuesdays. Ear plugs are lent.", [.sent]),
            DemoStory(
                "Friends' quiz", by: .office, accounts: 1, on: 6, at: 12,
                "The Friends' quiz night is on Friday. Tables of six, supper at eight.",
                [.secondOpinion(from: .leader, question: "Should this go on the Friends' own page?")]),
        ]
    }
}
