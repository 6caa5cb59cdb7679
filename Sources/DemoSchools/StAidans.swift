import Governance

extension DemoOrganisation {
    /// A Church of England primary school; lives by PEN.
    package static let stAidans = DemoOrganisation(
        slug: "st-aidans", name: "St Aidan's C of E Primary School", policy: "PEN",
        policyOwner: "Pennington C of E Primary School", pupilWord: "pupil", colour: "#5b2a6e",
        schools: [
            DemoSchool(
                slug: "st-aidans", name: "St Aidan's C of E Primary School", pupils: 208,
                forms: ["Reception", "Year 1", "Year 2", "Year 3", "Year 4", "Year 5", "Year 6"],
                phone: "01229 496 0191",
                email: "office@st-aidans.example", postcode: "LA12 9ZZ")
        ],
        people: [
            .init(
                key: "kit", title: "Mr", given: "Kit", family: "Fell", post: "Year 3 teacher",
                grants: [(.author, "st-aidans")], portrait: .init(head: 2, tint: 1)),
            .init(
                key: "joy", title: "Mrs", given: "Joy", family: "Postlethwaite", post: "School office",
                grants: [(.office, "st-aidans"), (.moderator, "st-aidans"), (.author, "st-aidans")],
                portrait: .init(head: 4, tint: 2)),
            .init(
                key: "hugh", title: "Mr", given: "Hugh", family: "Benson", post: "Deputy headteacher",
                grants: [(.slt, "st-aidans"), (.author, "st-aidans")], portrait: .init(head: 3, tint: 3)),
            .init(
                key: "mary", title: "Mrs", given: "Mary", family: "Kirkbride", post: "Headteacher",
                grants: [(.headteacher, "st-aidans"), (.slt, "st-aidans")], portrait: .init(head: 1, tint: 4)),
            .init(
                key: "anna", title: "Miss", given: "Anna", family: "Tyson", post: "Designated safeguarding lead",
                grants: [(.dsl, "st-aidans")], portrait: .init(head: 1, tint: 2)),
            .init(
                key: "greg", title: "Mr", given: "Greg", family: "Holme", post: "IT technician",
                grants: [(.it, "st-aidans"), (.administrator, nil)], portrait: .init(head: 2, tint: 3)),
            .init(
                key: "ursula", title: "Revd", given: "Ursula", family: "Wren", post: "Chair of governors",
                grants: [(.governor, "st-aidans")], portrait: .init(head: 4, tint: 1), kind: .governor),
        ],
        accounts: [
            .init(
                key: "fb", name: "St Aidan's on Facebook", network: "facebook", handle: "staidansprimary",
                type: .schoolMain, school: "st-aidans", readByChildren: false),
            .init(
                key: "x", name: "Year 6 news on X", network: "x", handle: "StAidansY6", type: .department,
                school: "st-aidans", readByChildren: true),
            .init(
                key: "friends", name: "Friends of St Aidan's on Facebook", network: "facebook",
                handle: "friendsofstaidans", type: .friends, school: "st-aidans", readByChildren: false),
        ],
        suppliers: ["Lakeside Photography"], confidentialWords: ["Project Bell"],
        tone: "Engaging, conversational, informative; friendly where families read.",
        seed: 1501, names: .init(english: 9, southAsian: 1, african: 0, european: 1))
}
