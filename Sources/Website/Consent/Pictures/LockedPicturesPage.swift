import Foundation
import Governance
import Reading

/// Pictures that are locked because they may be a crime, for the safeguarding lead alone: that there is one, since when,
/// who reported it and what was stopped. It shows none of them, and has no button: nothing may be copied, sent on or
/// deleted.
struct LockedPicturesPage: PageContent {
    let pictures: [Locked]
    let anyPictures: Bool
    let blank: Blank

    /// One of them.
    struct Locked: Shows {
        let heading: String
        let facts: [Fact]
        let stopped: [String]
        let anyStopped: Bool
        /// Where its encrypted files lie, for those who fetch them for the police.
        let files: [String]

        init(_ locked: LockedPicture, in organisation: String, school: String?, now: Date) {
            let word = locked.picture.kind.word.capitalisedFirst
            heading = "\(word) locked \(When.near(locked.lockedAt, now: now))"
            facts =
                [
                    Fact("Reported by", locked.lockedBy ?? "Somebody who has left"),
                    Fact(
                        "Added by",
                        "\(locked.addedBy ?? "Somebody who has left"), \(When.near(locked.picture.addedAt, now: now))"),
                ] + (school.map { [Fact("School", $0)] } ?? [])
            stopped = locked.placements.map { Self.says($0) }
            anyStopped = !locked.placements.isEmpty
            files = locked.files.map { "\(organisation)/pictures/\($0.prefix(2))/\($0)" }
        }

        private static func says(_ placement: Placement) -> String {
            let place = "\(placement.account.name), \(placement.account.network.title)"
            return switch placement.state {
            case .published: "\(place): still published. See that it comes down"
            case .ordered: "\(place): it was published, and must be taken down. What is kept here stays as evidence"
            case .takenDown: "\(place): it was published, and was taken down"
            case .sending: "\(place): it was going out when it was locked. Look there at once"
            default: "\(place): it did not go out"
            }
        }
    }

    static func page(_ pictures: [Locked], _ visit: any Linking) -> Page {
        Page(
            pictures.isEmpty
                ? "No picture is locked"
                : pictures.count == 1 ? "One picture is locked" : "\(pictures.count) pictures are locked",
            title: "Locked pictures", crumb: Crumb("Pictures and consent", visit.link(.consent)), room: .consent,
            LockedPicturesPage(
                pictures: pictures, anyPictures: !pictures.isEmpty,
                blank: Blank(
                    "None now",
                    "When somebody says of a picture that it may be a crime, or show a child naked or in a sexual way, it is "
                        + "locked and stands here.")))
    }

    package static var examples: [Page] {
        let one = Locked(
            heading: "Picture locked today at 10:05",
            facts: [
                Fact("Reported by", "Priya Nair"), Fact("Added by", "Tom Ashworth, today at 09:40"),
            ],
            stopped: ["Harbour View School, Facebook: it did not go out"], anyStopped: true,
            files: ["harbour-view/pictures/k3/k3v9example"])
        let drafted = Locked(
            heading: "Film locked on Friday 20 November at 15:00", facts: [Fact("Reported by", "Helen Osei")],
            stopped: [], anyStopped: false, files: ["harbour-view/pictures/m7/m7x2example"])
        return [page([one, drafted], ExampleVisit.visit), page([], ExampleVisit.visit)]
    }

    private init(pictures: [Locked], anyPictures: Bool, blank: Blank) {
        self.pictures = pictures
        self.anyPictures = anyPictures
        self.blank = blank
    }
}

extension LockedPicturesPage.Locked {
    fileprivate init(heading: String, facts: [Fact], stopped: [String], anyStopped: Bool, files: [String]) {
        self.heading = heading
        self.facts = facts
        self.stopped = stopped
        self.anyStopped = anyStopped
        self.files = files
    }
}
