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
        for known in own {
            let parts = known.split(separator: ".")
            if let target = KnownHosts.name(parts)?.name, target != name, looks(name, like: target) { return known }
        }
        for target in KnownHosts.imitated {
            if name == target {
                if KnownHosts.unlikely.contains(ending) { return target }
                continue
            }
            if looks(name, like: target[...]) || pieces(name).contains(target[...])
                || labels.dropLast(2).contains(target[...]) && !isPlatform(name)
            {
                return target
            }
        }
        return nil
    }

    /// `gov.uk.example.com`: a whole host in front of another.
    private static func leads(_ front: String, _ host: String) -> Bool {
        host.hasPrefix(front + ".") || host.contains("." + front + ".")
    }

    private static func pieces(_ name: Substring) -> [Substring] {
        name.contains("-") ? name.split(separator: "-") : []
    }

    /// Sites that give each customer a name of their own in front.
    private static func isPlatform(_ name: Substring) -> Bool {
        [
            "wikipedia", "google", "microsoft", "amazonaws", "azurewebsites", "blogspot", "wordpress", "github",
            "sharepoint", "about", "org", "co",
        ].contains(name)
    }

    private static func looks(_ name: Substring, like target: Substring) -> Bool {
        guard abs(name.utf8.count - target.utf8.count) <= 1 || name.contains("rn") || name.contains("vv"),
            name != target
        else { return false }
        return skeleton(name) == skeleton(target)
            || target.utf8.count >= 6 && isOneEdit(Array(name.utf8), Array(target.utf8))
    }

    /// What is left when signs that look alike are made one.
    private static func skeleton(_ name: Substring) -> String {
        var plain = ""
        for character in name.replacing("rn", with: "m").replacing("vv", with: "w") {
            switch character {
            case "0": plain.append("o")
            case "1", "i": plain.append("l")
            case "3": plain.append("e")
            case "4": plain.append("a")
            case "5": plain.append("s")
            case "7": plain.append("t")
            case "8": plain.append("b")
            case "-": break
            default: plain.append(character)
            }
        }
        return plain
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
