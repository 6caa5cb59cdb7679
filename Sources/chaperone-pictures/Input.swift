import Foundation
import Pictures

/// What stands on standard input: the head of a request, and a file, which is kept in memory once.
enum Input {
    /// A film, and what else may stand in a request.
    private static let mostBytes = 512 << 20

    /// Nil when it is not what it should be.
    static func all() throws -> (PictureExchange.Request, UnsafeMutableBufferPointer<UInt8>)? {
        var first: [UInt8] = []
        while !first.contains(0x0A), first.count < 65_536 {
            guard let some = try FileHandle.standardInput.read(upToCount: 65_536), !some.isEmpty else { return nil }
            first += some
        }
        guard let (request, rest) = PictureExchange.head(PictureExchange.Request.self, of: first),
            request.length > 0, request.length <= mostBytes, first.count - rest <= request.length
        else { return nil }
        let file = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: request.length)
        var filled = first.count - rest
        _ = file[..<filled].update(fromContentsOf: first[rest...])
        while filled < request.length {
            guard let base = file.baseAddress else { return nil }
            let got = read(STDIN_FILENO, base + filled, request.length - filled)
            guard got > 0 else { return nil }
            filled += got
        }
        return (request, file)
    }
}
