import Actions
import Foundation
import Governance
import PolicySeeds
import Reading

/// HBK-06: everyone bound is asked to read each version, says so on one page, and stands in the register by school,
/// role and person.
let everyoneReads = DutyCell.each("HBK-06", of: Paper.allCases) { paper in
    let school = try await DutySchool(paper)
    let staff = school.staff
    let version = try seen(try await school.organisation.policyInForce(), "no policy").version.id
    let cited = try await school.reads(version, as: staff.author)
    let listed = Shown.words(of: try await school.page("/policy/register", as: staff.head))
    let asked = try await school.registerLines()
    try see(listed.contains("1 of \(asked.count) has read it"), "the register does not say how many have read it")
    try see(listed.contains("Priya Nair") && listed.contains("Tom Ashworth"), "the register lacks a person")
    try see(listed.contains("Has read it") && listed.contains("Not yet"), "the register says no state")
    let file = try await school.page("/policy/register/file?state=unread", as: staff.head)
    try see(
        file.contains("Tom Ashworth,") && !file.contains("Priya Nair,"), "the file does not hold those who have not")
    let (schools, roles) = try await school.registerByPlace()
    school.pass(86_400)
    let bytes = try seen(PolicySeeds.bytes(of: paper.rawValue), "no policy")
    let next = try await AddPolicyVersion(bytes: [UInt8]("# Amended.\n".utf8) + bytes)
        .perform(in: school.organisation, by: .console)
    try await PutPolicyInForce(version: next, why: "Amended").perform(in: school.organisation, by: .console)
    try see(try await school.toRead(staff.author) == [next], "a new version does not ask again")
    return Sighting(
        "\(asked.count) people are asked; one says so on a page that tells what the paper asks; the register has who has "
            + "and who has not, by each of \(schools) schools and \(roles) roles, as a page, a file and on paper; a new "
            + "version asks again",
        at: school.policy.sections(naming: "HBK-06").filter { cited.contains("Policy \($0)") })
}

extension DutySchool {
    /// The versions that someone has a task to read.
    func toRead(_ user: Identifier<User>) async throws -> [Identifier<PolicyVersion>] {
        try await tasks(of: user, .acknowledgePolicy).map { Identifier($0.subject.id) }
    }

    func registerLines() async throws -> [PolicyRegister.Line] {
        let facts = try await database.registerFacts()
        return PolicyRegister(facts, try await organisation.asking(facts)).lines
    }

    /// Someone follows the task on their first page, reads what they are told, and says so; the chips they saw.
    func reads(_ version: Identifier<PolicyVersion>, as user: Identifier<User>) async throws -> [String] {
        try see(try await toRead(user) == [version], "nothing is asked")
        let address = "/policy/versions/\(version)/acknowledgement"
        let policy = policy
        return try await visit(as: user) { visiting in
            let home = try await visiting.page("")
            try see(home.contains("/quay\(address)"), "the first page does not lead to it")
            let page = try await visiting.page(address)
            for (_, text) in policy.toldAtAcknowledgement {
                try see(Shown.words(of: page).contains(Shown.plain(text)), "it is not told: \(text)")
            }
            let after = Shown.words(of: try await visiting.post(address, ["confirm": "yes"]))
            try see(after.contains("You acknowledged this version on 21 November 2026"), "the page does not say when")
            let again = Shown.words(of: try await visiting.page("/policy"))
            try see(again.contains("You acknowledged this version on 21 November 2026"), "the policy's page does not")
            return Shown.chips(of: page)
        }
    }
}
