/// Reads a text for the names of people on a roll.
///
/// A full name is read against the whole organisation, a lone given or family name against the posting account's
/// own school.
package struct NameReader: Sendable {
    /// What to look for beside full names.
    package struct Seeking: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
        package static let surnames = Seeking(rawValue: 1)
        package static let givenNames = Seeking(rawValue: 2)
        package static let initials = Seeking(rawValue: 4)
        package static let all: Seeking = [.surnames, .givenNames, .initials]
    }

    private let roll: Roll
    private let school: String?

    package init(_ roll: Roll, school: String? = nil) {
        self.roll = roll
        self.school = school
    }

    /// Every passage that names somebody, in the order of the text.
    package func mentions(in text: FieldText, seeking: Seeking = []) -> [NameMention] {
        guard !roll.people.isEmpty, !text.scalars.isEmpty else { return [] }
        let scanned = TextScanner.scan(text)
        let hits = NameHits(in: scanned, index: roll.names)
        let context = NameContext(scanned: scanned)
        var mentions = FullNames.find(roll, scanned, hits, context)
        mentions += JoinedNames.find(roll, scanned, context, mentions)
        mentions = Self.longest(mentions)
        if !seeking.isEmpty {
            mentions += LoneNames.find(roll, school, seeking, scanned, hits, context, besides: mentions)
        }
        return mentions.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    /// Without passages that are part of a longer one.
    private static func longest(_ mentions: [NameMention]) -> [NameMention] {
        guard mentions.count > 1 else { return mentions }
        let sorted = mentions.sorted { ($0.from, -$0.to) < ($1.from, -$1.to) }
        var result: [NameMention] = []
        var reach = -1
        for mention in sorted {
            if let last = result.last, last.from == mention.from, last.to == mention.to {
                if last.isDirect == mention.isDirect {
                    result[result.count - 1].people = Array(Set(last.people).union(mention.people)).sorted()
                } else if mention.isDirect {
                    result[result.count - 1] = mention
                }
            } else if mention.to > reach {
                result.append(mention)
                reach = mention.to
            }
        }
        return result
    }
}
