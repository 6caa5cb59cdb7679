import FilmReading
import Foundation
import Pictures
import VipsPictures

/// `chaperone-pictures`: reads one picture or film from standard input, writes it to standard output in the sizes asked for,
/// and ends. It is started by Chaperone alone, and says nothing else to anybody.
@main
enum Decoder {
    /// Two gibibytes: enough for 100 million pixels, or a film twice over with one of its pictures, and no more.
    private static let mostMemory = 2 << 30
    /// Of processor time.
    private static let mostSeconds: UInt32 = 30

    /// In seconds, for decoding; longer than its processor time, for a machine that has more to do.
    private static let mostOnTheWall: UInt32 = 300

    /// In seconds, while it waits for the file and while its answer is read: Chaperone may have more to do, too.
    private static let mostForTheOther: UInt32 = 1_200

    /// Ends with 2 or 3 when it cannot be bounded or confined here, with 4 when it does not understand what is asked.
    static func main() throws {
        guard picture_begin(mostMemory, mostSeconds) == 0 else { exit(2) }
        film_begin()
        picture_hurry(mostForTheOther)
        guard picture_confine() == 0 else { exit(3) }
        guard let (request, file) = try Input.all(), let bytes = file.baseAddress else { exit(4) }
        picture_hurry(mostOnTheWall)
        let answer =
            film_is_one(bytes, file.count) == 0 ? picture(request, file) : film(request, bytes, count: file.count)
        picture_hurry(mostForTheOther)
        let output = FileHandle.standardOutput
        try output.write(contentsOf: Data(try PictureExchange.frame(answer.head, answer.parts)))
        if var film = answer.film {
            defer { film_free(film.bytes) }
            try output.write(
                contentsOf: Data(bytesNoCopy: film.bytes, count: film.length, deallocator: .none))
            film.length = 0
        }
    }

    /// What goes back: a head, the sizes of a picture, and a film.
    private struct Answered {
        var head: PictureExchange.Answer
        var parts: [[UInt8]] = []
        var film: film_file?
    }

    private static func picture(
        _ request: PictureExchange.Request, _ file: UnsafeMutableBufferPointer<UInt8>
    ) -> Answered {
        guard file.count <= request.mostPictureBytes else { return refused(.tooManyBytes) }
        var facts = picture_facts()
        if let refused = refusal(picture_look(file.baseAddress, file.count, request.mostPixels, &facts)) {
            return refused
        }
        let pixels = Double(facts.width) * Double(facts.height)
        guard pixels <= request.plainPixels || pixels <= request.mostPixelsOfAByte * Double(file.count) else {
            return refused(.unpacksTooFar)
        }
        let longest = request.sizes.map(\.longestSide).max() ?? 1
        var opened: UnsafeMutableRawPointer?
        let opening = picture_open(file.baseAddress, file.count, Int32(longest), &opened)
        guard opening == picture_ok, let picture = opened else { return refused(.broken) }
        defer { picture_close(picture) }
        return sizes(
            of: picture, request,
            PictureExchange.Answer(
                width: Int(facts.width), height: Int(facts.height), hasPosition: facts.has_position != 0,
                taken: text(facts.taken)))
    }

    /// Written anew without coding it anew, with a picture of it in the sizes asked for.
    private static func film(
        _ request: PictureExchange.Request, _ bytes: UnsafePointer<UInt8>, count: Int
    ) -> Answered {
        var facts = film_facts()
        var file = film_file()
        if let refused = refusal(
            film_read(bytes, count, request.mostFilmPixels, request.mostSeconds, &facts, &file))
        {
            return refused
        }
        var frame = film_frame()
        var opened: UnsafeMutableRawPointer?
        guard film_poster(file.bytes, file.length, request.mostFilmPixels, &frame) == film_ok,
            picture_of_pixels(frame.pixels, frame.width, frame.height, facts.turned, &opened) == picture_ok,
            let picture = opened
        else {
            film_free(frame.pixels)
            film_free(file.bytes)
            return refused(.broken)
        }
        film_free(frame.pixels)
        defer { picture_close(picture) }
        var answer = sizes(
            of: picture, request,
            PictureExchange.Answer(
                width: Int(facts.width), height: Int(facts.height), hasPosition: facts.has_position != 0,
                taken: text(facts.taken),
                film: PictureExchange.Film(
                    mediaType: text(facts.media_type), milliseconds: Int(facts.milliseconds),
                    length: Int(file.length))))
        if answer.head.refused == nil { answer.film = file } else { film_free(file.bytes) }
        return answer
    }

    private static func sizes(
        of picture: UnsafeMutableRawPointer, _ request: PictureExchange.Request, _ head: PictureExchange.Answer
    ) -> Answered {
        var print: UInt64 = 0
        guard picture_fingerprint(picture, &print) == picture_ok else { return refused(.broken) }
        var answer = Answered(head: head)
        answer.head.fingerprint = hexadecimal(print)
        for size in request.sizes {
            guard let (file, bytes) = write(picture, size) else { return refused(.broken) }
            answer.head.files.append(file)
            answer.parts.append(bytes)
        }
        return answer
    }

    private static func refused(_ why: PictureRefused) -> Answered {
        Answered(head: PictureExchange.Answer(refused: why))
    }

    /// Smaller and smaller, where it does not get short enough otherwise.
    private static func write(
        _ picture: UnsafeMutableRawPointer, _ size: PictureExchange.Size
    ) -> (PictureExchange.File, [UInt8])? {
        var longest = size.longestSide
        while longest >= 64 {
            var file = picture_file()
            let ground = ground(of: size, under: picture, longest)
            let written = picture_write(
                picture, Int32(longest), ground.width, ground.height, Int32(size.quality), size.mostBytes ?? 0, &file)
            defer { picture_free(file.bytes) }
            if written == picture_ok, let start = file.bytes {
                let bytes = [UInt8](UnsafeRawBufferPointer(start: start, count: file.length))
                return (
                    PictureExchange.File(
                        name: size.name, width: Int(file.width), height: Int(file.height), length: bytes.count), bytes
                )
            }
            guard written == picture_out_of_room else { return nil }
            longest = longest * 3 / 4
        }
        return nil
    }

    /// Nothing where the picture stands alone.
    private static func ground(
        of size: PictureExchange.Size, under picture: UnsafeMutableRawPointer, _ longest: Int
    ) -> (width: Int32, height: Int32) {
        guard let ground = size.ground else { return (0, 0) }
        var (width, height): (Int32, Int32) = (0, 0)
        picture_size(picture, Int32(longest), &width, &height)
        let whole = ground.size(under: Int(width), Int(height))
        return (Int32(clamping: whole.width), Int32(clamping: whole.height))
    }

    private static func refusal(_ answer: picture_answer) -> Answered? {
        switch answer {
        case picture_ok: nil
        case picture_not_one: refused(.notAPicture)
        case picture_too_large: refused(.tooManyPixels)
        default: refused(.broken)
        }
    }

    private static func refusal(_ answer: film_answer) -> Answered? {
        switch answer {
        case film_ok: nil
        case film_not_one: refused(.notAPicture)
        case film_too_large: refused(.filmTooLarge)
        case film_too_long: refused(.filmTooLong)
        case film_other_coding: refused(.filmOtherCoding)
        default: refused(.broken)
        }
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// A C array of characters, to its first zero.
    private static func text<Characters>(_ characters: Characters) -> String {
        withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
