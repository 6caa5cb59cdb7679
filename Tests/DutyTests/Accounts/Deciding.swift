import Actions
import Governance
import Reading

/// ACC-03: the role named decides, never whoever asked; a rejection says why. Under LINK its address is told first.
let decisions =
    DutyCell.each("ACC-03", of: [.llt, .dsat, .pen, .dhl]) { paper in
        let school = try await DutySchool(paper)
        let staff = school.staff
        let application = try await school.askedFor(school.asking(), by: staff.slt)
        let task = try seen(try await school.tasks(of: staff.head, .decideAccount).first, "nobody is asked to decide")
        try see(task.due != nil, "the task has no day")
        for user in [staff.moderator, staff.author, staff.slt] {
            try await school.stopped("\(user) decided") {
                try await DecideApplication(application, .reject(reason: "No"))
                    .perform(in: school.organisation, by: .user(user))
            }
        }
        if paper == .dsat {
            let leader = try await school.invited("Nora Page", .slt)
            try await school.stopped("a senior leader who did not ask decided") {
                try await DecideApplication(application, .reject(reason: "No"))
                    .perform(in: school.organisation, by: .user(leader))
            }
        }
        let other = try await school.askedFor(school.asking { $0.network = .instagram })
        try await school.stopped("it was rejected without a reason") {
            try await DecideApplication(other, .reject(reason: " "))
                .perform(in: school.organisation, by: .user(school.decider))
        }
        try await DecideApplication(other, .reject(reason: "The main account does this already"))
            .perform(in: school.organisation, by: .user(school.decider))
        let told = try await school.news(to: staff.author)
        try see(
            told.contains { $0.says.contains("rejected: The main account does this already") },
            "whoever asked does not hear why")
        return Sighting(
            "only the role named decides, never whoever asked; a rejection needs its reason, which reaches them",
            at: try Shown.cited(
                try await school.organisation.accountTerms(at: school.school).leaveSections, by: task.rule))
    }
    + DutyCell.each("ACC-03", of: [.link]) { paper in
        let school = try await DutySchool(paper)
        let application = try await school.askedFor(school.asking())
        try await school.stopped("it went live before anybody was told") {
            _ = try await school.activate(application)
        }
        try await school.settle(application)
        for user in [school.staff.slt, school.staff.head] {
            let told = try await school.news(to: user)
            try see(told.contains { $0.says.contains("will go live at @quay") }, "\(user) is not told")
        }
        guard case .done = try await school.activate(application) else {
            throw NotSeen(description: "it cannot be opened after the telling")
        }
        return Sighting(
            "nobody approves it; it goes live only after SLT and the headteacher were told its address",
            at: try await school.organisation.accountTerms(at: school.school).leaveSections)
    }

/// ACC-05: opened only after that, by whom the paper names, and then looked at.
let openings = DutyCell.each("ACC-05", of: Paper.allCases) { paper in
    let school = try await DutySchool(paper)
    let staff = school.staff
    let legacy = try await school.tasks(of: school.administrator(), .orderAccount)
    try see(legacy.count == 2, "accounts that were there before open \(legacy.count) tasks")
    let application = try await school.askedFor(school.asking())
    try await school.stopped("it was opened without a decision") { _ = try await school.activate(application) }
    try await school.settle(application)
    let administrator = try await school.administrator()
    let others: [Identifier<User>] =
        switch paper {
        case .llt, .pen, .dhl: [staff.author, staff.colleague]
        case .dsat: [administrator, staff.colleague]
        case .link: [administrator]
        }
    for user in others + [staff.governor] {
        try await school.stopped("somebody opened it whom the paper does not name") {
            _ = try await school.activate(application, by: user)
        }
    }
    guard case .done(let account) = try await school.activate(application) else {
        throw NotSeen(description: "it cannot be opened")
    }
    let opened = try seen(try await school.database.officialAccount(account), "it is not on the register")
    try see(opened.state == .active, "it is \(opened.state)")
    let check = try seen(try await school.tasks(of: staff.author, .checkAccount).first, "nobody is asked to look at it")
    try await CheckAccount(account, found: "All as it should be").perform(
        in: school.organisation, by: .user(staff.author))
    try see(try await school.tasks(of: staff.author, .checkAccount).isEmpty, "the look leaves its task open")
    school.pass(86_400 * 345)
    try await school.runDue()
    try see(!(try await school.tasks(of: school.decider, .reviewAccount)).isEmpty, "nobody asks whether it is needed")
    let sections = try await school.organisation.accountTerms(at: school.school)
    let cited = try Shown.cited(sections.openingSections, by: check.rule)
    return Sighting(
        "opened only after that, by whom the paper names; its lead looks at it, and each year somebody asks whether it is needed; accounts from before have a task",
        at: cited)
}
