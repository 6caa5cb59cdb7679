import Crypto
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

extension Organisation {
    /// Checks a proof and keeps its screenshot, before any row says that there is one.
    func keep(_ given: ProofGiven, noteIsEnough: Bool = false) throws -> Proof {
        var proof = Proof()
        if let address = given.address.map(trimmed), !address.isEmpty { proof.address = try checked(address) }
        if let bytes = given.screenshot, !bytes.isEmpty { proof.screenshot = try kept(bytes) }
        if let note = given.note.map(trimmed), !note.isEmpty { proof.note = String(note.prefix(500)) }
        guard proof.address != nil || proof.screenshot != nil || (noteIsEnough && proof.note != nil) else {
            throw ActionError.invalid("proof", "Paste the address of the post, or attach a screenshot")
        }
        return proof
    }

    /// The bytes of a screenshot that was kept.
    package func screenshot(_ screenshot: Proof.Screenshot) throws -> [UInt8] {
        guard let bytes = try? Data(contentsOf: proofs.appendingPathComponent(screenshot.file)) else {
            throw ActionError.notFound
        }
        return [UInt8](bytes)
    }

    /// Removes a screenshot that no row speaks of.
    func discard(_ proof: Proof) {
        guard let file = proof.screenshot?.file else { return }
        try? FileManager.default.removeItem(at: proofs.appendingPathComponent(file))
    }

    private var proofs: URL { database.folder.appendingPathComponent("proofs") }

    private func checked(_ address: String) throws -> String {
        guard address.utf8.count <= 2_000, let parts = URLComponents(string: address),
            ["http", "https"].contains(parts.scheme?.lowercased()), let host = parts.host, host.contains("."),
            parts.user == nil, parts.password == nil
        else {
            throw ActionError.invalid("address", "Paste the whole address of the post, beginning with https://")
        }
        return address
    }

    private func kept(_ bytes: [UInt8]) throws -> Proof.Screenshot {
        guard bytes.count <= ProofGiven.mostBytes else {
            throw ActionError.invalid("screenshot", "This picture is larger than 8 MB. Attach a smaller one")
        }
        guard let kind = PictureKind(firstBytes: bytes) else {
            throw ActionError.invalid("screenshot", "Attach a PNG or JPEG picture")
        }
        let data = Data(bytes)
        let file = "\(installation.randomness.secret()).\(kind.rawValue)"
        try FileManager.default.createDirectory(
            at: proofs, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try data.write(to: proofs.appendingPathComponent(file), options: .atomic)
        let digest = SHA256.hash(data: data).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        return Proof.Screenshot(file: file, kind: kind, digest: digest.joined())
    }
}
