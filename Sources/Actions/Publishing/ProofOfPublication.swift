import Foundation
import Governance
import Store

/// What a person brings to prove that something is on a network, or gone from it.
package struct ProofGiven: Sendable {
    package var address: String?
    /// The bytes of a screenshot, as they came.
    package var screenshot: [UInt8]?
    package var note: String?

    package init(address: String? = nil, screenshot: [UInt8]? = nil, note: String? = nil) {
        self.address = address
        self.screenshot = screenshot
        self.note = note
    }

    /// The largest screenshot that is kept.
    package static let mostBytes = 8 * 1_024 * 1_024
}

extension Proof {
    /// Throws when the address is not one of the network's own.
    func requireAddress(on network: Network) throws {
        guard let host = address.flatMap({ URLComponents(string: $0)?.host }), !network.isAt(host: host) else { return }
        throw ActionError.invalid(
            "address",
            "This is not an address of \(network.title). Paste the one the post has on \(network.hosts.first ?? "it")")
    }
}

/// A proof that was looked at, with the picture that is kept beside it.
struct CheckedProof: Sendable {
    let proof: Proof
    let picture: ScreenshotFile?

    /// - Parameters:
    ///   - says: what is wrong when nothing proves it.
    ///   - sentenceIsEnough: where neither an address nor a picture can be had.
    ///   - mayShow: false: a screenshot would be a copy of what must not exist, and is refused.
    init(_ given: ProofGiven, without says: String, sentenceIsEnough: Bool = false, mayShow: Bool = true) throws {
        guard mayShow || given.screenshot?.isEmpty ?? true else { throw Self.mayNotShow }
        var proof = Proof()
        if let address = given.address.map(trimmed), !address.isEmpty { proof.address = try Self.checked(address) }
        if let note = given.note.map(trimmed), !note.isEmpty { proof.note = String(note.prefix(500)) }
        picture = try given.screenshot.flatMap { try $0.isEmpty ? nil : Self.checked($0) }
        proof.screenshot = picture.map { Proof.Screenshot(kind: $0.kind, digest: Self.digest(of: $0.bytes)) }
        guard proof.address != nil || proof.screenshot != nil || (sentenceIsEnough && Self.isSentence(proof.note))
        else {
            throw ActionError.invalid("proof", says)
        }
        self.proof = proof
    }

    static let mayNotShow = ActionError.invalid(
        "screenshot",
        "A picture in this post must not exist, so no screenshot of it is kept. Delete yours, and say in a sentence "
            + "what you see there")

    /// A word such as "gone" says nothing that one could look up again.
    private static func isSentence(_ note: String?) -> Bool {
        (note?.split(whereSeparator: \.isWhitespace).count ?? 0) >= 3
    }

    private static func checked(_ address: String) throws -> String {
        guard address.utf8.count <= 2_000, let parts = URLComponents(string: address),
            ["http", "https"].contains(parts.scheme?.lowercased()), let host = parts.host, host.contains("."),
            parts.user == nil, parts.password == nil
        else {
            throw ActionError.invalid("address", "Paste the whole address of the post, beginning with https://")
        }
        guard parts.path.count > 1 || parts.query != nil || parts.fragment != nil else {
            throw ActionError.invalid(
                "address", "This is the network's front page. Paste the address of the post itself")
        }
        return address
    }

    private static func checked(_ bytes: [UInt8]) throws -> ScreenshotFile {
        guard bytes.count <= ProofGiven.mostBytes else {
            throw ActionError.invalid("screenshot", "This picture is larger than 8 MB. Attach a smaller one")
        }
        guard let picture = ScreenshotFile(bytes) else {
            throw ActionError.invalid(
                "screenshot", "This is no whole PNG or JPEG picture. Take the screenshot again and attach it")
        }
        return picture
    }

    private static func digest(of bytes: [UInt8]) -> String { ProofPicture.digest(of: Data(bytes)) }
}
