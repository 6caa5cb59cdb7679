import Foundation
import Governance
import Pictures

/// Prepares pictures one after the other, so that a class full of phones takes no more of the machine than one. Each
/// organisation has its turn: one that brings a hundred holds up none that brings one.
package actor PictureTurns {
    /// Of one organisation; more would wait for minutes.
    private static let mostWaiting = 20

    private let program: PictureProgram
    private var isBusy = false
    private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]
    /// Those of whom one waits, next first.
    private var order: [String] = []

    package init(_ program: PictureProgram = PictureProgram()) { self.program = program }

    /// Throws `ActionError` with a sentence for whoever brought the file.
    func prepare(
        _ file: BroughtFile, of organisation: String,
        keepFilm: @Sendable @escaping ([UInt8]) async throws -> Void
    ) async throws -> PreparedPicture {
        do {
            try await turn(of: organisation)
            defer { next() }
            return try await program.prepare(
                file.toPrepare, sizes: StoredPicture.Size.still.map(\.order), keepFilm: keepFilm)
        } catch let busy as PicturesBusy { throw ActionError.conflict(busy.says) } catch let trouble as PictureTrouble {
            throw trouble.forWhoeverBroughtIt
        }
    }

    /// One that is kept, written smaller: no longer side than this, and no more bytes; on a white ground where its shape is
    /// none of these. Throws `PicturesBusy` and `PictureTrouble`.
    func scale(
        _ bytes: [UInt8], longestSide: Int, mostBytes: Int?, shape: PictureShape? = nil, of organisation: String
    ) async throws -> PreparedPicture.File? {
        try await turn(of: organisation)
        defer { next() }
        let size = PictureExchange.Size(
            name: "out", longestSide: longestSide, quality: 85, mostBytes: mostBytes, ground: shape?.ground)
        return try await program.prepare(bytes, sizes: [size]).files.first
    }

    private func turn(of organisation: String) async throws {
        guard isBusy else {
            isBusy = true
            return
        }
        guard waiting[organisation, default: []].count < Self.mostWaiting else {
            throw PicturesBusy()
        }
        await withCheckedContinuation { waits in
            if waiting[organisation] == nil { order.append(organisation) }
            waiting[organisation, default: []].append(waits)
        }
    }

    /// Whose turn it is now; the organisation goes to the end if more of it waits.
    private func next() {
        guard !order.isEmpty else {
            isBusy = false
            return
        }
        let organisation = order.removeFirst()
        var queue = waiting[organisation] ?? []
        let first = queue.isEmpty ? nil : queue.removeFirst()
        waiting[organisation] = queue.isEmpty ? nil : queue
        if !queue.isEmpty { order.append(organisation) }
        first?.resume()
    }
}

extension PictureShape {
    fileprivate var ground: PictureExchange.Ground {
        PictureExchange.Ground(
            narrowest: (narrowest.width, narrowest.height), widest: (widest.width, widest.height),
            leastWidth: leastWidth)
    }
}

extension StoredPicture.Size {
    /// What is asked of the program; the bytes of `post` are those of the network that takes the least.
    fileprivate var order: PictureExchange.Size {
        switch self {
        case .full, .film: PictureExchange.Size(name: rawValue, longestSide: longestSide, quality: 88)
        case .post: PictureExchange.Size(name: rawValue, longestSide: longestSide, quality: 85, mostBytes: 950_000)
        case .thumbnail: PictureExchange.Size(name: rawValue, longestSide: longestSide, quality: 80)
        }
    }
}

/// Too many pictures of one organisation wait already.
struct PicturesBusy: Error {
    let says = "Many pictures of your school are being prepared now. Try again in a moment; nothing is lost"
}

extension PictureTrouble {
    var forWhoeverBroughtIt: ActionError {
        switch self {
        case .refused(.notAPicture):
            .invalid(
                "pictures",
                "This file is no picture or film that can be shown. Use a JPEG, PNG, WebP, GIF or HEIC picture, or an MP4, "
                    + "MOV or WebM film")
        case .refused(.tooManyPixels):
            .invalid("pictures", "This picture has more than 100 million pixels. Make it smaller, or take it again")
        case .refused(.unpacksTooFar):
            .invalid(
                "pictures",
                "This file would unpack to far more than it holds, as no camera’s picture does. Send the picture as it was "
                    + "taken")
        case .refused(.tooManyBytes):
            .invalid("pictures", "This picture is larger than 40 MB. Make it smaller, or take it again")
        case .refused(.filmTooLarge):
            .invalid("pictures", "This film is larger than 4K. Film in 1080p or 4K, and send it again")
        case .refused(.filmTooLong):
            .invalid("pictures", "This film runs for more than ten minutes. Cut it shorter, and send it again")
        case .refused(.filmOtherCoding):
            .invalid(
                "pictures",
                "This film would not play in every browser. Save it as MP4, as phones do, and send it again")
        case .refused(.broken):
            .invalid("pictures", "This file cannot be read to its end. It may be cut off: send it again")
        case .noProgram:
            .conflict(
                "Pictures cannot be prepared: the program chaperone-pictures is not there. Tell whoever looks after the "
                    + "machine")
        case .notConfined:
            .conflict(
                "Pictures cannot be prepared: the program chaperone-pictures cannot shut itself in on this machine. Tell "
                    + "whoever looks after the machine")
        case .otherVersion:
            .conflict(
                "Pictures cannot be prepared: the program chaperone-pictures is of another version than this one. Tell "
                    + "whoever looks after the machine")
        case .endedFromOutside:
            .conflict(
                "It was not prepared: the machine ended the program that prepares pictures. Send it again; nothing is lost. "
                    + "If that does not help, tell whoever looks after the machine")
        }
    }
}
