extension DemoOrganisation {
    var harbourStories: [DemoStory] {
        [
            DemoStory(
                "Harbour clean-up", accounts: 2, on: -29,
                """
                Twelve sacks of plastic came out of the harbour on Friday. Year 9 sorted it all by lunchtime, \
                and the crabs watched. Thank you to everyone who lent gloves.
                """,
                published("posts/clean-up")),
            DemoStory(
                "Bread from the new oven", by: .office, accounts: 1, on: -22,
                """
                The catering class baked two hundred rolls this morning. None were left at break. The oven was \
                paid for by last summer's fair: thank you for coming.
                """,
                published("posts/bread")),
            DemoStory(
                "Trip to the lighthouse", accounts: 2, on: -15,
                """
                Eight learners climbed 196 steps to the lamp and one teacher counted them twice. Photographs \
                are on the corridor wall.
                """,
                published("posts/lighthouse") + [
                    .takedownOrdered(
                        by: .head, reason: "A parent asked: the post tells where one group goes every Tuesday."),
                    .takenDown(by: .office),
                ]),
            DemoStory(
                "Parents' evening", by: .office, accounts: 3, on: -6,
                """
                Parents' evening is on Thursday 3 December from 16:00 to 19:00. Come in by the quay entrance. \
                Ring the office on 0191 496 0123 to choose a time.
                """,
                published("posts/evening")),
            DemoStory(
                "A workshop with the lifeboat crew", accounts: 2, on: -1,
                """
                The lifeboat crew showed Year 8 how to tie a bowline with cold hands. Everyone can do it now, \
                most of us in gloves.
                """,
                published("posts/lifeboat")),
            DemoStory(
                "Winter uniform", by: .office, accounts: 1, on: 0, at: 8,
                """
                Coats may be any dark colour this winter. If one would help, the office has some to lend, no \
                questions asked.
                """,
                out),
            DemoStory(
                "Thank you to the lifeboat crew", accounts: 2, on: 2, at: 8,
                """
                A thank-you card with forty signatures leaves for the lifeboat station today. It took three \
                people to carry the glitter.
                """,
                [.pictured(.boat, isSaid: true)] + out),
            DemoStory(
                "Watch the regatta film", accounts: 2, on: 3, at: 12,
                "The film of the model boat regatta is ready, all nine minutes of it: https://bit.ly/hv-regatta",
                [
                    .sent,
                    .released(
                        by: .leader, code: "link_unverified",
                        reason: "Our own video page. I watched it to the end; no learner is named."),
                    .approved(by: .leader),
                ]),
            DemoStory(
                "Open evening: what to bring", accounts: 1, on: 2, at: 17,
                """
                Open evening is next week. Bring your questions and, if you can, a tin for the food bank. Tea \
                is on us.
                """,
                [.sent]),
            DemoStory(
                "Help us choose a rowing club", accounts: 2, on: 4, at: 12,
                """
                Which rowing club should we join in spring? The two prospectuses are here: \
                https://tinyurl.com/hv-rowing
                """,
                [.pictured(.quay, isSaid: true), .sent]),
            DemoStory(
                "A statue in the square", accounts: 1, on: 5, at: 10,
                """
                Our history group drew the statue of {full} in the market square, who built the first \
                breakwater in 1843.
                """,
                [
                    .answered(
                        code: "pupil_full_name", says: "The engineer of 1843 on the statue, not our learner."),
                    .sent,
                ]),
            DemoStory(
                "Model boat regatta", accounts: 3, on: 3, at: 17,
                """
                What a morning at the harbour! Year 8 sailed the model boats they built in design technology, \
                and {full}'s catamaran won by a whole length. Could you lend us a trolley next Friday? Ring \
                Priya on 07700 900142. #HarbourView
                """,
                [
                    .rewritten(
                        """
                        What a morning at the harbour! Year 8 sailed the model boats they built in design \
                        technology, and {family}'s catamaran won by a whole length. #HarbourView
                        """
                    ),
                    .rewritten(
                        """
                        What a morning at the harbour! Year 8 sailed the model boats they built in design \
                        technology, and {first}'s catamaran won by a whole length. Could you lend us a trolley \
                        next Friday? Ring the office on 0191 496 0123. #HarbourView
                        """
                    ),
                    .pictured(.boat, isSaid: true),
                    .sent,
                    .returned(
                        by: .leader,
                        says: """
                            Lovely. Please say which day the trolley is for, and who to ask for.
                            """),
                ]),
            DemoStory(
                "Quiet room", accounts: 1, on: 6, at: 12,
                """
                Our new quiet room opens on Monday. {full} chose the colour of the walls. To visit write to \
                priya.nair82@mail.example or come by 14 Quay Street, SR1 3AB.
                """),
            DemoStory(
                "Band practice", accounts: 1, on: 7, at: 12,
                "The band would be glad of a second drummer. No experience needed, only a good sense of Tuesday.",
                [
                    .pictured(.quay, isSaid: false),
                    .secondOpinion(from: .office, question: "Is the joke about Tuesday clear enough?"),
                ]),
            DemoStory(
                "Half-term menu", by: .office, accounts: 1, on: -3, at: 9,
                """
                The breakfast club serves porridge, toast and fruit through half term. Everyone is welcome \
                from 08:00.
                """,
                [.sent]),
            DemoStory(
                "Lost scarf", accounts: 1, on: 1, at: 12,
                "A striped scarf was found by the boat store. It is warm and misses its owner.", [.sent, .withdrawn]),
        ]
    }
}
