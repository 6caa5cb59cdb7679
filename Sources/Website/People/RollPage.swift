import Foundation
import Governance

/// Pupils or staff, as a list with a search; short names only.
package struct RollPage: PageContent {
    package var search: String
    package var kind: String
    package var to: String
    package var people: [Line]
    package var anyPeople: Bool
    /// Whether there is anyone to look for.
    package var anyOnRoll: Bool
    package var blank: Blank
    package var showing: String
    package var isPupils: Bool
    package var pager: Pager?

    package struct Line: Shows {
        package var name: String
        package var ref: String
        package var link: String
        package var group: String?
        package var consent: Tag?
        package init(_ name: String, ref: String, link: String, group: String? = nil, consent: Tag? = nil) {
            self.name = name
            self.ref = ref
            self.link = link
            self.group = group
            self.consent = consent
        }
    }

    /// What is on record about pictures, as a tag of this day: a yes that has ended is none.
    package static func tag(for consent: Consent, on today: Day) -> Tag {
        if let until = consent.until, until < today, [.granted, .restricted, .noObjection].contains(consent.status) {
            return Tag(.hold, "Ended", icon: .notyet)
        }
        return switch consent.status {
        case .granted: Tag(.clear, "Pictures: yes", icon: .check)
        case .restricted: Tag(.hold, "Pictures: some", icon: .image)
        case .refused, .withdrawn, .objected: Tag(.block, "No pictures", icon: .cameraOff)
        case .noObjection: Tag(.quiet, "Did not object", icon: .silent)
        case .notRecorded: Tag(.quiet, "Not recorded", icon: .notyet)
        case .unreadable: Tag(.block, "Cannot be read", icon: .cameraOff)
        }
    }

    package static let examples = [
        Page(
            "312 pupils are on the roll", title: "People", crumb: nil,
            actions: [
                HeadAction("Bring in a file", icon: .upload, "/harbour-view/people/import"),
                HeadAction("Add a pupil", icon: .plus, "/harbour-view/people/new-pupil"),
            ],
            tabs: [
                Tab("Pupils", "/harbour-view/people", count: 312, current: true),
                Tab("Staff", "/harbour-view/people?kind=staff", count: 44),
            ], room: .roll,
            RollPage(
                search: "", kind: "pupil", to: "/harbour-view/people",
                people: [
                    Line(
                        "Jamie T.", ref: "P-1041", link: "/harbour-view/people/P-1041", group: "7A",
                        consent: tag(for: Consent(.granted), on: Day(of: .distantPast))),
                    Line(
                        "Aisha K.", ref: "P-1042", link: "/harbour-view/people/P-1042", group: "7A",
                        consent: tag(for: Consent(.refused), on: Day(of: .distantPast))),
                    Line(
                        "Owen P.", ref: "P-1043", link: "/harbour-view/people/P-1043", group: "8C",
                        consent: tag(for: Consent(), on: Day(of: .distantPast))),
                ], anyPeople: true, anyOnRoll: true, blank: Blank("", ""), showing: "The first 200 of 312",
                isPupils: true,
                pager: Pager(
                    "/harbour-view/people", keeping: ["kind"], of: Form(urlEncoded: "kind=pupil"), page: 2, of: 3,
                    "Before", "More"))),
        Page(
            "Nobody is on the roll yet", title: "People", room: .roll,
            RollPage(
                search: "", kind: "pupil", to: "/harbour-view/people", people: [], anyPeople: false, anyOnRoll: false,
                blank: Blank(
                    "Every post is held until the roll is known",
                    "Names can only be checked against people that Chaperone knows. Bring in a file, or add them one by one.",
                    action: HeadAction("Bring in a file", "/harbour-view/people/import")),
                showing: "", isPupils: true, pager: nil)),
    ]
}

extension Consent.Channel {
    /// Where a picture may go.
    var title: String {
        switch self {
        case .website: "the website"
        case .social: "social media"
        case .press: "newspapers and television"
        case .display: "the school’s own walls"
        }
    }
}
