import Governance

/// School prose of a given length in which a pupil is named now and then.
enum SeededTexts {
    static func make(_ count: Int, length: Int, people: [Person]) -> [String] {
        var numbers = SeededNumbers(UInt64(length))
        return (0..<count).map { _ in
            var text = ""
            while text.unicodeScalars.count < length {
                text += sentence(&numbers, people)
                text += numbers.below(8) == 0 ? "\n\n" : " "
            }
            return String(text.unicodeScalars.prefix(length).map(Character.init))
        }
    }

    private static func sentence(_ numbers: inout SeededNumbers, _ people: [Person]) -> String {
        let person = people[numbers.below(people.count)]
        switch numbers.below(24) {
        case 0: return "Well done to \(person.given) \(person.family) for a brave performance."
        case 1: return "Thank you to Mrs \(person.family) for leading the walk."
        case 2...6: return "\(person.given) and friends built a bridge from paper straws."
        default: return numbers.one(frames)
        }
    }

    private static let frames = [
        "Our Year 5 classes spent the whole of Thursday at the coast, measuring waves and sketching birds.",
        "Please remember that the gates close at ten to nine and that breakfast club starts at half past seven.",
        "The netball team travelled to Preston and came home with a well-earned draw after extra time.",
        "Tickets for the summer production are on sale at the office; there are two performances each evening.",
        "We are collecting tins and packets for the harvest appeal until the end of next week.",
        "In science we asked which materials keep an ice cube cold for longest, and argued about fair tests.",
        "The choir will sing at the care home on Hope Street, and everybody is looking forward to it.",
        "Grace will read, and the rest of the class may ask questions afterwards. #WorldBookDay",
        "More photographs are on our website: https://www.school.example/news/summer-term-highlights",
        "Parents and carers are warmly invited to celebration assembly in the hall on Friday morning.",
    ]
}
