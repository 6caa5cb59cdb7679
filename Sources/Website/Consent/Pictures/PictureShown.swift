import Governance
import Reading

/// A picture in a list: small, with who is in it and what is still asked: `{{>pictures}}`.
struct PictureShown: Shows {
    let heading: String
    /// Nil: it is not shown any more.
    let src: String?
    let alt: String
    let people: [PersonIn]
    /// What it shows, in words; nil: not said.
    let says: String?
    /// `Film, 0:42`; nil for a picture.
    let film: String?
    let asked: [Tag]
    let link: HeadAction?

    /// Somebody who is in it, or that nobody is.
    struct PersonIn: Shows {
        let text: String
        let tone: Tone?
        let icon: Icon?
    }

    init(
        heading: String, src: String?, alt: String, people: [PersonIn], says: String? = nil,
        film: String? = nil, asked: [Tag] = [], link: HeadAction? = nil
    ) {
        self.heading = heading
        self.src = src
        self.alt = alt
        self.people = people
        self.says = says
        self.film = film
        self.asked = asked
        self.link = link
    }

    /// Something is still to be said of it, or somebody in it may not be shown.
    var asksForSomething: Bool {
        asked.contains { $0.tone != .quiet } || people.contains { $0.tone == .block }
    }

    /// Without what can only be pressed.
    var onPaper: PictureShown {
        PictureShown(heading: heading, src: src, alt: alt, people: people, says: says, film: film)
    }
}

extension PictureShown {
    /// - Parameters:
    ///   - refusals: why somebody may not be shown, by reference.
    ///   - judged: whether its author has answered for it.
    ///   - isJudgementAsked: whether the policy asks for that.
    init(
        _ picture: DraftPicture, number: Int, of post: Identifier<Post>, roll: Roll?, refusals: [String: String],
        judged: Bool, isJudgementAsked: Bool, editable: Bool, runs milliseconds: Int? = nil, in visit: any Linking
    ) {
        let part = SiteURL.Part.value(post.text)
        let id = SiteURL.Part.value(picture.picture.text)
        var asked: [Tag] = []
        if picture.people == nil { asked.append(Tag(.hold, "Who is in it?", icon: .people)) }
        if picture.people != nil, picture.origin == nil { asked.append(Tag(.hold, "Whose is it?", icon: .hold)) }
        if picture.alt == nil { asked.append(Tag(.warn, "Not described yet")) }
        if picture.people != nil, !judged {
            asked.append(
                isJudgementAsked
                    ? Tag(.hold, "Not ticked yet", icon: .eye)
                    : Tag(.quiet, "Not ticked, which is optional", icon: .eye))
        }
        let word = picture.kind.word
        self.init(
            heading: "\(word.capitalisedFirst) \(number)",
            src: visit.link(.pictureFile(post: part, picture: id, size: .value(StoredPicture.Size.thumbnail.rawValue))),
            alt: picture.alt ?? "\(word.capitalisedFirst) \(number), not described yet",
            people: Self.people(in: picture, roll: roll, refusals: refusals), says: picture.alt,
            film: picture.kind == .video ? Self.film(milliseconds) : nil, asked: editable ? asked : [],
            link: editable
                ? HeadAction(
                    picture.people == nil ? "Say who is in \(word) \(number)" : "Change \(word) \(number)",
                    visit.link(.postPicture(post: part, picture: id)))
                : nil)
    }

    /// `Film, 0:42`.
    static func film(_ milliseconds: Int?) -> String {
        guard let milliseconds else { return "Film" }
        let seconds = (milliseconds + 500) / 1_000
        return "Film, \(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
    }

    static func people(in picture: DraftPicture, roll: Roll?, refusals: [String: String]) -> [PersonIn] {
        guard let people = picture.people else { return [] }
        var shown = people.map { ref in
            guard let person = roll?[ref] else { return PersonIn(text: ref, tone: .hold, icon: .hold) }
            let name = person.pictureName
            guard let refusal = refusals[ref] else { return PersonIn(text: name, tone: nil, icon: nil) }
            return PersonIn(text: "\(name): \(refusal)", tone: .block, icon: .cameraOff)
        }
        if picture.showsOthers { shown.append(PersonIn(text: "Somebody not of our school", tone: nil, icon: .people)) }
        return shown.isEmpty ? [PersonIn(text: "Nobody can be recognised", tone: nil, icon: .tick)] : shown
    }
}

extension Person {
    /// `Jamie T., 8B`; of staff `Mrs Whitcombe, staff`.
    var pictureName: String {
        switch kind {
        case .pupil: [shortName, form].compactMap { $0 }.joined(separator: ", ")
        case .visitor: calledName + ", visitor"
        case .staff: (title.map { "\($0) \(family)" } ?? calledName) + ", staff"
        }
    }
}

extension PictureShown {
    /// Why somebody may not be shown here, in three words; nil for what is no refusal of a picture.
    static func short(_ code: String) -> String? {
        switch code {
        case "image_objection", "image_withdrawn": "a no is on record"
        case "image_expired": "consent does not cover that day"
        case "image_restriction": "consent does not cover this place"
        case "image_no_consent": "no consent on record"
        case "pupil_identified": "may not be recognised"
        case "image_personal_account": "not on a personal account"
        case "image_pupil_home": "shows a home"
        default: nil
        }
    }

    /// Those of them for which somebody is on the list of those who may not be shown, or as if they were.
    static let reasonsOfTheList = Set(
        ["image_objection", "image_withdrawn", "image_expired", "image_restriction", "image_no_consent"]
            .compactMap(short))

    /// By reference, from what the check found.
    static func refusals(_ findings: [Finding]) -> [String: String] {
        var refusals: [String: String] = [:]
        for finding in findings where finding.place?.field.hasPrefix("media[") == true {
            guard let short = short(finding.code) else { continue }
            for ref in finding.refs where refusals[ref] == nil { refusals[ref] = short }
        }
        return refusals
    }
}

extension PictureShown {
    /// One whose files are kept, behind a link to it in full.
    /// - Parameters:
    ///   - milliseconds: how long a film runs; nil: not known.
    ///   - label: of the link.
    init(
        kept id: String, _ kind: Medium.Kind, of post: Identifier<Post>, heading: String, says: String?,
        people: [PersonIn] = [], runs milliseconds: Int? = nil, link label: String, in visit: any Linking
    ) {
        let isFilm = kind == .video
        let link = { (size: StoredPicture.Size) in
            visit.link(
                .pictureFile(post: .value(post.text), picture: .value(id), size: .value(size.rawValue)))
        }
        self.init(
            heading: heading, src: link(.thumbnail), alt: says ?? "\(heading), not described", people: people,
            says: says, film: isFilm ? Self.film(milliseconds) : nil,
            link: HeadAction(label, link(isFilm ? .film : .post)))
    }
}

extension Medium.Kind {
    /// What pages call it.
    var word: String {
        switch self {
        case .photo: "picture"
        case .video: "film"
        }
    }
}
