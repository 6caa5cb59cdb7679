import Governance
import PolicyFile
import PolicySeeds
import Testing

@Suite("Whoever says that they have read a policy is told") struct ToldAtAcknowledgement {
    private func told(_ paper: String, _ duty: String) throws -> Set<String> {
        let policy = try PolicyFile.read(#require(PolicySeeds.bytes(of: paper))).get().policy
        return Set(
            policy.clauses.filter { $0.duties.contains(duty) }.filter { clause in
                clause.carriers.contains { if case .told(.acknowledgement, _) = $0 { true } else { false } }
            }.map(\.at))
    }

    @Test(
        "that what they do may be checked (WAT-05), where each paper says it",
        arguments: [("LLT", "3.4"), ("DSAT", "11"), ("PEN", "Behaviour"), ("LINK", "8.1"), ("DHL", "Behaviour")])
    func checked(paper: String, section: String) throws {
        #expect(try told(paper, "WAT-05").contains(section))
    }

    @Test(
        "that they answer for what they post, like or share (CON-13), in the four papers that say it",
        arguments: [
            ("LLT", ["Appendix"]), ("DSAT", ["7", "8", "8.1"]), ("LINK", ["5.3", "5.5"]), ("DHL", ["Appendix"]),
        ])
    func answering(paper: String, sections: [String]) throws {
        #expect(try told(paper, "CON-13").isSuperset(of: sections))
    }
}
