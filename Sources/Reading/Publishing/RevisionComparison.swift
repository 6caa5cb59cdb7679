import GRDB
import Governance
import Store

/// What changed from one revision of a post to another.
package struct RevisionComparison: Sendable, Equatable {
    package let old: Revision
    package let new: Revision
    package let text: WordDiff
    /// Texts that one account has for itself, where they differ.
    package let places: [Place]
    package let linksAdded: [String]
    package let linksRemoved: [String]

    package struct Place: Sendable, Equatable {
        package let account: String
        package let change: Change
        package enum Change: Sendable, Equatable {
            case added, removed
            case text(WordDiff)
            case time, pictures
        }
    }
}

extension OrganisationDatabase {
    /// Nil when one of the revisions does not exist.
    package func comparison(
        of post: Identifier<Post>, _ old: Int, _ new: Int
    ) async throws -> RevisionComparison? {
        try await read { db in
            let revision = { (number: Int) in
                try Row.fetchOne(
                    db, sql: "SELECT \(Revision.columns) FROM revision WHERE post = ? AND number = ?",
                    arguments: [post.text, number]
                ).map(Revision.init)
            }
            guard let old = try revision(old), let new = try revision(new) else { return nil }
            let names = Dictionary(
                try Row.fetchAll(db, sql: "SELECT id, name FROM account").map {
                    (Identifier<PostingAccount>($0[0]), $0[1] as String)
                }, uniquingKeysWith: { first, _ in first })
            return RevisionComparison(
                old: old, new: new, text: WordDiff(from: old.content.text, to: new.content.text),
                places: places(old.content, new.content, names: names),
                linksAdded: new.content.links.filter { !old.content.links.contains($0) },
                linksRemoved: old.content.links.filter { !new.content.links.contains($0) })
        }
    }
}

private func places(
    _ old: PostDraft, _ new: PostDraft, names: [Identifier<PostingAccount>: String]
) -> [RevisionComparison.Place] {
    var changes: [RevisionComparison.Place] = []
    for place in new.places {
        let name = names[place.account] ?? "An account"
        guard let before = old.places.first(where: { $0.account == place.account }) else {
            changes.append(.init(account: name, change: .added))
            continue
        }
        if place.text != before.text {
            let diff = WordDiff(from: before.text ?? old.text, to: place.text ?? new.text)
            changes.append(.init(account: name, change: .text(diff)))
        }
        if (place.publishAt ?? new.publishAt) != (before.publishAt ?? old.publishAt) {
            changes.append(.init(account: name, change: .time))
        }
        if new.pictures(at: place).map(\.picture) != old.pictures(at: before).map(\.picture) {
            changes.append(.init(account: name, change: .pictures))
        }
    }
    for place in old.places where !new.places.contains(where: { $0.account == place.account }) {
        changes.append(.init(account: names[place.account] ?? "An account", change: .removed))
    }
    return changes
}
