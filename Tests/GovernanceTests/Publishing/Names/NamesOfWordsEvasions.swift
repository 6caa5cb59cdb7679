import Foundation
import Governance

/// Writes the full name of a pupil whose names are both everyday words, with its capitals or whole, and with no word
/// beside it that speaks of a person, as far as the place allows.
extension Evasions {
    mutating func attempt(onWords person: Person) -> Attempt {
        let (given, family) = (person.given, person.family)
        let way = numbers.one(Self.ways)
        var how = [way]
        let text: String
        switch way {
        case "hashtag": text = frame(Self.tagFrames, tagged(given, family))
        case "handle":
            text = frame(["Thanks @{name} for this", "@{name}", "Seen by @{name}."], small(joined(given, family)))
        case "link":
            let url = frame(Self.links, small(joined(given, family)))
            if numbers.chance(50) { return Attempt(post: Draft(text: "See", links: [url]), ref: person.ref, how: way) }
            text = "More: \(url)"
        case "file or mailbox":
            text = frame(
                ["{name}.jpg", "Write to {name}@school.example", "See {name}.pdf"], small(joined(given, family)))
        case "title":
            text = frame(Self.sentences + Self.lines, numbers.one(Self.titles) + " " + given + " " + family)
        case "shared surname":
            let other = numbers.one(["Tom", "Priya", "Emily", "Yusuf"])
            let both =
                numbers.chance(50)
                ? given + numbers.one([" and ", " & "]) + other : other + numbers.one([" and ", " & "]) + given
            text = frame(Self.sentences + Self.lines, both + " " + family)
        case "small capitals": text = frame(Self.sentences + Self.lines, smallCapitals(given + " " + family))
        case "capitals alone": text = frame(Self.lines, (given + " " + family).uppercased())
        case "surname first alone": text = frame(["{name}", "1. {name}", "⭐ {name}"], family + ", " + given)
        case "alternative text":
            let alt = frame(
                ["{name}", "{name} with her medal", "A drawing by {name}", "{name}, smiling", "Here is {name}"],
                given + " " + family)
            return Attempt(post: Draft(text: "Art", media: [Medium(id: "m", alt: alt)]), ref: person.ref, how: way)
        default:
            let style = numbers.below(10)
            let name =
                letters(given, style, true, &how) + numbers.one([" ", " ", "\u{A0}", "  "])
                + letters(family, style, true, &how)
            text = frame(way == "line" ? Self.lines : Self.sentences, name)
        }
        return Attempt(post: Draft(text: text), ref: person.ref, how: how.joined(separator: ", "))
    }

    private static let ways = [
        "line", "line", "sentence", "sentence", "sentence", "hashtag", "hashtag", "handle", "link", "link",
        "file or mailbox", "title", "shared surname", "small capitals", "capitals alone", "surname first alone",
        "alternative text",
    ]
    private static let titles = ["Mr", "Miss", "Ms", "Mrs", "Dr", "Mr.", "Sir"]
    private static let lines = [
        "{name}", "🌟 {name} 🌟", "1. {name}\n2. Tyler", "Star of the week: {name}", "Our stars:\n- {name}\n- Amina",
        "{name}!", "We are proud.\n\n{name}\n\nSee you soon", "Star of the week 🌟\n{name} 👏👏", "Reader: {name}.",
    ]
    private static let sentences = [
        "{name} is our pupil.", "Then {name} took the ball.", "{name} with a medal.", "Look at what {name} has made!",
        "Here are Tyler, Amina and {name}.", "We are so glad for {name} today.", "This week {name} was the one.",
        "What a goal! {name} is unstoppable.", "{name} can come along.", "Great writing, {name}!",
        "It is {name}’s turn.",
    ]
    private static let tagFrames = [
        "A medal! {name}", "{name}", "A great day {name} #school", "So good, {name}!", "Look {name} 🌟",
    ]
    private static let links = [
        "https://school.example/news/{name}", "https://school.example/{name}", "school.example/pupils/{name}/2026",
        "https://www.school.example/{name}.html", "https://school.example/?who={name}",
        "https://school.example/a/{name}/",
    ]

    private mutating func frame(_ frames: [String], _ name: String) -> String {
        numbers.one(frames).replacingOccurrences(of: "{name}", with: name)
    }

    private mutating func tagged(_ given: String, _ family: String) -> String {
        let name = given + numbers.one(["", "", "_"]) + family
        return numbers.one([
            "#" + name, "#" + name.lowercased(), "#WellDone" + name,
            "#welldone" + given.lowercased() + family.lowercased(),
            "#" + name + "7", "#Our" + name, "#" + name.uppercased(),
        ])
    }

    private mutating func joined(_ given: String, _ family: String) -> String {
        given + numbers.one(["", "-", "_", "."]) + family
    }

    private mutating func small(_ name: String) -> String { numbers.chance(70) ? name.lowercased() : name }

    /// s and x have no small capital that is in use.
    private mutating func smallCapitals(_ name: String) -> String {
        let capitals = Array("ᴀʙᴄᴅᴇғɢʜɪᴊᴋʟᴍɴᴏᴘǫʀsᴛᴜᴠᴡxʏᴢ")
        let keepsInitials = numbers.chance(30)
        return String(
            name.map { letter in
                if keepsInitials, letter.isUppercase { return letter }
                guard let value = letter.lowercased().utf8.first, (0x61...0x7A).contains(value) else { return letter }
                return capitals[Int(value) - 0x61]
            })
    }
}
