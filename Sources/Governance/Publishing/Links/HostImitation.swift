/// Whether a host looks like another: a letter changed, left out, added or swapped, a digit for a letter, a name put in
/// front of another domain.
enum HostImitation {
    /// The name it looks like; nil when it is that name itself or none that is known.
    static func imitated(by labels: [Substring], _ hosts: SchoolHosts) -> String? {
        let host = labels.joined(separator: ".")
        if hosts.isOwn(host) { return nil }
        if let front = hosts.own.first(where: { $0.front.leads(host) })?.host { return front }
        if labels.contains(where: frontBeginnings.contains),
            let front = fronts.first(where: { $0.leads(host) })?.host
        {
            return front
        }
        guard let (name, ending) = KnownHosts.name(labels) else { return nil }
        let read = ImitatedName(name)
        if let known = hosts.own.first(where: { $0.name.map(read.looks(like:)) ?? false }) { return known.host }
        let pieces = (name.contains("-") ? name.split(separator: "-") : []).filter(targets.contains)
        let front = isPlatform(name) ? [] : labels.dropLast(2).filter(targets.contains)
        let mayBeAny = read.isDrawn || !pieces.isEmpty || !front.isEmpty
        for (target, known) in mayBeAny ? imitated : imitated(ofLengthNear: read.letters.count) {
            if read.letters == known.letters {
                if KnownHosts.unlikely.contains(ending) { return target }
                continue
            }
            if read.looks(like: known) || pieces.contains(target[...]) || front.contains(target[...]) { return target }
        }
        return nil
    }

    private static let imitated = KnownHosts.imitated.map { (text: $0, name: ImitatedName($0[...])) }
    private static func imitated(ofLengthNear length: Int) -> [(text: String, name: ImitatedName)] {
        byLength.indices.contains(length) ? byLength[length] : []
    }

    /// Those that a name of a length may be one letter away from.
    private static let byLength = (0...32).map { length in
        imitated.filter { abs($0.name.letters.count - length) <= 1 }
    }
    private static let targets = Set(KnownHosts.imitated.map { $0[...] })
    private static let fronts = KnownHosts.fronts.map(HostFront.init)
    private static let frontBeginnings = Set(KnownHosts.fronts.map { $0.prefix { $0 != "." } })

    /// Sites that give each customer a name of their own in front.
    private static func isPlatform(_ name: Substring) -> Bool { platforms.contains(name) }

    private static let platforms: Set<Substring> = [
        "wikipedia", "google", "microsoft", "amazonaws", "azurewebsites", "blogspot", "wordpress", "github",
        "sharepoint", "about", "org", "co",
    ]
}
