import Governance
import Reading

/// A picture in a list: small, with who is in it and what is still asked: `{{>pictures}}`.
struct PictureShown: Shows {
    let heading: String
    let src: String
    let alt: String
    let people: [PersonIn]
    /// What it shows, in words; nil: not said.
    let says: String?
    let asked: [Tag]
    let link: HeadAction?

    /// Somebody who is in it, or that nobody is.
    struct PersonIn: Shows {
        let text: String
        let tone: Tone?
        let icon: Icon?
    }

    init(
        heading: String, src: String, alt: String, people: [PersonIn], says: String? = nil, asked: [Tag] = [],
        link: HeadAction? = nil
    ) {
        self.heading = heading
        self.src = src
        self.alt = alt
        self.people = people
        self.says = says
        self.asked = asked
        self.link = link
    }
}

extension PictureShown {
    /// - Parameters:
    ///   - refusals: why somebody may not be shown, by reference.
    ///   - judged: whether its author has answered for it.
    init(
        _ picture: DraftPicture, number: Int, of post: Identifier<Post>, roll: Roll?, refusals: [String: String],
        judged: Bool, editable: Bool, in visit: any Linking
    ) {
        let part = SiteURL.Part.value(post.text)
        let id = SiteURL.Part.value(picture.picture.text)
        var asked: [Tag] = []
        if picture.people == nil { asked.append(Tag(.hold, "Who is in it?", icon: .people)) }
        if picture.alt == nil { asked.append(Tag(.warn, "Not described yet")) }
        if picture.people != nil, !judged { asked.append(Tag(.hold, "To be judged", icon: .eye)) }
        self.init(
            heading: "Picture \(number)",
            src: visit.link(.pictureFile(post: part, picture: id, size: .value(StoredPicture.Size.thumbnail.rawValue))),
            alt: picture.alt ?? "Picture \(number), not described yet",
            people: Self.people(in: picture, roll: roll, refusals: refusals), says: picture.alt,
            asked: editable ? asked : [],
            link: editable
                ? HeadAction(
                    picture.people == nil ? "Say who is in picture \(number)" : "Change picture \(number)",
                    visit.link(.postPicture(post: part, picture: id)))
                : nil)
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
        case "image_objection": "said no"
        case "image_withdrawn": "consent was withdrawn"
        case "image_expired": "consent does not cover that day"
        case "image_restriction": "not here"
        case "image_no_consent": "no consent on record"
        case "pupil_identified": "may not be recognised"
        case "image_personal_account": "not on a personal account"
        case "image_pupil_home": "shows a home"
        default: nil
        }
    }

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
    /// The pictures of a placement in full size, for whoever puts them up by hand.
    static func toSave(_ placement: Placement, in visit: any Linking) -> [PictureShown] {
        let post = SiteURL.Part.value(placement.post.text)
        return placement.draft.media.enumerated().map { index, medium in
            let link = { (size: StoredPicture.Size) in
                visit.link(.pictureFile(post: post, picture: .value(medium.id), size: .value(size.rawValue)))
            }
            return PictureShown(
                heading: "Picture \(index + 1)", src: link(.thumbnail),
                alt: medium.alt ?? "Picture \(index + 1), not described", people: [], says: medium.alt,
                link: HeadAction("Open picture \(index + 1) to save it", link(.post)))
        }
    }
}
