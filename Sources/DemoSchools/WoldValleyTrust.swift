import Governance

extension DemoOrganisation {
    /// A trust of two primary schools in hill country; lives by DSAT.
    package static let woldValley = DemoOrganisation(
        slug: "wold-valley", name: "Wold Valley Schools Trust", policy: "DSAT",
        policyOwner: "Discovery Schools Academy Trust", pupilWord: "pupil", colour: "#3d5a1f",
        schools: [
            DemoSchool(
                slug: "hazel-bank", name: "Hazel Bank Primary School", pupils: 150,
                forms: ["Acorn", "Beech", "Cedar", "Elm", "Oak", "Willow"], phone: "0116 496 0171",
                email: "office@hazel-bank.example", postcode: "LE7 9ZZ"),
            DemoSchool(
                slug: "millbrook", name: "Millbrook Primary School", pupils: 140,
                forms: ["Reception", "Year 1", "Year 2", "Year 3", "Year 4", "Year 5", "Year 6"],
                phone: "0116 496 0182", email: "office@millbrook.example", postcode: "LE7 9ZY"),
        ],
        people: [
            .init(
                key: "beth", title: "Miss", given: "Beth", family: "Cropper", post: "Year 4 teacher",
                grants: [(.author, "hazel-bank")], portrait: .init(head: 1, tint: 1)),
            .init(
                key: "imran", title: "Mr", given: "Imran", family: "Yaqub", post: "Year 6 teacher",
                grants: [(.author, "millbrook")], portrait: .init(head: 3, tint: 2)),
            .init(
                key: "lyn", title: "Mrs", given: "Lyn", family: "Orton", post: "School office",
                grants: [(.office, "hazel-bank"), (.moderator, "hazel-bank"), (.author, "hazel-bank")],
                portrait: .init(head: 4, tint: 2)),
            .init(
                key: "claire", title: "Mrs", given: "Claire", family: "Danvers", post: "Headteacher, Hazel Bank",
                grants: [(.headteacher, "hazel-bank"), (.slt, "hazel-bank")], portrait: .init(head: 4, tint: 3)),
            .init(
                key: "dev", title: "Mr", given: "Dev", family: "Saini", post: "Headteacher, Millbrook",
                grants: [(.headteacher, "millbrook"), (.slt, "millbrook")], portrait: .init(head: 2, tint: 4)),
            .init(
                key: "pat", title: "Mrs", given: "Pat", family: "Glenn", post: "Senior designated lead",
                grants: [(.dsl, nil)], portrait: .init(head: 1, tint: 3)),
            .init(
                key: "alan", title: "Mr", given: "Alan", family: "Meeks", post: "Cluster lead",
                grants: [(.clusterLead, nil)], portrait: .init(head: 2, tint: 2)),
            .init(
                key: "vera", title: "Ms", given: "Vera", family: "Stroud", post: "Chief executive",
                grants: [(.trustCEO, nil), (.trustExecutive, nil)], portrait: .init(head: 4, tint: 4)),
            .init(
                key: "colin", title: "Mr", given: "Colin", family: "Ives", post: "Director of IT",
                grants: [(.directorOfIT, nil), (.it, nil), (.administrator, nil)], portrait: .init(head: 3, tint: 1)),
            .init(
                key: "moira", title: "Mrs", given: "Moira", family: "Platt", post: "Trustee",
                grants: [(.trustee, nil), (.governor, nil)], portrait: .init(head: 1, tint: 4), kind: .trustee),
        ],
        accounts: [
            .init(
                key: "fb", name: "Hazel Bank on Facebook", network: "facebook", handle: "hazelbankprimary",
                type: .schoolMain, school: "hazel-bank", readByChildren: false),
            .init(
                key: "x", name: "Hazel Bank on X", network: "x", handle: "HazelBankPri", type: .schoolMain,
                school: "hazel-bank", readByChildren: false),
            .init(
                key: "millbrook", name: "Millbrook on Facebook", network: "facebook", handle: "millbrookprimary",
                type: .schoolMain, school: "millbrook", readByChildren: false),
        ],
        suppliers: ["Harvest Kitchens", "Tick and Type"], confidentialWords: ["Project Larch", "pupil forecast"],
        tone: "Think before you post. Tell what the class learned; never who.",
        seed: 1401, names: .init(english: 6, southAsian: 3, african: 1, european: 1))
}
