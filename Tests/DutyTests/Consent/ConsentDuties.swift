import Testing

/// The cells of this room alone, to be run while one works at it; the table runs each of them once in any case.
@Suite("The duties of consent") struct ConsentDuties {
    @Test(
        "each holds under each paper that has it",
        arguments: doNotPublish + withdrawing + askedOnJoining + permission + objections)
    func holds(cell: DutyCell) async {
        if case .failure(let error) = await DutyLedger.shared.outcome(of: cell) {
            Issue.record("\(cell.testDescription): \(error)")
        }
    }
}
