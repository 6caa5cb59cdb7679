import Crypto
import Foundation
import Governance
import Pictures
import Store

/// A file that somebody brought: in memory, or lying sealed in a file without a name while it is looked at.
package struct BroughtFile: Sendable {
    /// In bytes.
    package let length: Int
    /// By its number, from 0; nil after the last.
    let piece: @Sendable (Int) throws -> [UInt8]?

    package init(_ bytes: [UInt8]) {
        length = bytes.count
        piece = { $0 == 0 ? bytes : nil }
    }

    fileprivate init(_ pieces: SealedPieces, length: Int) {
        self.length = length
        piece = { number in
            number * SealedPieces.pieceBytes < length ? try pieces.piece(number, ofLength: length) : nil
        }
    }

    var toPrepare: FileToPrepare { FileToPrepare(length: length, piece: piece) }
}

/// A file that is arriving: what has come lies sealed on disk, under a key that is in memory alone, so that no picture lies
/// open anywhere and however long it is it takes no memory.
package struct ArrivingFile: Sendable {
    private var writer: SealedWriter

    package init(in installation: Installation) throws {
        writer = SealedWriter(try .passing(in: installation.database.data.appending(path: "arriving")))
    }

    package mutating func write(_ bytes: some Collection<UInt8>) throws { try writer.write(bytes) }

    package mutating func finish() throws -> BroughtFile {
        try writer.finish()
        return BroughtFile(writer.pieces, length: writer.length)
    }
}

/// A film on its way from the program that read it to its place, sealed piece by piece.
actor FilmKeeper {
    let name: String
    private let folder: PictureFolder
    private let key: SymmetricKey
    private var writer: SealedWriter?

    init(named name: String, in folder: PictureFolder, key: SymmetricKey) {
        self.name = name
        self.folder = folder
        self.key = key
    }

    func take(_ bytes: [UInt8]) throws {
        if writer == nil { writer = try folder.begin(name, key: key) }
        try writer?.write(bytes)
    }

    func finish() throws {
        guard var writer else { return }
        try folder.finish(&writer, named: name)
        self.writer = nil
    }

    func abandon() { folder.abandon(name) }
}
