/// What each organisation wrote in the last weeks, oldest first.
extension DemoOrganisation {
    var stories: [DemoStory] {
        switch policy {
        case "LINK": harbourStories
        case "LLT": saltmarshStories
        case "DSAT": woldStories
        case "PEN": aidanStories
        default: noorStories
        }
    }

    private var out: [DemoStory.Step] { [.sent, .approved(by: .leader)] }

    private func published(_ path: String) -> [DemoStory.Step] { out + [.published(by: .office, path: path)] }

    private var harbourStories: [DemoStory] {
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
                out),
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
                [.sent]),
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
                [.secondOpinion(from: .office, question: "Is the joke about Tuesday clear enough?")]),
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

    private var saltmarshStories: [DemoStory] {
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

    private var woldStories: [DemoStory] {
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

    private var aidanStories: [DemoStory] {
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

    private var noorStories: [DemoStory] {
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
