/// Runs each cell once, whoever asks first, and keeps what came of it.
actor DutyLedger {
    static let shared = DutyLedger()

    private var running: [String: Task<Result<Sighting, any Error>, Never>] = [:]

    func outcome(of cell: DutyCell) async -> Result<Sighting, any Error> {
        let key = "\(cell.duty) \(cell.paper.rawValue)"
        if let task = running[key] { return await task.value }
        let task = Task { () -> Result<Sighting, any Error> in
            do { return .success(try await cell.exercise(cell.paper)) } catch { return .failure(error) }
        }
        running[key] = task
        return await task.value
    }
}
