import Governance
import Store

extension Organisation {
    /// What a leaver is asked before they can no longer sign in: to say that what is confidential stays so (CON-06).
    /// - Parameter isGone: they cannot sign in any more, so senior leaders get it from them.
    func leavingTasks(
        of leaver: Identifier<User>, isGone: Bool, schools: Set<Identifier<School>?>, _ tx: WriteTransaction
    ) throws -> [TaskChange] {
        let subject = RecordSubject(.user, leaver)
        guard let (school, sections) = try owedOnLeaving(by: leaver, at: schools, tx) else { return [] }
        let rule = accountRule("What is confidential stays so after one has left", sections)
        guard isGone else {
            return [
                .open(
                    NewTask(
                        .acknowledgeLeaving, subject, for: .user(leaver),
                        due: Acknowledgement.due(after: 0, from: tx.now), rule: rule))
            ]
        }
        let name = try tx.user(leaver).name
        return [
            .close(.acknowledgeLeaving, subject),
            .open(
                NewTask(
                    .chaseLeaver, subject, for: .role(.slt, at: school),
                    due: Acknowledgement.due(after: AccountTimes.daysToOpen, from: tx.now),
                    rule: accountRule("\(name) left without saying that what is confidential stays so", sections),
                    hiddenFrom: [leaver])),
        ]
    }
}

extension Organisation {
    /// Where, and by which sections, somebody still has to say that what is confidential stays so; nil where no policy
    /// asks it, or they have said it.
    func owedOnLeaving(
        by leaver: Identifier<User>, at schools: Set<Identifier<School>?>, _ tx: WriteTransaction
    ) throws -> (school: Identifier<School>?, sections: [String])? {
        let asked = try inOrder(schools).compactMap { school in
            self.asked(at: school, try policyInForce(at: school, on: tx.now, tx)?.policy)
        }.first
        guard let asked, try !tx.wordOnLeavingCounts(of: leaver) else { return nil }
        return asked
    }

    /// The same for a page: the sections; empty where nothing is owed.
    package func sectionsOwedOnLeaving(by leaver: Identifier<User>) async throws -> [String] {
        let (schools, wordCounts) = try await database.leavingFacts(of: leaver)
        guard !wordCounts else { return [] }
        for school in inOrder(schools) {
            if let asked = asked(at: school, try await policyInForce(at: school)?.policy) { return asked.sections }
        }
        return []
    }

    private func asked(
        at school: Identifier<School>?, _ policy: Policy?
    ) -> (school: Identifier<School>?, sections: [String])? {
        let sections = AccountTerms(policy).leaverSections
        return sections.isEmpty ? nil : (school, sections)
    }

    private func inOrder(_ schools: Set<Identifier<School>?>) -> [Identifier<School>?] {
        schools.sorted { ($0?.text ?? "") < ($1?.text ?? "") }
    }

    /// What somebody leaves to be done who comes off the roll and signs in here: the same day, all of it.
    func tasks(ofLeaver leaver: Identifier<User>, _ tx: WriteTransaction) throws -> [TaskChange] {
        guard try tx.user(leaver).endedAt == nil else { return [] }
        let schools = try tx.schoolsEver(of: leaver)
        return try handoverTasks(of: leaver, .left, tx) + leavingTasks(of: leaver, isGone: false, schools: schools, tx)
    }

    /// What is asked no more of somebody who comes back onto the roll. What they said on leaving is over with that: they are
    /// asked anew when they leave again.
    func tasks(ofReturned user: Identifier<User>, _ tx: WriteTransaction) throws -> [TaskChange] {
        let subject = RecordSubject(.user, user)
        if try tx.wordOnLeavingCounts(of: user) {
            try tx.put(Event(.leavingWordOver, subject, why: "They are back on the roll"))
        }
        guard try tx.user(user).endedAt == nil else { return [] }
        return [.close(.acknowledgeLeaving, subject)] + (try withdrawHandovers(of: user, [.left], tx))
    }
}
