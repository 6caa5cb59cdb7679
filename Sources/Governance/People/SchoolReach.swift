/// The schools that somebody's roles reach: each where they hold one of these roles, or all.
package enum SchoolReach: Sendable, Equatable {
    case all
    case only(Set<Identifier<School>>)

    package static let none = SchoolReach.only([])

    /// Whether a school lies within it; what is of the whole organisation (nil) lies only within all schools.
    package func contains(_ school: Identifier<School>?) -> Bool {
        switch self {
        case .all: true
        case .only(let schools): school.map(schools.contains) ?? false
        }
    }

    /// Whether what belongs to the school concerns it; what is of the whole organisation (nil) concerns every school.
    package func meets(_ school: Identifier<School>?) -> Bool {
        school == nil || contains(school)
    }

    /// Whether somebody with roles at these places, nil among them for the whole organisation, is found within it.
    package func contains(anyOf places: some Sequence<Identifier<School>?>) -> Bool {
        self == .all || places.contains(where: contains)
    }

    /// The same for somebody who has or had roles at these places; who never had one is found by all, for somebody has to
    /// give them one.
    package func finds(everAt places: Set<Identifier<School>?>) -> Bool {
        places.isEmpty || contains(anyOf: places)
    }

    /// Whether what concerns these schools concerns one within it.
    package func meets(anyOf schools: Set<Identifier<School>>) -> Bool {
        switch self {
        case .all: true
        case .only(let reached): !reached.isDisjoint(with: schools)
        }
    }
}

extension Authority {
    /// The schools where one of these roles is held.
    package func reach(as roles: [Role]) -> SchoolReach {
        let held = grants.filter { roles.contains($0.role) }
        if isMachine || held.contains(where: { $0.school == nil }) { return .all }
        return .only(Set(held.compactMap(\.school)))
    }

    /// The same among all schools of an organisation: in one that is a single school, whoever leads the school leads all
    /// of it.
    package func reach(as roles: [Role], among schools: [Identifier<School>]) -> SchoolReach {
        let reach = reach(as: roles)
        return schools.count == 1 && reach == .only(Set(schools)) ? .all : reach
    }
}
