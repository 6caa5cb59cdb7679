import Foundation
import Governance
import Reading
import Testing

@testable import Actions

@Suite("Who is known to have left") struct LeaverSourcesTests {
    @Test("someone whom an import takes off the roll hands over the same day, and no more once they are back on it")
    func imported() async throws {
        let school = try await AccountSchool("LLT")
        let account = try await school.opened()
        _ = try await school.rolled(school.lead)
        let others = listHeading + "S9,staff,Nora,Page,,quay,\n"
        _ = try await school.organisation.bring(others, leavers: .all, isSure: true)
        #expect(
            try await school.tasks(school.admin).contains {
                $0.kind == .handOverAccount && $0.subject.id == account.text
            })
        #expect(try await school.tasks(school.lead).contains { $0.kind == .acknowledgeLeaving })
        _ = try await school.organisation.bring(
            others + "S-\(school.lead.text),staff,Priya,Nair,,quay,\n", isSure: true)
        #expect(try await school.tasks(school.admin).allSatisfy { $0.kind != .handOverAccount })
        #expect(try await school.tasks(school.lead).allSatisfy { $0.kind != .acknowledgeLeaving })
    }
}
