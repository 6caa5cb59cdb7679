import Foundation

extension PublishPost {
    /// A post as the controls' examples use it: at a school's social account, on an ordinary Monday, nothing wrong
    /// with it, then changed.
    package static func example(
        _ text: String = "", roll: [Person]? = [], facts: OrganisationFacts = .example,
        judged: PictureJudgements? = nil,
        _ change: (inout Draft) -> Void = { _ in }
    ) -> PublishPost {
        var draft = Draft(publishAt: exampleTime, text: text)
        change(&draft)
        return PublishPost(draft: draft, roll: roll.map(Roll.init), organisation: facts, judgements: judged)
    }

    /// 23 November 2026, nine in the morning.
    package static let exampleTime = Date(timeIntervalSince1970: 1_795_424_400)
}

extension Person {
    /// An invented pupil of the examples.
    package static func examplePupil(
        _ ref: String = "P1", _ given: String = "Jamie", _ family: String = "Thornton", consent: Consent = Consent()
    ) -> Person {
        Person(ref: ref, kind: .pupil, given: given, family: family, form: "7A", consent: consent)
    }

    /// An invented visitor of the examples, who objects.
    package static func exampleVisitor(_ ref: String = "visitor-1") -> Person {
        Person(ref: ref, kind: .visitor, given: "Rosa", family: "Whitlock", consent: Consent(.objected))
    }

    /// Somebody on the roll who has that visitor's name, and agreed.
    package static func exampleNamesake(_ kind: Kind) -> Person {
        Person(ref: "N1", kind: kind, given: "Rosa", family: "Whitlock", consent: Consent(.granted))
    }

    /// An invented member of staff of the examples.
    package static func exampleStaff(consent: Consent = Consent()) -> Person {
        Person(ref: "S1", kind: .staff, given: "Anna", family: "Whitcombe", title: "Mrs", consent: consent)
    }
}

extension Medium {
    /// A picture of the examples, described and with everyone in it named.
    package static func example(
        _ depicts: [String]? = [], alt: String? = "Children planting bulbs", _ change: (inout Medium) -> Void = { _ in }
    ) -> Medium {
        var medium = Medium(id: "m1", depicts: depicts, alt: alt)
        change(&medium)
        return medium
    }
}

extension OrganisationFacts {
    /// The invented school of the examples.
    package static let example = OrganisationFacts(
        names: ["Harbour Lane School"], phones: ["0191 498 0123"], emails: ["office@harbourlane.sch.uk"],
        postcodes: ["SR1 9ZZ"], suppliers: ["Brightmeal Catering", "Swiftkit"], confidentialWords: ["Project Heron"],
        allowedHosts: ["go.harbourlane.sch.uk"], deniedHosts: ["badgames.example"])
}
