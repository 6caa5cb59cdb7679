import Foundation
import Store

extension Installation {
    /// Where people reach the installation; nil while nobody said.
    package func publicAddress() async throws -> String? { try await database.publicAddress() }

    /// What set-up has been told so far, in the words of its pages.
    package func setUpAnswers() async throws -> Data? { try await database.setUpAnswers() }

    package func keepSetUpAnswers(_ answers: Data) async throws { try await database.keepSetUpAnswers(answers) }
}
