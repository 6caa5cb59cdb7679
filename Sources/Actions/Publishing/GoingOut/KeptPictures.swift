import Foundation
import Governance
import Pictures
import Platforms
import Store

/// The pictures and films of a placement as they go out: turned upright, without what their files knew, in full for a
/// website, for every other network in the size that most of them take, and smaller where the server that is connected says
/// that it takes less; where the network takes no picture of such a shape, whole on a white ground.
struct KeptPictures: Sendable {
    let placement: Placement
    let connection: Connection
    let organisation: Organisation

    init(of placement: Placement, for connection: Connection, in organisation: Organisation) {
        self.placement = placement
        self.connection = connection
        self.organisation = organisation
    }

    /// In the order in which the post shows them. Throws `MissingPictures` where one of them cannot be had, as when it was
    /// destroyed since: then none is sent.
    func all() async throws -> [OutgoingPicture] {
        var pictures: [OutgoingPicture] = []
        for medium in placement.draft.media {
            guard var picture = try await picture(of: medium) else { throw MissingPictures() }
            if connection.capabilities.needsPublicPicture {
                picture.address = try await organisation.address(of: Identifier(medium.id), in: placement)
            }
            pictures.append(picture)
        }
        return pictures
    }

    /// What each is said to show, without its bytes: all that a correction changes.
    var descriptions: [OutgoingPicture] {
        placement.draft.media.map { medium in
            OutgoingPicture(
                bytes: Data(), mediaType: medium.kind == .photo ? "image/jpeg" : "video/mp4", alt: medium.alt ?? "",
                width: 0, height: 0)
        }
    }

    /// One of them; nil when it cannot be had. Throws `MissingPictures` for a film that the network does not take.
    func picture(of medium: Medium) async throws -> OutgoingPicture? {
        guard medium.kind == .photo else { return try await film(of: medium) }
        let sizes: [StoredPicture.Size] = placement.account.network == .website ? [.full, .post] : [.post]
        var smallest: (PictureFile, [UInt8])?
        for size in sizes {
            guard let (file, bytes) = try await kept(size, of: medium) else { return nil }
            if fits(file) { return outgoing(medium, bytes, file.mediaType, file.width, file.height) }
            smallest = (file, bytes)
        }
        guard let (file, bytes) = smallest,
            let scaled = try await scaled(bytes, of: file)
        else { return nil }
        guard shape?.fits(width: scaled.width, height: scaled.height) ?? true else {
            throw MissingPictures(says: "\(placement.account.network.title) takes no picture of this shape")
        }
        return outgoing(medium, scaled.bytes, "image/jpeg", scaled.width, scaled.height)
    }

    /// Throws a trouble that passes where the decoder has too much to do or is ended from outside, `MissingPictures` where
    /// the machine cannot decode at all, and nil where it cannot do this one.
    private func scaled(_ bytes: [UInt8], of file: PictureFile) async throws -> PreparedPicture.File? {
        do {
            return try await organisation.installation.pictures.scale(
                bytes, longestSide: longestSide(of: file), mostBytes: limits.pictureBytes, shape: shape,
                of: organisation.slug)
        } catch let busy as PicturesBusy {
            throw NetworkTrouble.notAskedYet(busy.says)
        } catch PictureTrouble.endedFromOutside {
            throw NetworkTrouble.notAskedYet("The machine ended the program that prepares pictures")
        } catch let trouble as PictureTrouble {
            guard case .conflict(let says) = trouble.forWhoeverBroughtIt else { return nil }
            throw MissingPictures(says: says)
        }
    }

    private var limits: PostLimits { connection.capabilities.limits }

    /// What the network takes by its documentation, where the account was looked at before shapes were known here.
    private var shape: PictureShape? {
        limits.pictureShape ?? placement.account.network.stated?.limits.pictureShape
    }

    private func fits(_ file: PictureFile) -> Bool {
        file.bytes <= limits.pictureBytes ?? .max && file.width * file.height <= limits.picturePixels ?? .max
            && shape?.fits(width: file.width, height: file.height) ?? true
    }

    /// Of the largest picture of this shape that has no more pixels than the server takes.
    private func longestSide(of file: PictureFile) -> Int {
        let longest = min(max(file.width, file.height), shape?.mostWidth ?? .max)
        guard let most = limits.picturePixels, file.width * file.height > most else { return longest }
        return max(1, Int(Double(longest) * (Double(most) / Double(file.width * file.height)).squareRoot()))
    }

    private func film(of medium: Medium) async throws -> OutgoingPicture? {
        let network = placement.account.network.title
        guard let taken = connection.capabilities.film else {
            throw MissingPictures(says: "A film cannot be sent to \(network) by the program")
        }
        guard
            let file = try await organisation.database.file(
                of: Identifier(medium.id), post: placement.post, size: .film),
            let key = try await organisation.pictureKey()
        else { return nil }
        guard file.mediaType == "video/mp4" else {
            throw MissingPictures(says: "\(network) takes no film of this kind: save it as MP4")
        }
        guard file.bytes <= taken.bytes ?? .max else {
            throw MissingPictures(says: "\(network) takes no film as large as this one: make it shorter")
        }
        let pieces = try organisation.pictureFolder.film(file.file, key: key)
        var bytes = Data(capacity: file.bytes)
        for number in 0..<(file.bytes + SealedPieces.pieceBytes - 1) / SealedPieces.pieceBytes {
            bytes += try pieces.piece(number, ofLength: file.bytes)
        }
        return OutgoingPicture(
            bytes: bytes, mediaType: file.mediaType, alt: medium.alt ?? "", width: file.width, height: file.height)
    }

    private func kept(_ size: StoredPicture.Size, of medium: Medium) async throws -> (PictureFile, [UInt8])? {
        guard let key = try await organisation.pictureKey(),
            let file = try await organisation.database.file(
                of: Identifier(medium.id), post: placement.post, size: size)
        else { return nil }
        return (file, try organisation.pictureFolder.bytes(of: file.file, key: key))
    }

    private func outgoing(
        _ medium: Medium, _ bytes: [UInt8], _ type: String, _ width: Int, _ height: Int
    ) -> OutgoingPicture {
        OutgoingPicture(bytes: Data(bytes), mediaType: type, alt: medium.alt ?? "", width: width, height: height)
    }
}
