import Foundation
import Governance
import Store

extension WriteTransaction {
    /// Says who signs in as a member of staff who leaves the roll, where nobody has said it: whoever has the e-mail address
    /// that the roll has. What they run is handed over then, so that whoever takes them off keeps the roll wherever they
    /// have or had a role; else an administrator is asked.
    ///
    /// - Returns: the event; nil where it was known, nobody has that address, or it is not for whoever acts to say.
    func linkLeaver(_ entry: RollEntry) throws -> Event? {
        guard entry.person.kind == .staff, try user(of: entry.id) == nil, let email = entry.person.email,
            let user = try user(email: foldedEmail(email)), user.endedAt == nil, try person(of: user.id) == nil,
            try schoolsEver(of: user.id).allSatisfy(
                authority().reach(as: rollKeepers, among: schools().map(\.id)).contains)
        else { return nil }
        return try linked(entry.id, to: user.id)
    }
}

extension Organisation {
    /// What those leave to be done who come off the roll. An administrator is asked where only a name says that somebody
    /// who signs in may be one of them: the whole name, or the family name of somebody who would leave something behind.
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
        let keeping = try tx.usersWhoKeepSomething()
        let unlinked = try tx.activeUsers().filter { try tx.person(of: $0.id) == nil }.map { user in
            Unlinked(user, keeps: keeping.contains(user.id))
        }
        return tasks + unknown.compactMap { asking(about: $0, among: unlinked, tx) }
    }

    private func asking(
        about entry: RollEntry, among users: [Unlinked], _ tx: WriteTransaction
    ) -> TaskChange? {
        let person = entry.person
        let rule: String
        if let email = person.email, users.contains(where: { $0.email == foldedEmail(email) }) {
            rule =
                "\(person.shortName) came off the roll, and somebody signs in with their e-mail address. Is it the same "
                + "person?"
        } else if users.contains(where: { $0.hasName(of: person) }) {
            rule = "\(person.shortName) came off the roll, and somebody of that name signs in. Is it the same person?"
        } else if let user = users.first(where: { $0.keeps && $0.hasFamilyName(of: person) }) {
            rule =
                "\(person.shortName) came off the roll, and \(user.name), who signs in and runs an account, a group or a "
                + "post, has the same family name. Is it the same person?"
        } else {
            return nil
        }
        return .open(
            NewTask(
                .findLeaversUser, RecordSubject(.person, entry.id), for: .role(.administrator, at: nil),
                due: tx.now + 86_400, rule: rule))
    }
}

/// Somebody who signs in, and of whom nobody has said who they are on the roll.
private struct Unlinked {
    let name: String
    let email: String
    /// Whether they run an account, answer for a group of staff or keep a post.
    let keeps: Bool
    private let words: [String]

    init(_ user: User, keeps: Bool) {
        name = user.name
        email = user.email
        self.keeps = keeps
        words = foldedWords(user.name)
    }

    func hasName(of person: Person) -> Bool {
        [person.given, person.preferred].compactMap(\.self).contains { foldedWords("\($0) \(person.family)") == words }
    }

    /// Either may have one more family name than the other, as after a wedding.
    func hasFamilyName(of person: Person) -> Bool {
        let (mine, theirs) = (Set(words.dropFirst()), Set(foldedWords(person.family)))
        guard !mine.isEmpty, !theirs.isEmpty else { return false }
        return mine.isSubset(of: theirs) || theirs.isSubset(of: mine)
    }
}

/// The words of a name, of a double-barrelled one each, as far as spelling tells people apart.
private func foldedWords(_ name: String) -> [String] {
    name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        .split { $0.isWhitespace || $0 == "-" || $0 == "\u{2010}" || $0 == "\u{2011}" }.map(String.init)
}
