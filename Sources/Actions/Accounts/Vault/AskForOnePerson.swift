import Foundation
import Governance
import Store

/// What of a change of settings counts at once, and the wish that one person alone may look at log-in details, which
/// another is asked to confirm.
struct OnePersonAsked {
    var settings: Settings
    var event: Event?
    var tasks: [TaskChange] = []
    var notices: [NewNotice] = []
}

extension Organisation {
    /// Where a look at log-in details would take one person instead of two, that stays as it was and another is asked.
    /// Throws unless whoever acts administers the whole organisation; for one school never while two people are asked for
    /// everywhere. At the machine itself, where the key is anyway, it counts at once and those who keep them are told.
    ///
    /// - Parameter why: needed where another is asked.
    func onePersonAsked(
        from before: Settings, to after: Settings, at school: Identifier<School>?, why: String?, _ tx: WriteTransaction
    ) throws -> OnePersonAsked {
        var kept = after
        if school != nil, try tx.ownSettings(of: nil).isTwoPeopleForLogins {
            guard after.twoPeopleForLogins != false || before.twoPeopleForLogins == false else {
                throw ActionError.invalid(
                    "twoPeopleForLogins",
                    "Two people are asked for everywhere, and no school goes below that. An administrator of the whole "
                        + "organisation changes it, for all schools")
            }
            kept.twoPeopleForLogins = after.twoPeopleForLogins ?? before.twoPeopleForLogins
            return OnePersonAsked(settings: kept)
        }
        guard before.isTwoPeopleForLogins, !after.isTwoPeopleForLogins else { return OnePersonAsked(settings: kept) }
        guard let asker = tx.actor.user else {
            return OnePersonAsked(settings: kept, notices: try custodyNotices(at: school, besides: [], tx))
        }
        guard try tx.authority().holds(any: [.administrator], at: nil) else {
            throw ActionError.invalid(
                "twoPeopleForLogins",
                "Only an administrator of the whole organisation asks that one person may look alone. Another then "
                    + "confirms it")
        }
        let reason = try required(why ?? "", "why", "Say why one person is to look alone again", most: 500)
        kept.twoPeopleForLogins = before.twoPeopleForLogins
        let request = OnePersonRequest(
            id: tx.identifier(), school: school, askedBy: asker, askedAt: tx.now, reason: reason)
        return try asked(request, kept, tx)
    }

    private func asked(
        _ request: OnePersonRequest, _ kept: Settings, _ tx: WriteTransaction
    ) throws -> OnePersonAsked {
        if let other = try tx.openOnePersonRequest(at: request.school) {
            throw ActionError.invalid(
                "twoPeopleForLogins",
                "\(try tx.user(other.askedBy).name) has asked for this already. Another confirms or declines it first")
        }
        let confirmers = try confirmers(of: request, tx)
        guard !confirmers.isEmpty else {
            throw ActionError.invalid(
                "twoPeopleForLogins",
                "Nobody else could confirm this. It takes another who allows looks there, or administers the whole "
                    + "organisation, and whose roles and way in nobody has touched for "
                    + "\(OnePersonRequest.daysToStand) days")
        }
        try tx.insert(request)
        try tx.setDue(.onePersonRequest, request.id.text, at: request.lapsesAt)
        let name = try tx.user(request.askedBy).name
        let place = try custodyPlace(tx.schoolsUnprotected(at: request.school), at: request.school)
        let rule =
            "May one person alone look at log-in details again?: \(name) asks for it, at \(place). Confirm it or decline "
            + "it; until then two are asked for: the organisation’s own setting"
        let subject = RecordSubject(.onePersonRequest, request.id)
        return OnePersonAsked(
            settings: kept,
            event: Event(
                .onePersonAsked, request.place, after: ["request": .text(request.id.text)], why: request.reason),
            tasks: confirmers.sorted().map {
                .open(
                    NewTask(
                        .confirmOnePerson, subject, for: .user($0), due: request.lapsesAt, rule: rule,
                        hiddenFrom: [request.askedBy]))
            },
            notices: try custodyHolders(of: tx.schoolsUnprotected(at: request.school), tx)
                .subtracting(confirmers).subtracting([request.askedBy]).sorted().map {
                    NewNotice(
                        to: $0, .onePersonAsked, subject,
                        says: "\(name) asks that one person alone may look at log-in details, at \(place). Nothing "
                            + "changes until another confirms it")
                })
    }
}

extension OnePersonRequest {
    /// What its events are about.
    var place: RecordSubject { school.map { RecordSubject(.school, $0) } ?? .organisation }
}

extension Organisation {
    /// Who may confirm it now.
    func confirmers(of request: OnePersonRequest, _ tx: WriteTransaction) throws -> Set<Identifier<User>> {
        let allowing = try tx.schoolsUnprotected(at: request.school).map {
            ($0.id, try accountTerms(at: $0.id, tx).allowing)
        }
        return try tx.confirmers(of: request, allowing: Dictionary(uniqueKeysWithValues: allowing))
    }

    /// Word to everybody who keeps log-in details or allows looks there: one person alone looks from now on.
    func custodyNotices(
        at school: Identifier<School>?, besides: Set<Identifier<User>>, _ tx: WriteTransaction
    ) throws -> [NewNotice] {
        let schools = try tx.schoolsUnprotected(at: school)
        let names = try besides.sorted().map { try tx.user($0).name }
        let who = names.isEmpty ? "Somebody at the machine itself lets" : names.joined(separator: " and ") + " let"
        let place = custodyPlace(schools, at: school)
        return try custodyHolders(of: schools, tx).subtracting(besides).sorted().map {
            NewNotice(
                to: $0, .custodyWeakened, school.map { RecordSubject(.school, $0) } ?? .organisation,
                says:
                    "\(who) one person alone look at log-in details from now on, at \(place). If that is wrong, ask at once"
            )
        }
    }

    private func custodyHolders(of schools: [School], _ tx: WriteTransaction) throws -> Set<Identifier<User>> {
        try schools.reduce(into: []) { told, school in
            for role in try accountTerms(at: school.id, tx).allowing {
                told.formUnion(try tx.holders(of: role, at: school.id))
            }
        }
    }

    private func custodyPlace(_ schools: [School], at school: Identifier<School>?) -> String {
        schools.count == 1 ? schools[0].name : "every school that does not ask for two by itself"
    }
}
