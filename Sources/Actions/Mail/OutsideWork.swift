import Governance
import Platforms

/// Everything of one organisation that waits for servers elsewhere and is due: mails, and questions to the provider.
/// Bounded, so that the next organisation has its turn.
package struct OutsideWork: Sendable {
    private static let mostMails = 50
    /// So long it may take over mails at one go.
    private static let longest: Duration = .seconds(60)

    package init() {}

    package func perform(in organisation: Organisation) async throws {
        try await GatherMail().perform(in: organisation)
        let end = ContinuousClock.now + Self.longest
        sending: for _ in 0..<Self.mostMails {
            switch try await SendMail().sending(in: organisation) {
            case .nothingDue, .failed(.away), .failed(.setUp): break sending
            case .sent, .failed: break
            }
            guard ContinuousClock.now < end else { break }
        }
        try await CheckDueWithProvider().perform(in: organisation)
    }
}
