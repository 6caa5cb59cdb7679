import Foundation
import Governance

/// Writes a pupil's full name as people do who are careless, and as people do who wish to slip it through.
struct Evasions {
    var numbers: SeededNumbers

    struct Attempt {
        var post: Draft
        var ref: String
        /// What was done to the name, to say when one is missed.
        var how: String
    }

    init(seed: UInt64) { numbers = SeededNumbers(seed) }

    mutating func attempt(on person: Person) -> Attempt {
        var how: [String] = []
        let isWordy = Self.isWordy(person)
        let given = spelledGiven(person, &how)
        let family = spelledFamily(person, &how)
        var order = numbers.below(isWordy ? 2 : 4)
        let place = isWordy ? numbers.one([0, 0, 0, 4]) : numbers.below(7)
        if place == 1 || place == 2 || place == 3 { order = order == 1 ? 0 : order }
        var (first, second) = order == 0 ? (given, family) : (family, given)
        if order == 2 { first = first.uppercased() }
        if order > 0 { how.append("surname first") }
        let style = numbers.below(10)
        (first, second) = (letters(first, style, isWordy, &how), letters(second, style, isWordy, &how))
        if !isWordy || numbers.chance(30) { cased(&first, &second, style, isWordy, &how) }
        let separator = order == 1 ? numbers.one([", ", ",", ",\u{A0}", ",\n"]) : gap(place, isWordy, &how)
        var name = first + separator + second
        if order == 0, !isWordy, numbers.chance(10), place == 0 {
            name = first + numbers.one([" A. ", " Rose ", " J ", " (7B) ", " “Jay” "]) + second
            how.append("something between")
        }
        if numbers.chance(8) {
            name = "\u{202B}" + name + "\u{202C}"
            how.append("bidi")
        }
        return Attempt(post: draft(name, place, &how), ref: person.ref, how: how.joined(separator: ", "))
    }

    private static func isWordy(_ person: Person) -> Bool {
        let words = Set((SampleRoll.wordGivens + SampleRoll.wordFamilies + wordsToo).map { $0.lowercased() })
        let parts = [person.given, person.family, person.preferred ?? ""].flatMap {
            $0.lowercased().split { !$0.isLetter }.map(String.init)
        }
        return parts.contains(where: words.contains)
    }

    static func isSetPhrase(_ person: Person) -> Bool {
        SampleRoll.setPhrases.contains("\(person.given) \(person.family)")
    }

    private static let wordsToo = SampleRoll.list(
        """
        Harry Jude Carter Hunter Ivy Violet Iris Willow Aurora Luna Rowan Oakley Jasper Amber Mason Bonnie Ama Mo Kit Maz Joe Sam
        Walker Turner Cooper Ward Knight Mills Fletcher Booth Marshall Carter Fisher Potter Shepherd Fox Bishop Love Gill Bond
        Dean Dale Grant Hunt Hart Frost Rose Lane Marsh Moss Lamb Crane Finch Burns Pike Butler Barnes Palmer Hall Wood
        Martin Parker Wang Fitzgerald Santos St John le de la Ap Abu Wei Mei
        """)

    private mutating func spelledGiven(_ person: Person, _ how: inout [String]) -> String {
        var given = person.given
        if let preferred = person.preferred, numbers.chance(50) {
            given = preferred
            how.append("preferred")
        }
        if let family = Self.families.first(where: { $0.contains(given) }), numbers.chance(70) {
            given = numbers.one(family)
            how.append("spelling family")
        }
        return given
    }

    private mutating func spelledFamily(_ person: Person, _ how: inout [String]) -> String {
        var family = person.family
        if family.contains("-"), numbers.chance(40) {
            family = numbers.one(family.split(separator: "-").map(String.init).filter { $0.count > 2 })
            how.append("part of the surname")
        } else if family.contains("-"), numbers.chance(60) {
            family = family.replacingOccurrences(of: "-", with: numbers.one(["\u{2011}", " ", "", "\u{2010}", "–"]))
            how.append("hyphen")
        }
        if family.contains("'") || family.contains("’") {
            let apostrophe = numbers.one(["'", "’", "", "`", "ʼ", "‘", " "])
            family = family.replacingOccurrences(of: "'", with: apostrophe)
                .replacingOccurrences(of: "’", with: apostrophe)
            how.append("apostrophe")
        }
        if let same = Self.families.first(where: { $0.contains(family) }), numbers.chance(50) {
            family = numbers.one(same)
            how.append("spelling family")
        }
        return family
    }

    /// The families that the roll's names come from, written here apart from the product's own list.
    private static let families = """
        Muhammad Mohammed Mohammad Muhammed Mohamed Mohamad
        Yusuf Yousuf Yousef
        Aisha Aysha Aishah Ayisha
        Fatima Fatimah Fatema Faatimah
        Zainab Zaynab
        Khadija Khadijah
        Maryam Mariam
        Ibrahim Ebrahim
        Sulaiman Sulayman Suleiman
        Umar Omar
        Usman Uthman Osman
        Ismail Ismaeel
        Hussain Hussein
        Choudhury Chowdhury Chaudhry
        Rahman Rehman
        Isabelle Isobelle
        Zachary Zachery
        """.split(separator: "\n").map { SampleRoll.list(String($0)) }

    mutating func letters(_ name: String, _ style: Int, _ isWordy: Bool, _ how: inout [String]) -> String {
        switch style {
        case 0:
            how.append("look-alike")
            return replaced(name, Self.lookAlikes, 60)
        case 1:
            how.append("invisible")
            return inserted(name, ["\u{200B}", "\u{AD}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{200C}"])
        case 2:
            how.append("full width")
            return String(
                String.UnicodeScalarView(
                    name.unicodeScalars.map {
                        $0.value > 0x20 && $0.value < 0x7F ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
                    }))
        case 3:
            how.append("mathematical")
            let start: UInt32 = numbers.one([0x1D400, 0x1D434, 0x1D5D4, 0x1D670, 0x1D63C])
            return String(String.UnicodeScalarView(name.unicodeScalars.map { Self.mathematical($0, start) }))
        case 4:
            how.append("accents dropped")
            return Self.plain(name)
        case 5:
            how.append("accents added")
            return replaced(name, Self.accents, 40)
        case 6 where !isWordy && !name.contains(where: { !$0.isLetter }):
            how.append("digits for letters")
            return digits(name)
        default: return name
        }
    }

    private mutating func digits(_ name: String) -> String {
        let signs: [Character: Character] = ["o": "0", "e": "3", "a": "4", "i": "1", "s": "5", "t": "7", "l": "1"]
        var result = ""
        var done = 0
        for (index, letter) in name.enumerated() {
            if index > 0, done < 2, let sign = signs[letter], numbers.chance(50), letter != "l" || !name.contains("i") {
                result.append(sign)
                done += 1
            } else {
                result.append(letter)
            }
        }
        return result
    }

    private mutating func replaced(_ name: String, _ table: [Character: [String]], _ percent: Int) -> String {
        var result = ""
        for letter in name {
            if let others = table[letter], numbers.chance(percent) {
                result += numbers.one(others)
            } else {
                result.append(letter)
            }
        }
        return result
    }

    private mutating func inserted(_ name: String, _ marks: [String]) -> String {
        var result = ""
        for letter in name {
            result.append(letter)
            if numbers.chance(35) { result += numbers.one(marks) }
        }
        return result
    }

    private static func plain(_ name: String) -> String {
        let folded = name.folding(options: .diacriticInsensitive, locale: nil)
        let letters: [Character: String] = [
            "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "ı": "i", "æ": "ae",
        ]
        return folded.map { letters[$0] ?? String($0) }.joined()
    }

    private static func mathematical(_ scalar: Unicode.Scalar, _ start: UInt32) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(start + scalar.value - 0x41) ?? scalar
        case 0x61...0x7A where start != 0x1D434 || scalar.value != 0x68:
            Unicode.Scalar(start + 26 + scalar.value - 0x61) ?? scalar
        default: scalar
        }
    }

    private static let lookAlikes: [Character: [String]] = [
        "a": ["а", "α", "ɑ"], "e": ["е", "ҽ"], "o": ["о", "ο", "օ"], "i": ["і", "ι", "ı"], "c": ["с", "ϲ"],
        "p": ["р", "ρ"],
        "x": ["х"], "y": ["у", "ү"], "s": ["ѕ", "ꜱ"], "j": ["ј"], "h": ["һ", "հ"], "n": ["ո", "ռ"], "k": ["κ"],
        "d": ["ԁ"],
        "A": ["А", "Α", "Ꭺ"], "B": ["В", "Β"], "E": ["Е", "Ε"], "H": ["Н", "Η"], "J": ["Ј", "Ꭻ"], "K": ["К", "Κ"],
        "M": ["М", "Μ"], "O": ["О", "Ο"], "T": ["Т", "Τ"], "r": ["ʀ"], "t": ["ᴛ"], "u": ["ս", "ᴜ"], "m": ["ᴍ"],
    ]
    private static let accents: [Character: [String]] = [
        "a": ["á", "à", "â", "a\u{308}", "ą"], "e": ["é", "è", "ë", "ę", "e\u{301}"], "i": ["í", "ï", "ı"],
        "o": ["ó", "ö", "ø", "o\u{302}"], "u": ["ú", "ü"], "c": ["ç", "ć"], "n": ["ñ", "ń"], "s": ["š", "ś"],
        "l": ["ł"],
        "z": ["ž", "ż"], "d": ["đ"],
    ]

    private mutating func cased(
        _ first: inout String, _ second: inout String, _ style: Int, _ isWordy: Bool, _ how: inout [String]
    ) {
        switch numbers.below(isWordy ? 3 : 6) {
        case 0:
            (first, second) = (first.lowercased(), second.lowercased())
            how.append("small letters")
        case 1:
            (first, second) = (first.uppercased(), second.uppercased())
            how.append("capitals")
        case 3 where style != 6:
            first = first.enumerated().map { $0 % 2 == 0 ? $1.lowercased() : $1.uppercased() }.joined()
            how.append("alternating case")
        case 4:
            second = second.lowercased()
            how.append("one small")
        default: break
        }
    }

    private mutating func gap(_ place: Int, _ isWordy: Bool, _ how: inout [String]) -> String {
        if place == 1 || place == 2 { return numbers.one(["", "", "_", "."].dropLast(place == 1 ? 1 : 0).map { $0 }) }
        if place == 3 { return numbers.one(["-", "_", "%20", "+", "/", ".", "", "%2D"]) }
        let gaps = [" ", " ", "  ", "\u{A0}", "\t", "\n", " \n", "\u{2009}", "\u{3000}"]
        let odd = ["-", "_", " 🌟 ", "🌟", "\u{200B} ", " \u{AD}", ".", " * ", "/", "\u{2011}", " ❤️", "~", "\u{2028}"]
        let gap = numbers.one(isWordy ? gaps : gaps + odd)
        how.append("gap \(gap.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " "))")
        return gap
    }

    private mutating func draft(_ name: String, _ place: Int, _ how: inout [String]) -> Draft {
        switch place {
        case 1:
            how.append("hashtag")
            let tag = name.filter { !$0.isWhitespace && $0 != "-" && $0 != "'" && $0 != "’" && $0 != "`" && $0 != "‘" }
            return Draft(
                text: "What a day " + numbers.one(["#", "#WellDone", "#team", "#Our"]) + tag
                    + numbers.one(["", "7", " !"]))
        case 2:
            how.append("handle")
            return Draft(
                text: "Follow " + "@" + name.filter { !$0.isWhitespace } + numbers.one(["", "7", "_7b"]) + " now")
        case 3:
            how.append("link")
            let path = name.replacingOccurrences(of: " ", with: numbers.one(["%20", "-", "_", "+"]))
            return Draft(
                text: "See",
                links: ["https://school.example/news/" + path + numbers.one(["", ".html", "?a=1", "/2026"])])
        case 4:
            how.append("alternative text")
            return Draft(text: "Art", media: [Medium(id: "m", alt: "Painting by \(name)")])
        default:
            let ending = numbers.one(["", "'s", "’s", "s"])
            how.append(ending.isEmpty ? "text" : "possessive")
            let frames = [
                "Well done to \(name)\(ending) in the race today!", "Congratulations \(name)\(ending)!",
                "A poem by \(name)\(ending), Year 7.", "Pupil of the week: \(name)\(ending)",
                "The winner was pupil \(name)\(ending) from our school.",
            ]
            return Draft(text: numbers.one(frames))
        }
    }
}
