import Governance

extension DemoOrganisation {
    /// A trust of three academies on an estuary; lives by LLT.
    package static let saltmarsh = DemoOrganisation(
        slug: "saltmarsh", name: "Saltmarsh Learning Trust", policy: "LLT", policyOwner: "Lydiate Learning Trust",
        pupilWord: "student", colour: "#7a3b12",
        schools: [
            DemoSchool(
                slug: "saltmarsh-high", name: "Saltmarsh High School", pupils: 180,
                forms: ["7R", "7S", "8R", "8S", "9R", "10R", "11R"], phone: "0151 496 0141",
                email: "office@saltmarsh-high.example", postcode: "L39 9ZY"),
            DemoSchool(
                slug: "dunlin", name: "Dunlin Primary Academy", pupils: 120,
                forms: ["R", "1", "2", "3", "4", "5", "6"],
                phone: "0151 496 0152", email: "office@dunlin.example", postcode: "L39 9ZX"),
            DemoSchool(
                slug: "sixth-form", name: "Saltmarsh Sixth Form", pupils: 90, forms: ["12A", "12B", "13A"],
                phone: "0151 496 0163", email: "office@saltmarsh-sixth.example", postcode: "L39 9ZW"),
        ],
        people: [
            .init(
                key: "leah", title: "Miss", given: "Leah", family: "Barrow", post: "Teacher of geography",
                grants: [(.author, "saltmarsh-high")], portrait: .init(head: 1, tint: 3)),
            .init(
                key: "owen", title: "Mr", given: "Owen", family: "Pritchard", post: "Year 5 teacher",
                grants: [(.author, "dunlin")], portrait: .init(head: 2, tint: 2)),
            .init(
                key: "gill", title: "Mrs", given: "Gill", family: "Sefton", post: "Social media manager",
                grants: [(.moderator, "saltmarsh-high"), (.office, "saltmarsh-high"), (.author, "saltmarsh-high")],
                portrait: .init(head: 4, tint: 1)),
            .init(
                key: "marcus", title: "Mr", given: "Marcus", family: "Adeyemi", post: "Assistant headteacher",
                grants: [(.slt, "saltmarsh-high"), (.author, "saltmarsh-high")], portrait: .init(head: 3, tint: 4)),
            .init(
                key: "joan", title: "Dr", given: "Joan", family: "Whitby", post: "Headteacher, Saltmarsh High",
                grants: [(.headteacher, "saltmarsh-high"), (.slt, "saltmarsh-high")], portrait: .init(head: 4, tint: 3)),
            .init(
                key: "neil", title: "Mr", given: "Neil", family: "Fazakerley", post: "Headteacher, Dunlin Primary",
                grants: [(.headteacher, "dunlin"), (.slt, "dunlin")], portrait: .init(head: 2, tint: 3)),
            .init(
                key: "sian", title: "Mrs", given: "Siân", family: "Morris", post: "Designated safeguarding lead",
                grants: [(.dsl, nil)], portrait: .init(head: 1, tint: 4)),
            .init(
                key: "carol", title: "Ms", given: "Carol", family: "Tarleton", post: "Trust marketing manager",
                grants: [(.trustMarketing, nil), (.author, nil), (.moderator, nil)], portrait: .init(head: 4, tint: 4)),
            .init(
                key: "peter", title: "Mr", given: "Peter", family: "Halsall", post: "Chief executive",
                grants: [(.trustCEO, nil), (.trustExecutive, nil)], portrait: .init(head: 3, tint: 1)),
            .init(
                key: "raj", title: "Mr", given: "Raj", family: "Bhatt", post: "Trust IT",
                grants: [(.it, nil), (.administrator, nil)], portrait: .init(head: 2, tint: 1)),
            .init(
                key: "edna", title: "Mrs", given: "Edna", family: "Rimmer", post: "Chair of trustees",
                grants: [(.trustee, nil), (.governor, nil)], portrait: .init(head: 1, tint: 2), kind: .director),
        ],
        accounts: [
            .init(
                key: "x", name: "Saltmarsh High on X", network: "x", handle: "SaltmarshHigh", type: .schoolMain,
                school: "saltmarsh-high", readByChildren: false),
            .init(
                key: "ig", name: "Saltmarsh High on Instagram", network: "instagram", handle: "saltmarshhigh",
                type: .schoolMain, school: "saltmarsh-high", readByChildren: false),
            .init(
                key: "dunlin-x", name: "Dunlin Primary on X", network: "x", handle: "DunlinPrimary", type: .schoolMain,
                school: "dunlin", readByChildren: false),
            .init(
                key: "geography", name: "Geography lessons on X", network: "x", handle: "SaltmarshGeog",
                type: .teaching,
                school: "saltmarsh-high", readByChildren: true),
        ],
        suppliers: ["Estuary Uniforms", "BrightBoard"], confidentialWords: ["Project Heron", "restructure"],
        tone: "Engaging, conversational, informative, friendly. One thing a post. Say who is speaking.",
        seed: 1301, names: .init(english: 8, southAsian: 1, african: 1, european: 1))
}
