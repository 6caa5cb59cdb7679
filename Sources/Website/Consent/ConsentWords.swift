import Governance
import Reading

extension Consent {
    /// What is allowed, in a few words: `Yes: the website and social media`.
    func inWords(on today: Day) -> String {
        let places = channels.map { Self.list($0.map(\.title)) }
        let end = until.map { $0 < today ? "; it ended on \(When.date($0))" : ", until \(When.date($0))" } ?? ""
        switch status {
        case .granted: return "Yes" + (places.map { ": \($0)" } ?? ", everywhere") + end
        case .restricted: return (places.map { $0.isEmpty ? "Nowhere" : "Only \($0)" } ?? "Nowhere") + end
        // alike, so that one by the school, for a child who must not be found, stands out in nothing
        case .refused, .objected, .withdrawn: return "No"
        case .noObjection: return "Did not object" + (places.map { ": \($0)" } ?? "") + end
        case .notRecorded: return "Nothing on record"
        case .unreadable: return "Cannot be read, so it is never read as yes"
        }
    }

    static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// The places that are shut, as the list has them.
    static func shutInWords(_ shut: [Channel]) -> String {
        shut.count == Channel.allCases.count ? "Anything, anywhere" : list(shut.map(\.title)).capitalisedFirst
    }
}

extension ConsentAnswer {
    /// Whoever may not know of the school’s never reads neither who said this nor how: of no answer that could be one, or
    /// could be its end.
    var isReadWithoutGiver: Bool { giver == .school || consent.isNo || consent.status == .notRecorded }

    /// Who spoke, as the register says it.
    func giver(for person: Person) -> String {
        switch giver {
        case .parent(let name): name
        case .themselves: person.kind == .pupil ? "The \(PupilWord().one) themselves" : person.calledName
        case .form: "Not named"
        case .school: "The school"
        }
    }

    var how: String {
        switch way {
        case .link: by.user == nil ? "by a link" : "on their own page"
        case .paper: "on paper"
        case .said: "by word of mouth"
        case .list: "in a list that was brought in"
        }
    }
}

extension ConsentShown {
    var title: String {
        switch self {
        case .everyone: "Everyone"
        case .never: "Never asked"
        case .waiting: "Waiting"
        case .no: "No"
        case .limited: "Limited"
        case .ending: "Ends soon"
        case .ended: "Ended"
        case .adults: "Adults"
        case .left: "Left"
        case .onPaper: "To ask on paper"
        case .endedUnasked: "Ended, to ask again"
        }
    }
}
