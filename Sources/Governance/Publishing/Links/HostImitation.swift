/// Whether a host looks like another: a letter changed, left out, added or swapped, a digit for a letter, a name put in
/// front of another domain.
enum HostImitation {
    /// The name it looks like; nil when it is that name itself or none that is known.
    static func imitated(by labels: [Substring], _ organisation: OrganisationFacts) -> String? {
        let host = labels.joined(separator: ".")
        let own =
            (organisation.allowedHosts
            + organisation.emails.compactMap { $0.split(separator: "@").last.map(String.init) })
            .map { $0.lowercased() }
        if own.contains(where: { host == $0 || host.hasSuffix("." + $0) }) { return nil }
        for front in own + KnownHosts.fronts where leads(front, host) { return front }
        guard let (name, ending) = KnownHosts.name(labels) else { return nil }
        let read = Name(name)
        for known in own {
            let parts = known.split(separator: ".")
            if let target = KnownHosts.name(parts)?.name, read.looks(like: Name(target)) { return known }
        }
        let pieces = name.contains("-") ? name.split(separator: "-") : []
        let front = labels.dropLast(2)
        for (target, known) in imitated {
            if read.letters == known.letters {
                if KnownHosts.unlikely.contains(ending) { return target }
                continue
            }
            if read.looks(like: known) || pieces.contains(target[...])
                || !front.isEmpty && front.contains(target[...]) && !isPlatform(name)
            {
                return target
            }
        }
        return nil
    }

    private static let imitated = KnownHosts.imitated.map { (text: $0, name: Name($0[...])) }

    /// A name with what is left of it when signs that look alike are made one.
    private struct Name {
        let letters: [UInt8]
        let plain: [UInt8]
        /// It has letters that together look like one: rn, vv.
        let isDrawn: Bool

        init(_ name: Substring) {
            letters = Array(name.utf8)
            var plain: [UInt8] = []
            var isDrawn = false
            var index = 0
            while index < letters.count {
                let (sign, next) = (letters[index], index + 1 < letters.count ? letters[index + 1] : 0)
                index += 1
                switch (sign, next) {
                case (UInt8(ascii: "r"), UInt8(ascii: "n")), (UInt8(ascii: "v"), UInt8(ascii: "v")):
                    plain.append(sign == UInt8(ascii: "r") ? UInt8(ascii: "m") : UInt8(ascii: "w"))
                    isDrawn = true
                    index += 1
                case (UInt8(ascii: "0"), _): plain.append(UInt8(ascii: "o"))
                case (UInt8(ascii: "1"), _), (UInt8(ascii: "i"), _): plain.append(UInt8(ascii: "l"))
                case (UInt8(ascii: "3"), _): plain.append(UInt8(ascii: "e"))
                case (UInt8(ascii: "4"), _): plain.append(UInt8(ascii: "a"))
                case (UInt8(ascii: "5"), _): plain.append(UInt8(ascii: "s"))
                case (UInt8(ascii: "7"), _): plain.append(UInt8(ascii: "t"))
                case (UInt8(ascii: "8"), _): plain.append(UInt8(ascii: "b"))
                case (UInt8(ascii: "-"), _): break
                default: plain.append(sign)
                }
            }
            self.plain = plain
            self.isDrawn = isDrawn
        }

        func looks(like target: Name) -> Bool {
            guard abs(letters.count - target.letters.count) <= 1 || isDrawn, letters != target.letters else {
                return false
            }
            return plain == target.plain || target.letters.count >= 6 && isOneEdit(letters, target.letters)
        }
    }

    /// `gov.uk.example.com`: a whole host in front of another.
    private static func leads(_ front: String, _ host: String) -> Bool {
        host.hasPrefix(front + ".") || host.contains("." + front + ".")
    }

    /// Sites that give each customer a name of their own in front.
    private static func isPlatform(_ name: Substring) -> Bool {
        [
            "wikipedia", "google", "microsoft", "amazonaws", "azurewebsites", "blogspot", "wordpress", "github",
            "sharepoint", "about", "org", "co",
        ].contains(name)
    }

    /// One letter changed, added, left out, or two neighbours swapped.
    private static func isOneEdit(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard abs(one.count - other.count) <= 1 else { return false }
        let common = zip(one, other).prefix { $0 == $1 }.count
        let restOne = one[common...]
        let restOther = other[common...]
        if one.count == other.count {
            if restOne.dropFirst().elementsEqual(restOther.dropFirst()) { return true }
            guard restOne.count >= 2 else { return false }
            return restOne[common] == restOther[common + 1] && restOne[common + 1] == restOther[common]
                && restOne.dropFirst(2).elementsEqual(restOther.dropFirst(2))
        }
        return one.count > other.count
            ? restOne.dropFirst().elementsEqual(restOther) : restOne.elementsEqual(restOther.dropFirst())
    }
}
