import Foundation
import Governance
import Store

/// Carries out what a trial showed, in one transaction: all of it or nothing. When the roll has changed since, nothing.
package struct ConfirmImport: Sendable {
    /// What is to become of those who are not in the list any more.
    package enum Leavers: Sendable, Equatable {
        case stay
        case all
        case these(Set<Identifier<Person>>)
    }

    package var trial: ImportTrial
    package var staged: URL
    package var leavers: Leavers
    /// Staff with the e-mail address of a user are that user.
    package var linksUsers: Bool
    /// A list many times the roll is meant so.
    package var isSure: Bool
    /// The list is whole although much of the roll is not in it, so that all of those have left.
    package var isWhole: Bool

    package init(
        _ trial: ImportTrial, staged: URL, leavers: Leavers = .stay, linksUsers: Bool = false, isSure: Bool = false,
        isWhole: Bool = false
    ) {
        self.trial = trial
        self.staged = staged
        self.leavers = leavers
        self.linksUsers = linksUsers
        self.isSure = isSure
        self.isWhole = isWhole
    }

    /// - Returns: whether anything changed.
    @discardableResult
    package func perform(in organisation: Organisation, by actor: Actor) async throws -> Bool {
        guard let counts = trial.counts else { throw ActionError.conflict("Nothing has been tried yet") }
        if let times = trial.timesTheRoll, !isSure {
            throw ActionError.invalid("sure", "This list is \(times) times your roll. Say that it is the right one")
        }
        if trial.isPartOfRoll, leavers == .all, !isWhole {
            throw ActionError.invalid(
                "leavers",
                "Much of the roll is not in this list: perhaps it is a part of it. Say that it is the whole one")
        }
        let staging = try ImportStaging(opening: staged)
        let changed = try await organisation.database.change(by: actor, with: staging) { tx in
            guard try tx.rollRevision() == counts.revision, try tx.lastConsentAnswer() == counts.lastAnswer else {
                throw ActionError.conflict("The roll has changed since this was shown. Try the file again")
            }
            for school in try tx.schoolsOfStaged() { try requireRollKeeper(tx, at: school) }
            return try apply(counts, organisation, tx)
        }
        if changed { try await organisation.noteDue() }
        if changed, !trial.headings.isEmpty, trial.form == nil {
            try await organisation.database.keep { try $0.remember(trial.mapping, forHeadings: trial.headings) }
        }
        return changed
    }

    private func apply(
        _ counts: ImportCounts, _ organisation: Organisation, _ tx: WriteTransaction
    ) throws -> Recorded<Bool> {
        var returned: [Identifier<Person>] = []
        let people = counts.added + counts.changed + counts.returning
        var consents = ConsentChanges(organisation, tx)
        let moved = people > 0 ? try tx.movedByStaged() : []
        if people > 0 {
            var renamed: [RollEntry] = []
            try tx.noteStagedConsents()
            try tx.writeStagedPeople { before, after in
                guard let before else { return .rollChange(.personAdded, after.id, after: after.person) }
                if before.leftAt != nil { returned.append(after.id) }
                if !before.person.hasName(of: after.person) { renamed.append(before) }
                return .rollChange(
                    before.leftAt == nil ? .personEdited : .personReturned, after.id, before: before.person,
                    after: after.person)
            }
            for was in renamed { try tx.keepPictures(naming: was.person, of: was.id) }
            for said in try tx.putStagedConsents() { consents.recount(said.person, from: said.before) }
        }
        let gone: [RollEntry] =
            switch leavers {
            case .stay: []
            case .all: try tx.stagedLeavers(nil)
            case .these(let chosen): try tx.stagedLeavers(chosen)
            }
        for pupil in counts.parents > 0 ? try tx.pupilsWithStagedParent() : [] { consents.recount(pupil) }
        let parents = counts.parents > 0 ? try tx.writeStagedParents() : 0
        let classes = counts.classes + people > 0 ? try tx.writeStagedClasses(hasEveryMember: trial.hasEveryMember) : 0
        let users = linksUsers ? try tx.likelyUsersOfStaged() : []
        guard people + gone.count + parents + classes + users.count > 0 else { return .unchanged(false) }
        try consents.moved(moved.map { MovedPupil(id: $0.person, school: $0.school, before: $0.before, now: $0.now) })
        try consents.settle()
        try consents.joinedByList()
        for entry in gone {
            if let linked = try tx.linkLeaver(entry) { try tx.put(linked) }
            try tx.put(tx.left(entry, why: "Not in the list that was brought in"))
        }
        if !users.isEmpty {
            try tx.require(.administrator, at: nil, "Only an administrator can say who signs in as whom")
            for likely in users { try tx.put(tx.linked(likely.person, to: likely.user)) }
        }
        let ended = try tx.schoolsOfStagedPupils().filter(tx.endNoPupils(at:)).map {
            Event(.noPupilsEnded, RecordSubject(.school, $0), why: "A pupil came to the school")
        }
        let tasks =
            try organisation.tasks(ofLeaving: gone, tx)
            + returned.map { .close(.findLeaversUser, RecordSubject(.person, $0)) }
            + returned.compactMap { try tx.user(of: $0) }.flatMap { try organisation.tasks(ofReturned: $0, tx) }
        return consents.recorded(
            true, .rollImported(trial, counts, gone: gone.count, parents: parents, classes: classes), and: ended,
            tasks: tasks)
    }
}

extension Event {
    fileprivate static func rollImported(
        _ trial: ImportTrial, _ counts: ImportCounts, gone: Int, parents: Int, classes: Int
    ) -> Event {
        Event(
            .rollImported, RecordSubject(.roll, "1"),
            after: [
                "purpose": .text(trial.purpose.rawValue), "form": RecordValue(trial.form),
                "added": .number(counts.added), "changed": .number(counts.changed),
                "returning": .number(counts.returning), "unchanged": .number(counts.same),
                "held": .number(counts.held), "doubtfulConsents": .number(counts.doubtfulConsents),
                "missing": .number(counts.gone), "left": .number(gone), "parents": .number(parents),
                "classes": .number(classes),
            ])
    }
}
