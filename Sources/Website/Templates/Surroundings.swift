/// Names that every template may use beside its page's own: the school, its word for pupils, the form's token, links.
package struct Surroundings: Sendable {
    package var school: String
    /// The school's own words for a pupil: one and many.
    package var word: PupilWord
    package var csrf: String
    /// The organisation's key in addresses; nil outside an organisation.
    package var organisation: String?

    package init(
        school: String = "", word: PupilWord = PupilWord(), csrf: String = "", organisation: String? = nil
    ) {
        self.school = school
        self.word = word
        self.csrf = csrf
        self.organisation = organisation
    }
}

extension Surroundings: Shows {
    package func shown(_ name: String) -> Shown? {
        switch name {
        case "school": school.shown
        case "pupil": word.one.shown
        case "pupils": word.many.shown
        case "csrf": csrf.shown
        case "url": Links(organisation: organisation ?? "").shown
        default: nil
        }
    }

    /// `{{url.people}}`: the address of a page that needs nothing more than its name.
    package struct Links: Sendable {
        let organisation: String
    }
}

extension Surroundings.Links: Shows {
    package func shown(_ name: String) -> Shown? {
        SiteURL.plain[name].map { .text($0.link(in: organisation)) }
    }
}
