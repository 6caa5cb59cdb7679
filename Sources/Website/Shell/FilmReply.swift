import Actions
import HTTPTypes
import Hummingbird

/// A film as a browser asks for it: whole, or the part that it wants to play next (RFC 9110, 14). Apple's browsers play none
/// that cannot be asked for in parts.
enum FilmReply {
    static func response(_ film: FilmToShow, range: String?) -> Response {
        var headers: HTTPFields = [.contentType: film.type, .acceptRanges: "bytes"]
        guard let range, let asked = part(range, of: film.length) else {
            return Response(status: .ok, headers: headers, body: body(film, 0..<film.length))
        }
        guard !asked.isEmpty else {
            headers[.contentRange] = "bytes */\(film.length)"
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
        headers[.contentRange] = "bytes \(asked.lowerBound)-\(asked.upperBound - 1)/\(film.length)"
        return Response(status: .partialContent, headers: headers, body: body(film, asked))
    }

    /// `bytes=0-1`, `bytes=500-` or `bytes=-500`; nil for what is to be ignored, empty for what lies behind the end.
    static func part(_ text: String, of length: Int) -> Range<Int>? {
        guard text.hasPrefix("bytes="), !text.contains(",") else { return nil }
        let ends = text.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }) else { return nil }
        if ends[0].isEmpty {
            guard let last = Int(ends[1]) else { return nil }
            return last == 0 ? 0..<0 : max(0, length - last)..<length
        }
        guard let first = Int(ends[0]) else { return nil }
        guard first < length else { return 0..<0 }
        guard let last = ends[1].isEmpty ? length - 1 : Int(ends[1]) else { return nil }
        return last < first ? nil : first..<min(last, length - 1) + 1
    }

    private static func body(_ film: FilmToShow, _ part: Range<Int>) -> ResponseBody {
        ResponseBody(contentLength: part.count) { writer in
            var at = part.lowerBound
            while at < part.upperBound {
                let some = try film.bytes(from: at).prefix(part.upperBound - at)
                guard !some.isEmpty else { break }
                try await writer.write(ByteBuffer(bytes: some))
                at += some.count
            }
            try await writer.finish(nil)
        }
    }
}
