extension DemoOrganisation {
    var saltmarshStories: [DemoStory] {
        [
            DemoStory(
                "Marsh walk", accounts: 2, on: -28,
                """
                Year 7 counted 41 redshanks on the marsh this morning, and one very patient heron. Wellingtons \
                are drying in the hall.
                """,
                published("status/marsh")),
            DemoStory(
                "Maths in the market", by: .office, accounts: 1, on: -20,
                "Students ran a stall in the market, took £212.40 and counted the float right to the penny.",
                published("status/market")),
            DemoStory(
                "New timetable", by: .office, accounts: 2, on: -13,
                "The new timetable starts on Monday. Buses leave at 15:20. The full list is on our website.",
                published("status/timetable") + [
                    .takedownOrdered(by: .head, reason: "Two of the bus times were wrong."), .takenDown(by: .office),
                ]),
            DemoStory(
                "Remembrance", accounts: 2, on: -8, at: 11,
                "The whole school stood still for two minutes. The poppies on the fence were knitted by families.",
                published("status/remembrance")),
            DemoStory(
                "Careers morning", accounts: 2, on: -1,
                "Thank you to the fourteen visitors who told Year 10 what their working day is really like.",
                published("status/careers")),
            DemoStory(
                "Estuary rocks", accounts: 2, on: 0, at: 8,
                "What the tide leaves behind tells the story of the estuary. Year 9 read it this week, in mud.", out),
            DemoStory(
                "Winter concert", by: .office, accounts: 2, on: 4, at: 12,
                "The winter concert is on Thursday 10 December at 18:30. Tickets are free from the office.", out),
            DemoStory(
                "Watch the harvest film", accounts: 1, on: 3, at: 9,
                "Our harvest film is ready: https://bit.ly/saltmarsh-harvest",
                [
                    .sent,
                    .released(
                        by: .leader, code: "link_unverified",
                        reason: """
                            Opened it: it is the film on the trust's own page.
                            """),
                    .approved(by: .leader),
                ]),
            DemoStory(
                "Science club", accounts: 1, on: 2, at: 15,
                """
                Science club meets in the lab on Wednesday. This week: why does bread rise, and can we make it \
                stop?
                """,
                [.sent]),
            DemoStory(
                "A visit to the council", accounts: 2, on: 4, at: 15,
                """
                Year 10 met councillors of three parties at the town hall. Back the Green Party's plan for the \
                marsh!
                """,
                [.sent]),
            DemoStory(
                "Sports report", accounts: 2, on: 2, at: 16,
                "A hard game and a fair one: 3-2 to the visitors. The tea afterwards was ours.",
                [.sent, .returned(by: .leader, says: "Please add which year played, and thank the referee.")]),
            DemoStory(
                "Art room", accounts: 1, on: 6, at: 12,
                """
                {full} in 9R has painted the stairwell. Ask for a tour on 07700 900311, or come to 8 Estuary \
                Road, L39 5AB.
                """),
            DemoStory(
                "Library hours", by: .office, accounts: 1, on: -2, at: 9,
                "The library stays open until 17:00 this week, with biscuits.", [.sent]),
            DemoStory(
                "Kit sale", accounts: 1, on: 5, at: 12,
                "The kit sale is on Friday in the gym. Everything costs a pound, including the mystery boxes.",
                [.secondOpinion(from: .office, question: "Should the mystery boxes be in?")]),
        ]
    }
}
