import Actions
import Foundation
import Governance
import PolicySeeds
import Reading

/// HBK-15: the acknowledgement says that the policy is no part of a contract; it can be changed between reviews.
let noContract =
    DutyCell.each("HBK-15", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        let first = try seen(try await school.organisation.policyInForce(), "no policy").version.id
        let sections = try school.guidance(
            of: "HBK-15", at: [.acknowledgement],
            on: try await school.page("/policy/versions/\(first)/acknowledgement"))
        _ = try await school.reads(first, as: school.staff.author)
        let bytes = try seen(PolicySeeds.bytes(of: paper.rawValue), "no policy")
        let amended = [UInt8]("# Amended between two reviews.\n".utf8) + bytes
        let keeper = Actor.user(try await school.organisation.user(email: "ida.ward@quay.example").id)
        school.pass(86_400)
        let version = try await AddPolicyVersion(bytes: amended).perform(in: school.organisation, by: keeper)
        try await ApprovePolicyVersion(version: version, approvedBy: "Management committee", on: Day(of: school.now))
            .perform(in: school.organisation, by: keeper)
        try await PutPolicyInForce(version: version, why: "A new law").perform(in: school.organisation, by: keeper)
        try see(
            try await school.organisation.policyInForce(at: school.school)?.version.id == version,
            "the amendment is not in force")
        try see(try await school.toRead(school.staff.author) == [version], "the amendment does not ask again")
        let versions = Shown.words(of: try await school.page("/policy/versions"))
        try see(
            versions.contains("In force") && versions.contains("Replaced")
                && versions.contains("Approved: Management committee, 22 November 2026"),
            "the versions do not show the amendment")
        return Sighting(
            "told on the page where one says that one has read it; an amendment between reviews is in force at once, and asks again",
            at: sections)
    }
    + DutyCell.silent("HBK-15", in: [.llt, .dsat, .pen, .dhl]) { paper in
        let school = try await DutySchool.under(paper)
        let page = Shown.words(of: try await school.page("/policy/guidance"))
        try see(!page.localizedCaseInsensitiveContains("part of your contract"), "it speaks of the contract")
        return Sighting("the guidance says nothing of the contract")
    }
