import Foundation
import Governance
import Platforms
import Store

extension Organisation {
    static func joiningPurpose(_ account: Identifier<PostingAccount>, _ part: String) -> String {
        "joining:\(account.text):\(part)"
    }

    /// What whoever came back from the network may choose from, by its number and its name; empty for anybody else.
    package func joinable(
        _ account: Identifier<PostingAccount>, for user: Identifier<User>
    ) async throws -> [(id: String, name: String)] {
        try await choices(of: account, for: user)?.all.map { ($0.id, $0.name) } ?? []
    }

    func choices(
        of account: Identifier<PostingAccount>, for user: Identifier<User>?
    ) async throws -> (joining: Joining, all: [JoinableAccount])? {
        let since = clock.now - Joining.lasts
        guard let joining = try await database.joiningToChoose(account, since: since), joining.user == user,
            let sealed = joining.choices
        else { return nil }
        return (joining, try opened(sealed, for: Self.joiningPurpose(account, "choices")))
    }
}
