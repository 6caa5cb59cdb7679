import Governance

/// Everything of one organisation that waits for servers elsewhere and is due: mails, and questions to the provider.
/// Bounded, so that the next organisation has its turn.
package struct OutsideWork: Sendable {
    private static let mostMails = 50

    package init() {}

    package func perform(in organisation: Organisation) async throws {
        try await GatherMail().perform(in: organisation)
        for _ in 0..<Self.mostMails {
            guard try await SendMail().perform(in: organisation) else { break }
        }
        try await CheckDueWithProvider().perform(in: organisation)
    }
}
