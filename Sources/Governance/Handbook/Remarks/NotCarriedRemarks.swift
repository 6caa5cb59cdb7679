import Foundation

extension Policy {
    /// One remark a room: the sections that wait for it.
    func notCarriedRemarks() -> [FoundRemark] {
        Room.allCases.compactMap { room in
            var sections: [String] = []
            for clause in clauses where clause.waits(for: room) && sections.last != clause.at {
                sections.append(clause.at)
            }
            guard !sections.isEmpty else { return nil }
            let count = sections.count == 1 ? "One section is" : "\(sections.count) sections are"
            return FoundRemark(
                .notCarriedYet,
                "\(count) not carried yet, or not wholly, and wait for the room \(room.rawValue.capitalized): "
                    + "\(sections.joined(separator: ", ")).")
        }
    }
}

extension Clause {
    fileprivate func waits(for room: Room) -> Bool {
        carriers.contains { if case .notYet(room, _, _) = $0 { true } else { false } }
    }
}
