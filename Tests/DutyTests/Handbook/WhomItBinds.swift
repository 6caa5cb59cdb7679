import Actions
import Governance

/// HBK-03: a person of each kind is bound, or is not, as the paper says.
let whomItBinds = DutyCell.each("HBK-03", of: Paper.allCases) { paper in
    let school = try await DutySchool.under(paper)
    let bound = try paper.own(bindings)
    let cited = try await school.visit(as: school.staff.author) { visiting in
        var cited: [String] = []
        for who in Binding.Who.allCases {
            let page = try await visiting.page("/policy/in-scope?whose=personal&touches=yes&who=\(who.rawValue)")
            let words = Shown.words(of: page)
            let extents = bound[who] ?? []
            try see(
                words.contains("The paper does not name you") == extents.isEmpty,
                "\(who.rawValue): bound, or not, against the paper")
            for (extent, says) in ways {
                try see(
                    words.contains(says) == extents.contains(extent), "\(who.rawValue): “\(says)” against the paper")
            }
            cited += Shown.chips(of: page)
        }
        return cited
    }
    let sections = school.policy.sections(naming: "HBK-03").filter { cited.contains("Policy \($0)") }
    let listed = Shown.words(of: try await school.page("/policy"))
    for binding in school.policy.binds {
        try see(sections.contains(binding.at), "\(binding.at) is not cited")
        try see(listed.contains("Policy \(binding.at)"), "\(binding.at) is not on the policy's page")
    }
    try await asksWhomItBinds(paper, bound)
    return Sighting(
        "\(bound.count) of \(Binding.Who.allCases.count) kinds of people are told that they are bound, and how far; a user "
            + "of each kind is asked to read it, or is not",
        at: sections)
}

/// Who is bound in full is asked to read it; who is bound when running an account, once they write posts.
private func asksWhomItBinds(_ paper: Paper, _ bound: [Binding.Who: Set<Binding.Extent>]) async throws {
    let school = try await DutySchool(paper)
    for (role, others) in [(Role.author, Set([Binding.Extent.full, .runningAnAccount])), (.governor, [.full])] {
        for who in Binding.Who.allCases {
            let user = try await InviteUser(
                name: "Ash \(who.rawValue)", email: "\(role.rawValue).\(who.rawValue)@quay.example", roles: [role],
                school: school.school, kind: who
            ).perform(in: school.organisation, by: .console).user
            let isAsked = try await !school.toRead(user).isEmpty
            try see(
                isAsked == !others.isDisjoint(with: bound[who] ?? []),
                "\(who.rawValue) as \(role.rawValue): asked, or not")
        }
    }
}

private let ways: [(Binding.Extent, String)] = [
    (.full, "fully."), (.spirit, "in spirit."), (.runningAnAccount, "when they run an account for the school."),
    (.behaviour, "in how they behave."),
]

private let bindings: [Paper: [Binding.Who: Set<Binding.Extent>]] = [
    .llt: [
        .employee: [.full], .director: [.full], .governor: [.full], .volunteer: [.runningAnAccount, .behaviour],
        .parent: [.runningAnAccount, .behaviour], .pupil: [.behaviour],
    ],
    .dsat: [
        .employee: [.full], .casual: [.full], .agency: [.full], .volunteer: [.full], .trustee: [.spirit],
        .governor: [.spirit], .advisoryBoard: [.spirit],
    ],
    .pen: oneSchool, .dhl: oneSchool,
    .link: Dictionary(
        uniqueKeysWithValues: [
            Binding.Who.employee, .consultant, .contractor, .officer, .volunteer, .casual, .agency, .trustee, .member,
            .governor,
        ].map { ($0, Set([Binding.Extent.full])) }),
]

private let oneSchool: [Binding.Who: Set<Binding.Extent>] = [
    .employee: [.full], .volunteer: [.runningAnAccount, .behaviour], .parent: [.runningAnAccount, .behaviour],
    .pupil: [.behaviour],
]
