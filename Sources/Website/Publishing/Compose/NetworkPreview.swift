import Governance

/// How a text will look at each of its accounts.
struct HowItLooks: Shows {
    let previews: [NetworkPreview]
    let anyPreviews: Bool

    init(_ previews: [NetworkPreview]) {
        self.previews = previews
        anyPreviews = !previews.isEmpty
    }
}

/// How a text will look at one account, and how long it is as its network counts.
struct NetworkPreview: Shows {
    let account: String
    let network: String
    let tag: Tag
    let text: String
    /// What is beyond the network's limit.
    let cut: String?
    let counted: String
    let over: String?
    /// The bar's length in per cent.
    let meter: String?
    let meterTone: Tone
    let note: String?
    /// The first of its pictures, at most four.
    let pictures: [Small]
    let anyPictures: Bool
    /// `and 2 more`; nil: all are there.
    let more: String?
    /// Where a shorter text for this account can be written.
    let ownText: String?

    /// A picture, small.
    struct Small: Shows {
        let src: String
        let alt: String
    }

    /// What will happen with it there.
    let happens: String?

    init(
        _ text: String, links: [String] = [], on account: PostingAccount, way: PlaceWay? = nil, corrects: Bool = false,
        ownText: String?, pictures: [PictureShown] = []
    ) {
        happens =
            corrects
            ? way?.connected?.edits == true
                ? "It takes the place of what is out there, as soon as it is approved."
                : "A person puts it in the place of what is out there, once it is approved."
            : way?.says(on: account.network)
        self.pictures = pictures.prefix(4).compactMap { picture in picture.src.map { Small(src: $0, alt: picture.alt) }
        }
        anyPictures = !pictures.isEmpty
        more = pictures.count > 4 ? "and \(pictures.count - 4) more" : nil
        let count = CharacterCount(text, links: links, on: account.network, by: way?.connected)
        let facts = account.network.facts
        self.account = account.name
        network = facts.title
        let tags = TagCount(text, links: links, by: way?.connected)
            .tooMany(on: account.network, limits: way?.connected?.limits)
        let most = way?.connected?.limits.pictures ?? account.network.picturesByHand ?? .max
        tag =
            !count.fits
            ? Tag(.block, "Too long")
            : tags.map { Tag(.block, "\($0.count) \($0.what), takes \($0.most)") }
                ?? (pictures.count > most
                    ? Tag(.block, "\(pictures.count) pictures, takes \(most)", icon: .image)
                    : pictures.isEmpty && account.network.needsMedia
                        ? Tag(.hold, "Needs a picture", icon: .image) : Tag(.clear, "Fits", icon: .check))
        let fitting = count.fits ? text.endIndex : Self.fitting(text, links, on: account.network, way?.connected)
        self.text = String(text[..<fitting])
        cut = count.fits ? nil : String(text[fitting...])
        let limit = count.limit.map { " of \(grouped($0))" } ?? " characters"
        counted = grouped(count.count) + limit
        over = count.fits ? nil : ": \(grouped(count.over)) too many"
        meter = count.limit.map { "\(max(1, min(100, count.count * 100 / max($0, 1))))%" }
        meterTone = count.fits ? .quiet : .block
        let tappable = facts.linksTappable ? nil : "Links cannot be tapped here."
        let notes = [tappable, facts.note].compactMap { $0 }
        note = notes.isEmpty ? nil : notes.joined(separator: " ")
        self.ownText = count.fits ? nil : ownText
    }

    /// The end of the longest beginning that fits.
    private static func fitting(
        _ text: String, _ links: [String], on network: Network, _ connected: Capabilities?
    ) -> String.Index {
        let characters = Array(text.indices)
        var low = 0
        var high = characters.count
        while low < high {
            let middle = (low + high + 1) / 2
            let end = middle < characters.count ? characters[middle] : text.endIndex
            let part = String(text[..<end])
            if CharacterCount(part, links: links, on: network, by: connected).fits {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return low < characters.count ? characters[low] : text.endIndex
    }
}
