import Governance
import Store

/// Says who answers for a pupil, and by which address: adds a parent or carer, mends a name or an address, or takes somebody
/// off. Links to an address that is no longer theirs are dead at once; whoever was asked at it alone is asked anew. Of a
/// pupil who has left too: their parents get links as long as something that shows the child is out.
package struct ChangeParents: Sendable {
    package struct Line: Sendable, Equatable {
        /// The name on record; nil: they are new.
        package var was: String?
        package var name: String
        package var email: String
        package var relation: String
        /// They answer for this pupil no longer.
        package var ends: Bool

        package init(was: String? = nil, name: String, email: String, relation: String, ends: Bool = false) {
            self.was = was
            self.name = name
            self.email = email
            self.relation = relation
            self.ends = ends
        }
    }

    package var pupil: Identifier<Person>
    package var lines: [Line]

    package init(of pupil: Identifier<Person>, _ lines: [Line]) {
        self.pupil = pupil
        self.lines = lines
    }

    package func perform(in organisation: Organisation, by actor: Actor) async throws {
        let checked = try checked()
        try await organisation.change(by: actor) { tx in
            let entry = try tx.rollEntry(pupil)
            guard try tx.authority().holds(any: ConsentRoles.parentKeeping, at: tx.school(slug: entry.person.school))
            else {
                throw ActionError.notPermitted("Only the office or an administrator says who answers for whom")
            }
            guard entry.person.kind == .pupil else {
                throw ActionError.conflict("\(entry.person.shortName) is no pupil here")
            }
            let before = try tx.parents(of: pupil)
            for (place, line, parent) in checked {
                guard line.was.map({ was in before.contains { $0.name == was } }) ?? true else {
                    throw ActionError.conflict("Somebody else has changed this. Look at it again")
                }
                if !line.ends, parent.name != line.was,
                    let says = try trouble(withName: parent.name, was: line.was, among: before, tx)
                {
                    throw ActionError.invalid("name-\(place)", says)
                }
                if let was = line.was, line.ends || was != parent.name {
                    try tx.endParent(was, of: pupil, renamed: line.ends ? nil : parent.name)
                }
                if !line.ends { try tx.keep(parent, of: pupil) }
            }
            let after = try tx.parents(of: pupil)
            guard after != before else { return .unchanged }
            var changes = ConsentChanges(organisation, tx)
            changes.add(
                Event(
                    .parentsChanged, RecordSubject(.person, pupil), before: Self.recorded(before),
                    after: Self.recorded(after)))
            let dead = Set(before.compactMap(\.email)).subtracting(after.compactMap(\.email))
            for email in dead.sorted() {
                try tx.spendPictureLinks(of: email)
                try tx.dropPictureMails(to: email)
            }
            if !dead.isEmpty { try tx.forgetQuestion(at: dead, about: pupil) }
            try changes.askSoon()
            // where a family is one parent, a form that names nobody was theirs
            changes.recount(pupil)
            try changes.settle()
            return changes.recorded(())
        }
        try await organisation.noteDue()
    }

    /// Why nobody is to be called so now: what one parent answered would count as what another did.
    private func trouble(
        withName name: String, was: String?, among parents: [PupilParent], _ tx: WriteTransaction
    ) throws -> String? {
        if parents.contains(where: { $0.name == name }) {
            return "\(name) is on record already. Write the names so that they differ"
        }
        if let now = try tx.parent(onceCalled: name, of: pupil), now != was {
            return "\(now) was called \(name) here. Write the names so that they differ"
        }
        if was != nil, try tx.consentAnswers(of: pupil).contains(where: { $0.giver == .parent(name) }) {
            return "Somebody else answered as \(name). Write the names so that they differ"
        }
        return nil
    }

    /// What was typed, tidied; a new line that is left empty says nothing.
    private func checked() throws -> [(place: Int, line: Line, parent: PupilParent)] {
        var errors: [FieldError] = []
        var names: Set<String> = []
        var found: [(place: Int, line: Line, parent: PupilParent)] = []
        for (place, line) in lines.enumerated() {
            let name = trimmed(line.name)
            let email = foldedEmail(line.email)
            let relation = trimmed(line.relation)
            if line.was == nil, name.isEmpty, email.isEmpty { continue }
            if !line.ends {
                if name.isEmpty || name.count > 200 { errors.append(FieldError("name-\(place)", "Write their name")) }
                if !email.isEmpty, refusal(ofEmail: email) != nil {
                    errors.append(
                        FieldError("email-\(place)", "Enter an e-mail address such as name@family.example"))
                }
                if relation.count > 60 { errors.append(FieldError("relation-\(place)", "Shorten this")) }
                if !names.insert(name).inserted {
                    errors.append(FieldError("name-\(place)", "Somebody of this name is there already"))
                }
            }
            found.append(
                (
                    place, line,
                    PupilParent(
                        name: name, email: email.isEmpty ? nil : email, relation: relation.isEmpty ? nil : relation)
                ))
        }
        guard errors.isEmpty else { throw ActionError.invalid(errors) }
        return found
    }

    private static func recorded(_ parents: [PupilParent]) -> RecordValue {
        .list(
            parents.map { parent in
                var fields: [String: RecordValue] = ["name": .text(parent.name)]
                fields["email"] = parent.email.map(RecordValue.text)
                fields["relation"] = parent.relation.map(RecordValue.text)
                return .fields(fields)
            })
    }
}
