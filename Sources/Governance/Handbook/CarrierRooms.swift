extension Clause {
    /// The carriers that count for one of the clause's duties.
    ///
    /// A carrier belongs to rooms: a control to the room it is named after, a `not-yet` to the room it waits for, a
    /// route to the room of its topic. It counts for the clause's duties of these rooms. One that belongs nowhere in
    /// particular, or only to rooms of which the clause has no duty, counts for all of them. A `not-yet` that names
    /// duties counts for these alone, and so does a duty of ours that carries only some, where the clause has one of them.
    package func carriers(for duty: Duty) -> [Carrier] {
        let asked = Set(duties.compactMap { dutyRooms[$0] })
        return carriers.filter { carrier in
            if case .notYet(_, _, let named) = carrier, !named.isEmpty { return named.contains(duty.id) }
            if case .duty(let kind) = carrier, let carried = kind.carries, !carried.isDisjoint(with: self.duties) {
                return carried.contains(duty.id)
            }
            let rooms = carrier.rooms
            return rooms.isEmpty || rooms.contains(duty.room) || rooms.isDisjoint(with: asked)
        }
    }
}

private let dutyRooms = Dictionary(dutyTable.map { ($0.id, $0.room) }, uniquingKeysWith: { first, _ in first })

extension Carrier {
    /// The rooms whose duties it can carry, tell or wait for; empty: any.
    package var rooms: Set<Room> {
        switch self {
        case .control(let id, _, _, _): Set(before: id)
        case .duty(let kind): Set(before: kind.rawValue)
        case .setting(let name, _): settingRooms[name] ?? []
        case .route(let topic, _): topic.rooms
        case .told(let place, _): place.rooms
        case .fact(let name): name == "tone" ? [.handbook, .publishing] : [.handbook]
        case .notYet(let room, _, _): [room]
        }
    }
}

/// Settings that the five policies use; another may belong to any room.
private let settingRooms: [String: Set<Room>] = [
    "author-of-each-post": [.publishing], "silence-about-pictures": [.consent], "compromising-picture": [.consent],
    "replies": [.accounts, .engagement], "accounts-opened-by": [.accounts], "picture-list-kept-by": [.consent],
]

extension Set<Room> {
    /// The room that a name such as `publishing.links` begins with.
    fileprivate init(before name: String) {
        self.init(name.split(separator: ".").first.flatMap { Room(rawValue: String($0)) }.map { [$0] } ?? [])
    }
}

extension ToldPlace {
    /// Guidance at a post speaks of posts, pictures, replies and accounts, never of what staff do privately.
    fileprivate var rooms: Set<Room> {
        switch self {
        case .compose: [.handbook, .accounts, .publishing, .consent, .engagement]
        case .account: [.accounts]
        case .conduct: [.handbook, .conduct]
        case .families: [.handbook]
        case .acknowledgement, .policy, .help: []
        }
    }
}

extension RouteTopic {
    /// The rooms in which someone has to be told of it.
    fileprivate var rooms: Set<Room> {
        switch self {
        case .misuse, .mistakes, .illegal, .colleagues: [.incidents]
        case .aboutHeadteacher, .aboutExecutive, .aboutCEO: [.handbook, .incidents]
        case .questions, .oversight, .delivery, .review: [.handbook]
        case .groups: [.handbook, .accounts]
        case .accounts, .logins: [.accounts]
        case .press: [.engagement]
        case .seenOnline: [.engagement, .watch, .incidents]
        case .impostors: [.watch]
        case .uncertain, .controversial: [.publishing]
        case .compromisingPicture: [.consent]
        case .contact: [.conduct]
        }
    }
}
