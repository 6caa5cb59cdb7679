import Governance

extension DemoOrganisation {
    /// The roll: pupils of each school with consents of every kind, and the staff. The same for the same seed.
    func roll() -> [Person] {
        var chance = DemoChance(seed: seed)
        var people: [Person] = []
        for school in schools {
            for number in 1...school.pupils {
                people.append(pupil(number, of: school, chance: &chance))
            }
        }
        for (number, person) in self.people.enumerated() {
            people.append(
                Person(
                    ref: "S\(100 + number)", kind: .staff, given: person.given, family: person.family,
                    title: person.title, school: person.grants.compactMap(\.school).first,
                    email: person.email(at: self),
                    consent: Consent(number % 9 == 4 ? .objected : .granted)))
        }
        return people
    }

    private func pupil(_ number: Int, of school: DemoSchool, chance: inout DemoChance) -> Person {
        let given = chance.pick(tradition(&chance).given)
        let family = chance.pick(tradition(&chance).family)
        let preferred = chance.below(14) == 0 ? Self.shortForms[given] : nil
        return Person(
            ref: "\(school.slug.prefix(2).uppercased())\(1000 + number)", kind: .pupil, given: given, family: family,
            preferred: preferred, form: school.forms[number % school.forms.count], school: school.slug,
            consent: consent(&chance))
    }

    private func tradition(_ chance: inout DemoChance) -> DemoNames.Tradition {
        let place = chance.below(names.english + names.southAsian + names.african + names.european)
        if place < names.english { return DemoNames.english }
        if place < names.english + names.southAsian { return DemoNames.southAsian }
        return place < names.english + names.southAsian + names.african ? DemoNames.african : DemoNames.european
    }

    private func consent(_ chance: inout DemoChance) -> Consent {
        switch chance.below(20) {
        case 0: Consent(.refused)
        case 1: Consent(.withdrawn, withdrawnOn: Day(year: 2026, month: 9, day: 14))
        case 2: Consent(.restricted, channels: [.website])
        case 3: Consent(.notRecorded)
        case 4: Consent(.granted, channels: [.website, .display])
        case 5: Consent(.granted, until: Day(year: 2026, month: 7, day: 31))
        case 6 where policy == "LINK": Consent(.objected)
        case 7...14 where policy == "LINK": Consent(.noObjection)
        default: Consent(.granted)
        }
    }

    private static let shortForms = [
        "Jamie": "Jay", "Amelia": "Millie", "Oliver": "Ollie",
        """
        Katarzyna
        """: "Kasia", "Mohammed": "Mo", "Freddie": "Fred",
        "Florence": "Flo", "Charlie": "Chas", "Matilda": "Tilly", "Harriet": "Hattie", "Sulaiman": "Sully",
    ]
}
