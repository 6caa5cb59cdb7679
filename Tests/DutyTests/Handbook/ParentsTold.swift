import Actions
import Foundation
import Governance
import Reading

/// HBK-14: switching posting by parents on opens the task; who was told, when and how is listed.
let parentsTold =
    DutyCell.each("HBK-14", of: [.llt, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let leader = school.staff.slt
        let platform = try await AddLearningPlatform(
            school: school.school, name: "Class Story", parentsPost: false, rules: ""
        ).perform(in: school.organisation, by: .user(leader))
        let tasks = { try await school.tasks(of: leader, .tellParents) }
        try see(try await tasks().isEmpty, "nobody can post, and the task is open")
        var on = try seen(try await school.database.learningPlatforms().first?.platform, "it is not on the register")
        on.parentsPost = true
        on.rules = "Write as you would in the playground."
        try await ChangeLearningPlatform(to: on).perform(in: school.organisation, by: .user(leader))
        let task = try seen(try await tasks().first, "switching it on opens no task")
        try await RecordParentsTold(platform, whom: "4B", how: .meeting, on: Day(of: school.now))
            .perform(in: school.organisation, by: leader)
        try see(try await !tasks().isEmpty, "one class was told, and the task is closed")
        try await RecordParentsTold(platform, how: .letter, on: Day(of: school.now))
            .perform(in: school.organisation, by: leader)
        try see(try await tasks().isEmpty, "all families were told, and the task is open")
        let page = Shown.words(of: try await school.page("/policy/learning-platforms", as: school.staff.governor))
        try see(
            page.contains("4B, at a meeting, on 21 November 2026, by Sanjay Mehta")
                && page.contains("All families, by letter, on 21 November 2026"), "who was told is not listed")
        on.rules = "And never about other children."
        try await ChangeLearningPlatform(to: on).perform(in: school.organisation, by: .user(leader))
        try see(try await !tasks().isEmpty, "other rules are not told anew")
        return Sighting(
            "switching posting by parents on opens the task; whoever was told, when and how is listed",
            at: school.policy.sections(carriedBy: .tellParents).filter { task.rule.contains($0) })
    }
    + DutyCell.silent("HBK-14", in: [.dsat, .link]) { paper in
        let school = try await DutySchool(paper)
        try await AddLearningPlatform(
            school: school.school, name: "Class Story", parentsPost: true, rules: "Be kind."
        ).perform(in: school.organisation, by: .user(school.staff.slt))
        let task = try seen(try await school.tasks(of: school.staff.slt, .tellParents).first, "no task of ours")
        try see(task.rule.hasSuffix("the product's own rule"), "the task cites the paper")
        return Sighting("the task is ours, and says so")
    }
