import Foundation
import Governance
import Store

extension WriteTransaction {
    /// Says who signs in as a member of staff who leaves the roll, where nobody has said it: whoever has the e-mail address
    /// that the roll has.
    ///
    /// - Returns: the event; nil where it was known, or nobody has that address.
    func linkLeaver(_ entry: RollEntry) throws -> Event? {
        guard entry.person.kind == .staff, try user(of: entry.id) == nil, let email = entry.person.email,
            let user = try user(email: foldedEmail(email)), user.endedAt == nil, try person(of: user.id) == nil
        else { return nil }
        return try linked(entry.id, to: user.id)
    }
}

extension Organisation {
    /// What those leave to be done who come off the roll. An administrator is asked where only a name says that somebody
    /// who signs in may be one of them.
    func tasks(ofLeaving entries: [RollEntry], _ tx: WriteTransaction) throws -> [TaskChange] {
        var unknown: [RollEntry] = []
        var tasks: [TaskChange] = []
        for entry in entries where entry.person.kind == .staff {
            if let user = try tx.user(of: entry.id) {
                tasks += try self.tasks(ofLeaver: user, tx)
            } else {
                unknown.append(entry)
            }
        }
        guard !unknown.isEmpty else { return tasks }
        let names = Set(try tx.activeUsers().filter { try tx.person(of: $0.id) == nil }.map { folded($0.name) })
        return tasks
            + unknown.filter { !names.isDisjoint(with: $0.person.fullNames.map(folded)) }.map { entry in
                .open(
                    NewTask(
                        .findLeaversUser, RecordSubject(.person, entry.id), for: .role(.administrator, at: nil),
                        due: tx.now + 86_400,
                        rule:
                            "\(entry.person.shortName) came off the roll, and somebody of that name signs in. Is it the "
                            + "same person?"))
            }
    }

    private func folded(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Person {
    /// As they may have been entered among those who sign in.
    fileprivate var fullNames: [String] { [given, preferred].compactMap(\.self).map { "\($0) \(family)" } }
}
