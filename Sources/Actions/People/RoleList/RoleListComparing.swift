import Foundation
import Governance
import Store

extension WriteTransaction {
    /// What the list would change, seen by whoever makes this change.
    func trial(of list: RoleList) throws -> RoleListTrial {
        try require(
            .administrator, at: nil, "Only an administrator of the whole organisation can bring in a list of roles")
        let schools = try schools()
        let listed = try listGrants()
        var trial = RoleListTrial(held: list.doubts, notRead: list.notRead)
        var seen: [ListedRole: RoleList.Row] = [:]
        var doubted = Set(list.doubted.map(foldedEmail))
        for row in list.rows {
            do {
                let wanted = try wanted(row, at: schools)
                if let before = seen[wanted.role] {
                    guard before.until == row.until else {
                        throw HeldBack(
                            .until, row.until?.inWords ?? "", "Row \(before.line) says the same with another end",
                            "Leave one of them out")
                    }
                    trial.known += 1
                    continue
                }
                if let line = try line(row, wanted, listed, among: schools) {
                    trial.added.append(line)
                } else {
                    trial.known += 1
                }
                seen[wanted.role] = row
            } catch let held as HeldBack {
                trial.held.append(held.doubt(line: row.line, of: list))
                doubted.insert(foldedEmail(row.email))
            }
        }
        trial.held.sort { $0.line < $1.line }
        for grant in listed where seen[ListedRole(grant, among: schools)] == nil {
            let user = try user(grant.user)
            // of whom a row is held back, it is not known what the list says
            if doubted.contains(user.email) { continue }
            if try isLastAdministrator(grant) {
                trial.lastAdministrator = user
                continue
            }
            trial.gone.append(
                RoleListTrial.Gone(
                    grant, of: user, at: schools.first { $0.id == grant.grant.school },
                    isNamed: seen.keys.contains { $0.user == user.id }))
        }
        return trial
    }

    /// Whom a row means, and where.
    private func wanted(_ row: RoleList.Row, at schools: [School]) throws -> (
        user: User, school: School?, role: ListedRole
    ) {
        let email = foldedEmail(row.email)
        guard let user = try user(email: email) else {
            throw try staffOnRoll(email: email) == nil
                ? HeldBack(
                    .email, row.email, "Nobody who signs in has this address",
                    "Add them to those who can sign in, or correct it")
                : HeldBack(
                    .email, row.email, "They are on the roll and cannot sign in yet",
                    "Invite them first, then bring in the list once more")
        }
        guard user.endedAt == nil else {
            throw HeldBack(.email, row.email, "They were shut out and cannot sign in", "Take them out of the list")
        }
        guard actor.user != user.id else {
            throw HeldBack(
                .role, row.role.title, "This is you, and nobody gives a role to themselves",
                "Ask another administrator")
        }
        let school = try school(row.school, of: schools)
        return (user, school, ListedRole(user: user.id, role: row.role, school: school?.id))
    }

    /// Nil for the whole organisation, which one that is a single school is too.
    private func school(_ words: String, of schools: [School]) throws -> School? {
        let wanted = Evidence.normalised(words)
        if wanted.isEmpty || ["all", "all schools", "whole organisation"].contains(wanted) { return nil }
        guard let school = schools.first(where: { $0.slug == wanted || Evidence.normalised($0.name) == wanted }) else {
            throw HeldBack(
                .school, words, "There is no school of this name",
                "Write \(schools.prefix(6).map(\.slug).joined(separator: ", "))\(schools.count > 6 ? " or another" : ""), "
                    + "or nothing for the whole organisation")
        }
        return schools.count < 2 ? nil : school
    }

    /// What would be given; nil when it is so already.
    private func line(
        _ row: RoleList.Row, _ wanted: (user: User, school: School?, role: ListedRole), _ listed: [RoleGrant],
        among schools: [School]
    ) throws -> RoleListTrial.Line? {
        let end = row.until?.adding(days: 1).start()
        if let end, end <= now {
            throw HeldBack(
                .until, row.until?.inWords ?? "", "This day is over", "Write a day to come, or nothing for no end")
        }
        let byList = listed.first { ListedRole($0, among: schools) == wanted.role }
        if let byList, byList.grant.until == end { return nil }
        let listedIDs = Set(listed.map(\.id))
        let isHeld = try grants(of: wanted.user.id).contains { other in
            !listedIDs.contains(other.id) && ListedRole(other, among: schools) == wanted.role && other.grant.from <= now
                && (other.grant.until ?? .distantFuture) >= (end ?? .distantFuture)
        }
        if isHeld { return nil }
        if end != nil, let byList, try isLastAdministrator(byList) {
            throw HeldBack(
                .until, row.until?.inWords ?? "",
                "Nobody else who can come in administers the organisation for good",
                "Make somebody else an administrator first")
        }
        return RoleListTrial.Line(
            line: row.line, user: wanted.user, role: row.role, school: wanted.school, until: row.until,
            replaces: byList)
    }
}

/// That somebody has a role somewhere, whenever.
private struct ListedRole: Hashable {
    let user: Identifier<User>
    let role: Role
    let school: Identifier<School>?

    init(user: Identifier<User>, role: Role, school: Identifier<School>?) {
        self.user = user
        self.role = role
        self.school = school
    }

    /// Of a single school, at it and in the whole organisation are the same.
    init(_ row: RoleGrant, among schools: [School]) {
        self.init(user: row.user, role: row.grant.role, school: schools.count < 2 ? nil : row.grant.school)
    }
}

private struct HeldBack: Error {
    let column: RoleList.Column
    let value: String
    let says: String
    let advice: String

    init(_ column: RoleList.Column, _ value: String, _ says: String, _ advice: String) {
        self.column = column
        self.value = value
        self.says = says
        self.advice = advice
    }

    func doubt(line: Int, of list: RoleList) -> ImportDoubt {
        ImportDoubt(
            .held, line: line, column: list.headings[column] ?? column.title.capitalisedFirst, value: value, says: says,
            advice: advice)
    }
}
