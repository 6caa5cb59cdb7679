import Governance
import Store

extension Organisation {
    /// Where a look at log-in details would take one person instead of two: whom to tell, everybody who keeps them or allows
    /// looks there. Throws unless whoever acts administers the whole organisation; for one school never while two people
    /// are asked for everywhere.
    func custodyWeakened(
        from before: Settings, to after: Settings, at school: Identifier<School>?, _ tx: WriteTransaction
    ) throws -> [NewNotice] {
        let everywhere = try school == nil ? Settings() : tx.ownSettings(of: nil)
        if everywhere.isTwoPeopleForLogins {
            guard after.twoPeopleForLogins != false || before.twoPeopleForLogins == false else {
                throw ActionError.invalid(
                    "twoPeopleForLogins",
                    "Two people are asked for everywhere, and no school goes below that. An administrator of the whole "
                        + "organisation changes it, for all schools")
            }
            return []
        }
        guard before.isTwoPeopleForLogins, !after.isTwoPeopleForLogins else { return [] }
        guard try tx.authority().holds(any: [.administrator], at: nil) else {
            throw ActionError.invalid(
                "twoPeopleForLogins",
                "Only an administrator of the whole organisation lets one person look alone. Everybody who keeps log-in "
                    + "details is told then")
        }
        let schools = try tx.schools().filter {
            try school == nil ? !tx.ownSettings(of: $0.id).isTwoPeopleForLogins : $0.id == school
        }
        let told = try schools.reduce(into: Set<Identifier<User>>()) { told, school in
            let terms = try accountTerms(at: school.id, tx)
            for role in terms.custodians + terms.deciders { told.formUnion(try tx.holders(of: role, at: school.id)) }
        }
        let name = try tx.actor.user.map { try tx.user($0).name } ?? "Somebody at the machine itself"
        let place = schools.count == 1 ? schools[0].name : "every school that does not ask for two by itself"
        return told.subtracting([tx.actor.user].compactMap(\.self)).sorted().map {
            NewNotice(
                to: $0, .custodyWeakened, school.map { RecordSubject(.school, $0) } ?? .organisation,
                says:
                    "\(name) lets one person alone look at log-in details from now on, at \(place). If that is wrong, ask them at once"
            )
        }
    }
}
