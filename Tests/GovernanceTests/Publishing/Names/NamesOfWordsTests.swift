import Testing

@testable import Governance

/// Pupils whose given and family names are both everyday words.
@Suite("Names in text: names that are words")
struct NamesOfWordsTests {
    @Test("two capitals in the roll's order are the pupil", arguments: found)
    func isFound(_ text: String) throws {
        #expect(try observations(text).map(\.code) == ["pupil_full_name"], "\(text.debugDescription)")
    }

    @Test(
        "several pupils are each found",
        arguments: [
            "1. Grace Field\n2. Jack Long", "Jack Long and Grace Field", "Stars: Jack Long, Grace Field and Tyler",
            "Grace Field\nJack Long\nTyler",
        ])
    func areBothFound(_ text: String) throws {
        #expect(try observations(text).map(\.code) == ["pupil_full_name", "pupil_full_name"])
    }

    @Test("a phrase, a heading, a date and somebody else are let through", arguments: clear)
    func isClear(_ text: String) throws {
        #expect(try observations(text).isEmpty, "\(text.debugDescription)")
    }

    @Test("an alternative text that is a name is found", arguments: ["Grace Field", "Grace Field with her medal"])
    func alternativeText(_ alt: String) throws {
        let draft = Draft(text: "Art", media: [Medium(id: "m", alt: alt)])
        #expect(try observations(draft, Self.roll).map(\.code) == ["pupil_full_name"])
    }

    @Test(
        "a part of a link that is a name is found, a host and a longer part are not",
        arguments: [
            ("https://school.uk/news/grace-field", true), ("https://school.uk/gracefield", true),
            ("https://school.uk/grace_field.html", true), ("https://school.uk/?who=grace-field", true),
            ("https://gracefield.school.uk/news", false), ("https://school.uk/grace-field-trip-2026", false),
            ("https://school.uk/may-day", false),
        ])
    func link(_ url: String, isFound: Bool) throws {
        let draft = Draft(text: "See", links: [url])
        #expect(try observations(draft, Self.roll).isEmpty != isFound)
        #expect(try observations("More: \(url)").isEmpty != isFound)
    }

    @Test(
        "a pupil's name with a title is held",
        arguments: [
            "Mr Billy Okonkwo won the cup", "Miss Billy Okonkwo", "Thanks to Dr. Billy Okonkwo",
            "Mr and Mrs Billy Okonkwo",
            "Miss Grace Field",
        ])
    func titled(_ text: String) throws {
        let seen = try observations(text)
        #expect(seen.map(\.code) == ["pupil_full_name"])
        #expect(seen.map(\.certainty) == [.likely])
    }

    @Test(
        "but for staff of that name on the roll, and a title with a surname or an initial",
        arguments: [
            ("Bilal", "Mr Okonkwo won"), ("Bilal", "Mr B. Okonkwo won"), ("Billy", "Mr Billy Okonkwo won"),
            ("B", "Mr Billy Okonkwo won"), ("B.", "Mr Billy Okonkwo won"), ("", "Mr Billy Okonkwo won"),
        ])
    func titledStaff(_ given: String, _ text: String) throws {
        let staff = Person(ref: "s", kind: .staff, given: given, family: "Okonkwo", title: "Mr")
        #expect(try observations(Draft(text: text), Roll(Self.people + [staff])).isEmpty)
    }

    @Test("staff of another first name clear nobody")
    func otherStaff() throws {
        let staff = Person(ref: "s", kind: .staff, given: "Chidi", family: "Okonkwo", title: "Mr")
        let seen = try observations(Draft(text: "Mr Billy Okonkwo won"), Roll(Self.people + [staff]))
        #expect(seen.map(\.refs) == [["billy"]])
    }

    @Test("particles of a surname are not the surname")
    func particles() throws {
        let roll = Roll([Person(ref: "p", kind: .pupil, given: "Sebastian", family: "de la Cruz")])
        #expect(try observations(Draft(text: "Sebastian\n de la Mare Hall won"), roll).isEmpty)
    }

    private func observations(_ text: String) throws -> [Observation] {
        try observations(Draft(text: text), Self.roll)
    }

    private func observations(_ draft: Draft, _ roll: Roll) throws -> [Observation] {
        let control = PupilNames(
            try Arguments(["allowed": .words(["first-name", "initials"])], for: PupilNames.parameters))
        return control.examine(PublishPost(draft: draft, roll: roll))
    }

    private static let people = [
        Person(ref: "grace", kind: .pupil, given: "Grace", family: "Field"),
        Person(ref: "jack", kind: .pupil, given: "Jack", family: "Long"),
        Person(ref: "billy", kind: .pupil, given: "Billy", family: "Okonkwo"),
        Person(ref: "may", kind: .pupil, given: "May", family: "Day"),
        Person(ref: "will", kind: .pupil, given: "Will", family: "Young"),
        Person(ref: "hope", kind: .pupil, given: "Hope", family: "Day"),
        Person(ref: "india", kind: .pupil, given: "India", family: "Moody"),
        Person(ref: "april", kind: .pupil, given: "April", family: "Page"),
    ]
    private static let roll = Roll(people)

    private static let found = [
        "Grace Field", "Star of the week: Jack Long", "🌟 Grace Field 🌟", "Grace Field is our pupil",
        "Well done #gracefield on the medal", "Well done ɢʀᴀᴄᴇ ғɪᴇʟᴅ", "ɢʀᴀᴄᴇ ғɪᴇʟᴅ", "Gʀᴀᴄᴇ Fɪᴇʟᴅ",
        "Our star: ᴊᴀᴄᴋ ʟᴏɴɢ!",
        "Billy and Tom Okonkwo won", "Tom & Billy Okonkwo won", "Billy & Tom Okonkwo won", "Will Young can come along",
        "Grace Field with her medal", "On Friday Grace Field is our guest", "#grace_field", "@grace.field",
        "#GRACEFIELD",
        "#welldonegracefield", "#gracefieldwon", "#WellDoneGraceField", "grace.field@school.uk", "grace-field.jpg",
        "grace field", "Field, Grace", "1. Field, Grace", "FIELD Grace", "GRACE FIELD", "GRACE FIELD WON THE CUP",
        "Then Jack Long took the ball", "Well done gracefield", "Jack Long’s picture of a boat",
        "Jack Long (and his dog)",
        "“Jack Long” by the sea", "Reading – Grace Field", "4B Jack Long", "Happy Birthday Grace Field",
        "Congratulations to May Day (Year 4)", "This week April Page was the one.", "Here is Hope Day.",
    ]

    private static let clear = [
        "Sports day is on May Day", "May Day", "The grace field is muddy", "The Grace Field is muddy",
        "Grace, Field and Long are words", "Long live Jack! Field trip forms by Friday",
        "Grace before lunch. Field day on Friday.", "Jack Long Jump Final", "Grace Field House won",
        "Jack Long Cup on Friday", "We play at Grace Field on Monday", "Will young people come?", "Grace field mice",
        "Will Young Voices sing?", "Jack Long jumps are easy to spell.", "Grace: Field House 12",
        "Come to the Lily Hope Day on Thursday!", "Come to the India Moody Challenge on Thursday!",
        "See you in May. Day trips start", "Until April Page Turners meets here", "Made by April, Page class.",
        "Mr Okonkwo won", "Billy and Mrs Okonkwo", "Billy and Miss Tom Okonkwo", "Mr J. Field and Mrs Long",
        "jacqueline wilson once said: read", "#gracefieldtrip", "#MayDay", "will young",
    ]
}
