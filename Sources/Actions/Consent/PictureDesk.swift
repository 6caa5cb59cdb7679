import Foundation
import Governance
import Pictures

/// Prepares pictures one after the other, so that a class full of phones takes no more of the machine than one.
package actor PictureDesk {
    /// More would wait for minutes.
    private static let mostWaiting = 60

    private let program: PictureProgram
    private var waiting = 0
    private var last: Task<Void, Never>?

    package init(_ program: PictureProgram = PictureProgram()) { self.program = program }

    /// Throws `ActionError` with a sentence for whoever brought the file.
    func prepare(_ bytes: [UInt8]) async throws -> PreparedPicture {
        guard waiting < Self.mostWaiting else {
            throw ActionError.conflict("Many pictures are being prepared now. Try again in a minute; nothing is lost")
        }
        waiting += 1
        defer { waiting -= 1 }
        let before = last
        let program = program
        let work = Task {
            await before?.value
            return try await program.prepare(bytes, sizes: StoredPicture.Size.allCases.map(\.order))
        }
        last = Task { _ = try? await work.value }
        do { return try await work.value } catch let trouble as PictureTrouble { throw trouble.forWhoeverBroughtIt }
    }
}

extension StoredPicture.Size {
    /// What is asked of the program; the bytes of `post` are those of the network that takes the least.
    fileprivate var order: PictureExchange.Size {
        switch self {
        case .full: PictureExchange.Size(name: rawValue, longestSide: longestSide, quality: 88)
        case .post: PictureExchange.Size(name: rawValue, longestSide: longestSide, quality: 85, mostBytes: 950_000)
        case .thumbnail: PictureExchange.Size(name: rawValue, longestSide: longestSide, quality: 80)
        }
    }
}

extension PictureTrouble {
    fileprivate var forWhoeverBroughtIt: ActionError {
        switch self {
        case .refused(.notAPicture):
            .invalid(
                "pictures", "This file is no picture that can be shown. Use a JPEG, PNG, WebP, GIF or HEIC picture")
        case .refused(.tooManyPixels):
            .invalid("pictures", "This picture has more than 100 million pixels. Make it smaller, or take it again")
        case .refused(.broken):
            .invalid("pictures", "This picture cannot be read to its end. It may be cut off: send it again")
        case .noProgram:
            .conflict(
                "Pictures cannot be prepared: the program chaperone-pictures is not there. Tell whoever looks after the "
                    + "machine")
        }
    }
}
