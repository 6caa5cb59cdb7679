import Foundation
import Governance

/// A post's text as a website shows it: a title, and paragraphs in which links can be followed. Nothing of it is taken for
/// markup or for a short code of WordPress.
struct WordPressText {
    let title: String
    let content: String

    /// A first line that stands alone and is short is the title; of any other text its beginning is, and the whole follows.
    init(_ text: String) {
        let paragraphs = Self.paragraphs(of: text)
        if let first = paragraphs.first, paragraphs.count > 1, first.count == 1, first[0].count <= 100 {
            title = Self.escaped(first[0])
            content = Self.written(Array(paragraphs.dropFirst()))
        } else {
            title = Self.escaped(PostDraft.title(of: text))
            content = Self.written(paragraphs)
        }
    }

    private static func paragraphs(of text: String) -> [[String]] {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        return lines.split(whereSeparator: \.isEmpty).map(Array.init)
    }

    private static func written(_ paragraphs: [[String]]) -> String {
        paragraphs.map { "<p>" + $0.map(linked).joined(separator: "<br />\n") + "</p>" }.joined(separator: "\n\n")
    }

    private static func linked(_ line: String) -> String {
        TextPiece.pieces(of: line).map { piece in
            switch piece {
            case .link(let link):
                let address = link.lowercased().hasPrefix("http") ? link : "https://" + link
                return "<a href=\"\(escaped(address))\">\(escaped(link))</a>"
            case .mention(let words, _), .words(let words): return escaped(words)
            }
        }.joined()
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            // short codes of WordPress
            case "[": escaped += "&#91;"
            case "]": escaped += "&#93;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// A picture or a film as it stands in a post.
    struct Figure {
        let id: Int
        let address: String
        let alt: String
        let isFilm: Bool

        init(_ id: Int, _ address: String, alt: String, isFilm: Bool) {
            self.id = id
            self.address = address
            self.alt = alt
            self.isFilm = isFilm
        }
    }

    /// What a film shows stands below it, since a film has no alternative text.
    static func figures(_ figures: [Figure]) -> String {
        figures.map {
            $0.isFilm
                ? "\n\n<figure class=\"wp-block-video\"><video controls preload=\"metadata\" "
                    + "src=\"\(escaped($0.address))\"></video>"
                    + ($0.alt.isEmpty ? "" : "<figcaption>\(escaped($0.alt))</figcaption>") + "</figure>"
                : "\n\n<figure class=\"wp-block-image\"><img src=\"\(escaped($0.address))\" alt=\"\(escaped($0.alt))\" "
                    + "class=\"wp-image-\($0.id)\" /></figure>"
        }.joined()
    }

    /// Those that a post has already, with what each shows said otherwise; nil where there are not as many, or it is not
    /// known which picture one of them is.
    static func figures(
        in content: String, saying alts: [String]
    ) -> (text: String, pictures: [(id: Int, alt: String)])? {
        let there = content.ranges(of: /<figure[\s\S]*?<\/figure>/).map { String(content[$0]) }
        guard there.count == alts.count else { return nil }
        var (text, pictures): (String, [(id: Int, alt: String)]) = ("", [])
        for (figure, alt) in zip(there, alts) {
            let said = escaped(alt)
            if figure.contains("<video") {
                let plain = figure.replacing(/<figcaption[\s\S]*?<\/figcaption>/, with: "")
                let below = alt.isEmpty ? "" : "<figcaption>\(said)</figcaption>"
                text += "\n\n" + plain.replacing("</figure>", with: below + "</figure>")
            } else {
                guard let id = figure.firstMatch(of: /wp-image-([0-9]+)/).flatMap({ Int($0.1) }),
                    let old = figure.firstMatch(of: /\ alt="[^"]*"/)
                else { return nil }
                text += "\n\n" + figure.replacingCharacters(in: old.range, with: " alt=\"\(said)\"")
                pictures.append((id, alt))
            }
        }
        return (text, pictures)
    }

    /// What WordPress says in HTML, as words.
    static func words(_ html: String) -> String {
        PlainHTML.text(html)
    }
}

/// The words of a small piece of HTML, as a network writes it.
enum PlainHTML {
    static func text(_ html: String) -> String {
        var text = html.replacing(/<br\s*\/?>/.ignoresCase(), with: "\n").replacing(/<\/p>\s*<p[^>]*>/, with: "\n\n")
            .replacing(/<[^>]*>/, with: "")
        for (name, sign) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&apos;", "'"),
            ("&nbsp;", " "), ("&amp;", "&"),
        ] { text = text.replacing(name, with: sign) }
        return text
    }
}
