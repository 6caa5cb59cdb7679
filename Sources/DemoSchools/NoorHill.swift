import Governance

extension DemoOrganisation {
    /// An independent Muslim school in a city; lives by DHL.
    package static let noorHill = DemoOrganisation(
        slug: "noor-hill", name: "Noor Hill School", policy: "DHL", policyOwner: "Darul Hadis Latifiah",
        pupilWord: "pupil", colour: "#1f3f77",
        schools: [
            DemoSchool(
                slug: "noor-hill", name: "Noor Hill School", pupils: 236,
                forms: ["7 Badr", "7 Uhud", "8 Badr", "8 Uhud", "9 Badr", "10 Badr", "11 Badr"],
                phone: """
                    020 7946 0111
                    """,
                email: "office@noor-hill.example", postcode: "E2 9ZZ")
        ],
        people: [
            .init(
                key: "yasmin", title: "Ustadha", given: "Yasmin", family: "Haque", post: "Teacher of English",
                grants: [(.author, "noor-hill")], portrait: .init(head: 5, tint: 2)),
            .init(
                key: "tariq", title: "Mr", given: "Tariq", family: "Mahmud", post: "School office",
                grants: [(.office, "noor-hill"), (.moderator, "noor-hill"), (.author, "noor-hill")],
                portrait: .init(head: 3, tint: 1)),
            .init(
                key: "nadia", title: "Mrs", given: "Nadia", family: "Karim", post: "Assistant headteacher",
                grants: [(.slt, "noor-hill"), (.author, "noor-hill")], portrait: .init(head: 5, tint: 3)),
            .init(
                key: "salim", title: "Mawlana", given: "Salim", family: "Aziz", post: "Co-headteacher",
                grants: [(.headteacher, "noor-hill"), (.slt, "noor-hill")], portrait: .init(head: 3, tint: 4)),
            .init(
                key: "ruqayya", title: "Mrs", given: "Ruqayya", family: "Sultan",
                post: """
                    Designated safeguarding lead
                    """,
                grants: [(.dsl, "noor-hill")], portrait: .init(head: 5, tint: 1)),
            .init(
                key: "idris", title: "Mr", given: "Idris", family: "Farah", post: "IT manager",
                grants: [(.it, "noor-hill"), (.administrator, nil)], portrait: .init(head: 2, tint: 4)),
            .init(
                key: "hafiz", title: "Mr", given: "Hafiz", family: "Rashid", post: "Chair of governors",
                grants: [(.governor, "noor-hill")], portrait: .init(head: 3, tint: 2), kind: .governor),
        ],
        accounts: [
            .init(
                key: "x", name: "Noor Hill on X", network: "x", handle: "NoorHillSchool", type: .schoolMain,
                school: "noor-hill", readByChildren: false),
            .init(
                key: "fb", name: "Noor Hill on Facebook", network: "facebook", handle: "noorhillschool",
                type: .schoolMain, school: "noor-hill", readByChildren: false),
            .init(
                key: "history", name: "History department on X", network: "x", handle: "NoorHillHistory",
                type: .department, school: "noor-hill", readByChildren: true),
        ],
        suppliers: ["Crescent Catering"], confidentialWords: ["Project Olive"],
        tone: "Engaging, conversational, informative; friendly on Facebook. Measured, respectful, balanced.",
        seed: 1601, names: .init(english: 1, southAsian: 7, african: 2, european: 1))
}
