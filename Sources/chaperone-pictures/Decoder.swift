import Foundation
import Pictures
import VipsPictures

/// `chaperone-pictures`: reads one picture from standard input, writes it to standard output in the sizes asked for, and
/// ends. It is started by Chaperone alone, and says nothing else to anybody.
@main
enum Decoder {
    /// Two gibibytes: enough for 100 million pixels, and no more.
    private static let mostMemory = 2 << 30
    /// Of processor time.
    private static let mostSeconds: UInt32 = 30

    /// In seconds, from the moment at which it has the whole file.
    private static let mostOnTheWall: UInt32 = 60

    static func main() throws {
        guard picture_begin(mostMemory, mostSeconds) == 0 else { exit(2) }
        guard picture_confine() == 0 else { exit(3) }
        guard let input = try FileHandle.standardInput.readToEnd().map([UInt8].init),
            let (request, rest) = PictureExchange.head(PictureExchange.Request.self, of: input),
            input.count - rest == request.length
        else { exit(4) }
        picture_hurry(mostOnTheWall)
        let (answer, parts) = answer(to: request, Array(input[rest...]))
        try FileHandle.standardOutput.write(contentsOf: Data(try PictureExchange.frame(answer, parts)))
    }

    private static func answer(
        to request: PictureExchange.Request, _ bytes: [UInt8]
    ) -> (PictureExchange.Answer, [[UInt8]]) {
        var facts = picture_facts()
        if let refused = refusal(picture_look(bytes, bytes.count, request.mostPixels, &facts)) { return (refused, []) }
        let longest = request.sizes.map(\.longestSide).max() ?? 1
        var opened: UnsafeMutableRawPointer?
        let opening = picture_open(bytes, bytes.count, Int32(longest), &opened)
        guard opening == picture_ok, let picture = opened else { return (PictureExchange.Answer(refused: .broken), []) }
        defer { picture_close(picture) }
        var print: UInt64 = 0
        guard picture_fingerprint(picture, &print) == picture_ok else {
            return (PictureExchange.Answer(refused: .broken), [])
        }
        var answer = PictureExchange.Answer(
            width: Int(facts.width), height: Int(facts.height), hasPosition: facts.has_position != 0,
            taken: text(facts.taken), fingerprint: hexadecimal(print))
        var parts: [[UInt8]] = []
        for size in request.sizes {
            guard let (file, bytes) = write(picture, size) else {
                return (PictureExchange.Answer(refused: .broken), [])
            }
            answer.files.append(file)
            parts.append(bytes)
        }
        return (answer, parts)
    }

    /// Smaller and smaller, where it does not get short enough otherwise.
    private static func write(
        _ picture: UnsafeMutableRawPointer, _ size: PictureExchange.Size
    ) -> (PictureExchange.File, [UInt8])? {
        var longest = size.longestSide
        while longest >= 64 {
            var file = picture_file()
            let written = picture_write(
                picture, Int32(longest), Int32(size.quality), size.mostBytes ?? 0, &file)
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

    private static func refusal(_ answer: picture_answer) -> PictureExchange.Answer? {
        switch answer {
        case picture_ok: nil
        case picture_not_one: PictureExchange.Answer(refused: .notAPicture)
        case picture_too_large: PictureExchange.Answer(refused: .tooManyPixels)
        default: PictureExchange.Answer(refused: .broken)
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
