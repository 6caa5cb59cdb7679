import Testing

@testable import Governance

@Suite("Names in text: by hand")
struct NamesByHandTests {
    @Test("a full name is found", arguments: NamesByHand.found)
    func found(_ text: String) {
        #expect(NamesByHand.refs(text).isEmpty == false, "\(text.debugDescription)")
    }

    @Test("what docs/names-in-text.md says is not found is not", arguments: NamesByHand.notFound)
    func notFound(_ text: String) {
        #expect(NamesByHand.refs(text).isEmpty, "\(text.debugDescription)")
    }

    @Test("prose is let through", arguments: NamesByHand.prose)
    func prose(_ text: String) {
        #expect(NamesByHand.refs(text).isEmpty, "\(text.debugDescription)")
    }
}

/// Disguises and traps thought of one by one, apart from the generators.
enum NamesByHand {
    static func refs(_ text: String) -> [String] {
        let reader = NameReader(roll)
        return reader.mentions(in: FieldText("text", text)).filter { $0.form == .full }.flatMap(\.people).map {
            roll.people[$0].ref
        }
    }

    static let roll = Roll([
        Person(ref: "thornton", kind: .pupil, given: "Jamie", family: "Thornton", middle: "Alexander"),
        Person(ref: "field", kind: .pupil, given: "Grace", family: "Field"),
        Person(ref: "khan", kind: .pupil, given: "Muhammad", family: "Khan"),
        Person(ref: "brien", kind: .pupil, given: "Zoë", family: "O'Brien"),
        Person(ref: "wojcik", kind: .pupil, given: "Łukasz", family: "Wójcik"),
        Person(ref: "berg", kind: .pupil, given: "Anne-Marie", family: "van der Berg"),
        Person(ref: "hassan", kind: .pupil, given: "Yusuf", family: "Al-Hassan"),
        Person(ref: "rhys", kind: .pupil, given: "Siân", family: "ap Rhys"),
        Person(ref: "long", kind: .pupil, given: "April", family: "Long"),
        Person(ref: "will", kind: .pupil, given: "William", family: "Power", preferred: "Will"),
        Person(ref: "mason", kind: .pupil, given: "Oliver", family: "Mason"),
        Person(ref: "jack", kind: .pupil, given: "Jack", family: "Field"),
        Person(ref: "rose", kind: .pupil, given: "Rose", family: "Hill"),
        Person(ref: "arabic", kind: .pupil, given: "مريم", family: "أحمد"),
        Person(ref: "cyrillic", kind: .pupil, given: "Иван", family: "Петров"),
        Person(ref: "uddin", kind: .pupil, given: "Md. Rahim", family: "Uddin"),
        Person(ref: "john", kind: .pupil, given: "Kit", family: "St John"),
        Person(ref: "mueller", kind: .pupil, given: "Jürgen", family: "Müller"),
        Person(ref: "twins", kind: .pupil, given: "Aisha", family: "Thornton"),
    ])

    static let found = [
        "J a m i e  T h o r n t o n", "J.a.m.i.e T.h.o.r.n.t.o.n", "J-a-m-i-e T-h-o-r-n-t-o-n", "Ja mie Thorn ton",
        "Jamie Thorn-\nton", "JamieTHORNTON", "jAMIE tHORNTON",
        "J\u{336}a\u{336}m\u{336}i\u{336}e\u{336} T\u{336}hornton",
        "🇯🇦🇲🇮🇪 🇹🇭🇴🇷🇳🇹🇴🇳", "Ⓙⓐⓜⓘⓔ Ⓣⓗⓞⓡⓝⓣⓞⓝ", "🅹🅰🅼🅸🅴 🆃🅷🅾🆁🅽🆃🅾🅽", "ᴊᴀᴍɪᴇ ᴛʜᴏʀɴᴛᴏɴ", "ᴶᵃᵐⁱᵉ ᵀʰᵒʳⁿᵗᵒⁿ", "Jaaaamie Thornton",
        "Jamie Thorrrnton", "*Jamie* **Thornton**", "Jamie (Thornton)", "Thornton (Jamie)", "Jamie&nbsp;Thornton",
        "jamie.thornton@school.example", "https://x.example/Jamie%2520Thornton",
        "Jamie “JT” Thornton", "Jamie (Year 7) Thornton", "Jamie\u{2063}Thornton", "Jamie\u{3164}Thornton",
        "Jamie\u{2800}Thornton", "Jamie A. Thornton", "Jamie Alexander Thornton", "Alexander Thornton",
        "Thornton, Jamie A.",
        "THORNTON Jamie", "#jamiethornton7", "#ProudOfJamieThornton", "@thornton_jamie", "Jamie Thornton-Smith",
        "Mohd. Khan",
        "Md Khan", "MOHAMED KHAN", "Zoe OBrien", "Zoe O Brien", "ZOË O’BRIEN", "Lukasz Wojcik", "Łukasz\u{A0}Wojcik",
        "Anne Marie Van Der Berg", "annemarie vanderberg", "Yousef Alhassan", "Hassan, Yusuf", "Sian Aprhys",
        "Sian Rhys",
        "مريم أحمد", "مريم احمد", "Иван Петров", "ИВАН ПЕТРОВ", "Rahim Uddin", "Md Rahim Uddin", "Kit St. John",
        "Kit StJohn",
        "Juergen Mueller", "Jurgen Muller", "Jamie and Aisha Thornton", "Well done April Long!", "Grace Field scored.",
        "By Grace Field, 7A", "with Grace Field in goal", "well done to grace field", "Will Power, Year 6, won.",
        "Mason, Oliver", "jamie\u{AD}thornton", "Ｊａｍｉｅ　Ｔｈｏｒｎｔｏｎ", "Jamie🌟Thornton", "Jamie...Thornton",
        "Jamie/Thornton",
        "Dear Jamie Thornton and family", "Jamie\nThornton won", "Jamiе Тhоrntоn", "Miss, Jamie Thornton won!",
        "We will miss Jamie Thornton",
        "\u{202E}Jamie Thornton\u{202C}", "Jamie_Thornton.jpg", "IMG_JamieThornton_0042", "jamie-thornton-wins",
        "J4m13 Th0rnt0n", "ｊａｍｉｅ ＂ａｃｅ＂ ｔｈｏｒｎｔｏｎ",
    ]

    /// Known not to be found, so that a change for the better is noticed.
    static let notFound = [
        "notnrohT eimaJ", "first=Jamie&last=Thornton", "Jim Thornton", "Jamie from the Thornton family",
        "Jamie\n\n- Thornton Jr.",
        "ǝᴉɯɐꓩ uoʇuɹoɥꓕ",
    ]

    static let prose = [
        "Grace will read", "Please mark the field", "May Day", "Will you power up?", "Summer Field trip",
        "Rose Hill is lovely",
        "Visit Rose Hill", "Hope Street", "King Street", "April Long weekend",
        "A treat for Jack. Field trips start Monday.",
        "Mrs J. Thornton", "Ustadh Yusuf Hassan", "Thanks to Jamie. Thornton Road is closed.",
        "Oliver, Mason and Harper",
        "Harper, Oliver, Mason", "Oliver\nMason\nHarper", "Grace read. Field mice ran.", "Will Power Maths help us?",
        "will power", "The power of will", "jack field mice", "In the Field Jack fell",
        "Jamie and friends met Thornton FC",
        "Jamie Oliver", "Aisha Mason", "Grace period. Field day.", "Long ago in April", "april long jump",
        "Muhammad Ali",
        "GRACE WILL READ FIELD NOTES", "Jamie: Thornton House won",
        "Jack, Field House won", "khan academy", "Rose hill walks",
    ]
}
