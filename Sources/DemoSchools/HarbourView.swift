import Governance

extension DemoOrganisation {
    /// One school for pupils who learn away from mainstream, on a harbour; lives by LINK.
    package static let harbourView = DemoOrganisation(
        slug: "harbour-view", name: "Harbour View School", policy: "LINK", policyOwner: "The Link School",
        pupilWord: "learner", colour: "#0b6a72",
        schools: [
            DemoSchool(
                slug: "harbour-view", name: "Harbour View School", pupils: 212,
                forms: ["7A", "7B", "8A", "8B", "9A", "9B", "10A", "11A"], phone: "0191 496 0123",
                email: "office@harbour-view.example", postcode: "SR1 9ZZ")
        ],
        people: [
            .init(
                key: "priya", title: "Ms", given: "Priya", family: "Nair", post: "Teacher of design technology",
                grants: [(.author, "harbour-view")], portrait: .init(head: 1, tint: 2)),
            .init(
                key: "tom", title: "Mr", given: "Tom", family: "Ashworth", post: "School office",
                grants: [(.moderator, "harbour-view"), (.office, "harbour-view"), (.author, "harbour-view")],
                portrait: .init(head: 2, tint: 1)),
            .init(
                key: "sanjay", title: "Mr", given: "Sanjay", family: "Mehta", post: "Deputy headteacher",
                grants: [(.slt, "harbour-view"), (.author, "harbour-view")], portrait: .init(head: 3, tint: 3)),
            .init(
                key: "helen", title: "Mrs", given: "Helen", family: "Osei", post: "Headteacher",
                grants: [(.headteacher, "harbour-view"), (.slt, "harbour-view"), (.author, "harbour-view")],
                portrait: .init(head: 4, tint: 4)),
            .init(
                key: "ruth", title: "Mrs", given: "Ruth", family: "Calder", post: "Designated safeguarding lead",
                grants: [(.dsl, "harbour-view"), (.author, "harbour-view")], portrait: .init(head: 1, tint: 1)),
            .init(
                key: "dean", title: "Mr", given: "Dean", family: "Lowe", post: "IT manager",
                grants: [(.it, "harbour-view"), (.administrator, nil)], portrait: .init(head: 2, tint: 4)),
            .init(
                key: "ama", title: "Ms", given: "Ama", family: "Boakye", post: "Chair of the management committee",
                grants: [(.governor, "harbour-view"), (.managementCommittee, "harbour-view")],
                portrait: .init(head: 4, tint: 2), kind: .governor),
        ],
        accounts: [
            .init(
                key: "fb", name: "Harbour View on Facebook", network: "facebook", handle: "harbourviewschool",
                type: .schoolMain, school: "harbour-view", readByChildren: false),
            .init(
                key: "ig", name: "Harbour View on Instagram", network: "instagram", handle: "harbourviewschool",
                type: .schoolMain, school: "harbour-view", readByChildren: false),
            .init(
                key: "x", name: "Harbour View on X", network: "x", handle: "HarbourViewSch", type: .schoolMain,
                school: "harbour-view", readByChildren: false),
            .init(
                key: "dt", name: "Design technology on Instagram", network: "instagram", handle: "harbourview.dt",
                type: .department, school: "harbour-view", readByChildren: true),
        ],
        suppliers: [
            "Quayside Catering",
            """
            Northlight Coaches
            """,
        ], confidentialWords: ["Project Anchor", "staffing review"],
        tone:
            """
            Warm, plain, proud of the work and not of ourselves. Say what learners did. One thanks, one \
            invitation, no more.
            """,
        seed: 1201, names: .init(english: 7, southAsian: 1, african: 1, european: 1))
}
