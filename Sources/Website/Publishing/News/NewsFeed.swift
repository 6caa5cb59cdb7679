import Foundation
import Governance
import Reading

/// RSS 2.0 (rssboard.org) of what is out, the latest first.
struct NewsFeed {
    let bytes: [UInt8]

    /// - Parameters:
    ///   - path: of the page, on this program.
    ///   - home: the address at which people reach this program; nil where nobody has said it: then the page is named by its
    ///     path, and what stands nowhere else has no address.
    init(_ items: [NewsItem], of name: String, at path: String, on home: String?) {
        let address = (home ?? "") + path
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>\(Self.escaped(name))</title><link>\(Self.escaped(address))</link>\
            <description>\(Self.escaped("What \(name) has published"))</description>

            """
        for item in items {
            let there = item.places.lazy.compactMap(\.address).first ?? home.map { $0 + path }
            let link = there.map { "<link>\(Self.escaped($0))</link>" } ?? ""
            text += """
                <item><title>\(Self.escaped(Self.title(of: item.text)))</title>\(link)\
                <guid isPermaLink="false">\(Self.escaped(item.placement.text))</guid>\
                <pubDate>\(Self.date(item.at))</pubDate><description>\(Self.escaped(item.text))</description></item>

                """
        }
        bytes = Array((text + "</channel></rss>\n").utf8)
    }

    /// The first line, cut between words.
    static func title(of text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard line.count > 80 else { return line }
        let cut = line.prefix(80)
        return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + "…"
    }

    /// For text between tags and in attributes; characters that XML 1.0 has no place for are left out.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\t", "\n", "\r": out.unicodeScalars.append(scalar)
            default:
                if scalar.value >= 32, ![0xFFFE, 0xFFFF].contains(scalar.value) { out.unicodeScalars.append(scalar) }
            }
        }
        return out
    }

    /// As RFC 822 has it, in UTC.
    private static func date(_ instant: Date) -> String {
        let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: instant)
        let two = { (number: Int?) in (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return
            "\(days[(parts.weekday ?? 1) - 1]), \(two(parts.day)) \(months[(parts.month ?? 1) - 1]) \(parts.year ?? 0) "
            + "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) GMT"
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()
}
