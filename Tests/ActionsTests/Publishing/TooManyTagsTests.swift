import Foundation
import Governance
import Testing

@testable import Actions

@Suite("Hashtags and mentions for Instagram") struct TooManyTagsTests {
    @Test(
        "beyond what it takes are said before the post is sent for approval",
        arguments: [
            ("#", 31, "takes at most 30 hashtags in a post, and this has 31"), ("@", 21, "at most 20 mentions"),
        ])
    func said(sign: String, number: Int, sentence: String) async throws {
        let room = try await PostRoom("LLT")
        let tags = { (number: Int) in (0..<number).map { "\(sign)boat\($0)" }.joined(separator: " ") }
        let post = try await room.start(room.draft(tags(number)))
        let error = await #expect(throws: ActionError.self) { try await room.send(post) }
        guard case .invalid(let problems)? = error else { return #expect(Bool(false), "no sentence") }
        #expect(problems.map(\.field) == ["text"] && problems[0].says.contains(sentence), "\(problems)")
    }
}
