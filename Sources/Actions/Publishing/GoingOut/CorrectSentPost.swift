import Foundation
import Governance
import Platforms
import Store

extension Organisation {
    /// Puts the corrected words in the place of those that are out. Done twice it is the same, so nothing is looked for.
    func correct(
        _ taken: TakenDispatch, _ known: Connection, _ network: any NetworkConnection
    ) async throws -> SendPost.Outcome {
        guard let out = try await corrected(taken, known) else {
            return try await giveUp(taken, why: "The account is connected as another now")
        }
        guard try await changesOnlyWhatCanBe(taken) else {
            return try await giveUp(
                taken, why: "Descriptions and links of what is out cannot be changed there by a program")
        }
        guard let post = try await begin(taken, by: known) else { return .dropped }
        try await network.edit(out.id, to: post) { try await requireStillGoesOut(taken, prepared: $0) }
        return try await noteOut(taken, out, known)
    }

    /// Whether it takes the place of what is out.
    func corrects(_ taken: TakenDispatch) async throws -> Bool {
        try await look(by: .schedule) { tx in
            try tx.placement(taken.dispatch.placement).corrects != nil
        }
    }

    /// Descriptions can be changed on Mastodon and on a website; a link is part of the words there.
    private func changesOnlyWhatCanBe(_ taken: TakenDispatch) async throws -> Bool {
        try await look(by: .schedule) { tx in
            let new = try tx.placement(taken.dispatch.placement)
            let network = new.account.network
            guard network != .mastodon, network != .website, let old = try new.corrects.map({ try tx.placement($0) })
            else { return true }
            return old.draft.media.map(\.alt) == new.draft.media.map(\.alt) && old.draft.links == new.draft.links
        }
    }

    /// What it takes the place of, as the network knows it; nil when that went out by another connection.
    private func corrected(_ taken: TakenDispatch, _ connection: Connection) async throws -> Published? {
        try await look(by: .schedule) { tx -> Published? in
            guard let old = try tx.placement(taken.dispatch.placement).corrects,
                let id = try tx.networkID(of: old, by: connection)
            else { return nil }
            return Published(id: id, address: try tx.proof(of: old)?.address ?? "", repliesAreClosed: true)
        }
    }
}
