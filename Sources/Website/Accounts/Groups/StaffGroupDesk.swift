import Actions
import Foundation
import Governance
import Reading

/// What the pages of staff groups show.
struct StaffGroupDesk: Sendable {
    let visit: Visit
    let desk: AccountDesk

    init(_ visit: Visit) throws {
        self.visit = visit
        desk = try AccountDesk(visit)
    }

    /// The group of the address.
    func group() async throws -> StaffGroup {
        let groups = try await groups()
        guard let group = groups.first(where: { $0.id.text == visit.part("group") }) else { throw TurnedAway.notFound }
        return group
    }

    private func groups() async throws -> [StaffGroup] {
        let reach = GroupReach(desk.me.user, desk.me.authority)
        return try await desk.work.database.staffGroups().filter(reach.reaches)
    }

    func list() async throws -> Page {
        let groups = try await groups()
        let names = try await desk.work.database.userNames()
        let schools = try await desk.work.database.schools()
        let terms = AccountTerms(try await desk.work.policyInForce()?.policy)
        return Page(
            "Staff groups", lead: "Groups and networks of staff on social media, and who answers for each.",
            crumb: visit.site.routes.admit(visit.visitor, to: .accounts)
                ? Crumb("Accounts", visit.link(.accounts)) : nil,
            actions: [HeadAction("Register a group", icon: .plus, visit.link(.newStaffGroup), filled: true)],
            room: .accounts,
            StaffGroupsPage(
                notes: [
                    Note(
                        .quiet, "Whoever makes a group answers for it.",
                        "They look at it in turn, and hand it on when they leave.",
                        clause: desk.chip(terms.groupSections))
                ] + (try await guidance(terms, at: nil)),
                groups: groups.map { group in
                    StaffGroupsPage.Line(
                        name: group.name, link: visit.link(.staffGroup(.value(group.id.text))),
                        network: group.network.title, creator: names[group.creator] ?? "Someone who has left",
                        school: schoolName(group, schools), looks: looks(group), tag: tag(group))
                },
                blank: Blank(
                    "No group is on the register", "A group that staff make stands here, with who answers for it.",
                    action: HeadAction("Register a group", visit.link(.newStaffGroup)))))
    }

    func page(problems: [Problem] = []) async throws -> Page {
        let group = try await group()
        let names = try await desk.work.database.userNames()
        let schools = try await desk.work.database.schools()
        let tasks = try await desk.work.database.openTasks(about: .staffGroup, seenBy: desk.me.user.id)
            .filter { $0.subject.id == group.id.text }
        let terms = AccountTerms(try await desk.work.policyInForce(at: group.school)?.policy)
        let isCreator = group.creator == desk.me.user.id
        let absent = try await desk.work.database.absent(withDeputy: desk.me.user.id)
        let isMine = isCreator || absent.contains(group.creator)
        let keeps = isCreator || desk.me.authority.holds(any: StaffGroup.keepers, at: group.school)
        let part = SiteURL.Part.value(group.id.text)
        return Page(
            group.name, crumb: Crumb("Staff groups", visit.link(.staffGroups)), problems: problems, room: .accounts,
            StaffGroupPage(
                tag: tag(group), byline: "\(group.network.title), \(group.address)",
                notes: notes(
                    tasks, names[group.creator] ?? "Who answered for it", chip: desk.chip(terms.groupSections))
                    + (try await guidance(terms, at: group.school)),
                acts: group.isInUse ? acts(part, isMine: isMine, keeps: keeps, tasks, problems) : [],
                handing: group.isInUse && keeps ? try await handing(group, part, tasks, problems) : nil,
                facts: [
                    Fact("Answers for it", names[group.creator] ?? "Someone who has left"),
                    Fact("What it is for", group.purpose), Fact("School", schoolName(group, schools)),
                    Fact("Looked at", looks(group)), Fact("On the register since", When.date(group.addedAt)),
                ] + (group.closedAt.map { [Fact("Closed", When.date($0))] } ?? []),
                story: try await desk.story(of: [RecordSubject(.staffGroup, group.id)])))
    }

    /// Who gives guidance about such groups, where the policy says so, by role and by name.
    func guidance(_ terms: AccountTerms, at school: Identifier<School>?) async throws -> [Note] {
        guard !terms.groupGuides.isEmpty else { return [] }
        let guides = UserQuery(holding: terms.groupGuides, within: school.map { .only([$0]) })
        let names = try await desk.work.database.userChoices(guides, most: 5).map(\.user.name)
        let titles = terms.groupGuides.map(\.title).joined(separator: " or ")
        return [
            Note(
                .quiet, "Guidance on groups of staff:",
                names.isEmpty
                    ? "the \(titles). Nobody holds this role here yet."
                    : "\(names.joined(separator: ", ")), \(titles).",
                icon: .people, clause: desk.chip(terms.guidanceSections))
        ]
    }

    private func notes(_ tasks: [OpenTask], _ creator: String, chip: ClauseChip?) -> [Note] {
        tasks.compactMap { task in
            switch task.kind {
            case .handOnGroup:
                Note(.hold, "\(creator) leaves it.", "Find who answers for it now, or close it.", clause: chip)
            case .checkGroup:
                Note(
                    .hold, "It is time to look at it.", task.due.map { "By \(When.date($0))." } ?? "", clause: chip)
            default: nil
            }
        }
    }

    private func acts(
        _ part: SiteURL.Part, isMine: Bool, keeps: Bool, _ tasks: [OpenTask], _ problems: [Problem]
    ) -> [PostPage.ActForm] {
        var acts: [PostPage.ActForm] = []
        if isMine || (keeps && tasks.contains { $0.kind == .checkGroup }) {
            acts.append(
                PostPage.ActForm(
                    action: visit.link(.staffGroupCheck(part)), heading: "Say that you have looked at it",
                    says: "Look at what stands on it, and at who is in it.",
                    reason: TextField("found", "What did you see?", value: visit.form["found"], problems: problems),
                    button: "Keep this on record",
                    open: tasks.contains { $0.kind == .checkGroup } || problems.contains { $0.field == "found" }))
        }
        if keeps {
            acts.append(
                PostPage.ActForm(
                    action: visit.link(.staffGroupEnd(part)), heading: "Close it",
                    says: "First close it on the network, or have it taken off the school’s name.",
                    reason: TextField("reason", "Why is it closed?", value: visit.form["reason"], problems: problems),
                    button: "Put on record that it is closed", open: problems.contains { $0.field == "reason" }))
        }
        return acts
    }

    private func handing(
        _ group: StaffGroup, _ part: SiteURL.Part, _ tasks: [OpenTask], _ problems: [Problem]
    ) async throws -> StaffGroupPage.Handing {
        let users = try await WhoChoice(able(at: group.school, besides: group.creator), in: visit)
        return StaffGroupPage.Handing(
            action: visit.link(.staffGroupCreator(part)),
            open: tasks.contains { $0.kind == .handOnGroup } || problems.contains { ["to", "why"].contains($0.field) },
            to: users.field("to", "Who answers for it now?", chosen: visit.form["to"], problems: problems),
            why: TextField("why", "Why is it handed on?", value: visit.form["why"], problems: problems))
    }

    /// The members of staff who can answer for a group of this school.
    /// - Parameter school: nil: of the whole organisation.
    func able(at school: Identifier<School>?, besides one: Identifier<User>) async throws -> UserQuery {
        let isOnly = try await desk.work.database.schools().count == 1
        return UserQuery(
            within: isOnly ? nil : school.map { .only([$0]) }, kinds: Set(Binding.Who.allCases.filter(\.isStaff)),
            besides: [one], isHere: true)
    }

    private func schoolName(_ group: StaffGroup, _ schools: [School]) -> String {
        group.school.flatMap { id in schools.first { $0.id == id }?.name } ?? visit.organisation?.name ?? "All schools"
    }

    private func looks(_ group: StaffGroup) -> String {
        guard group.isInUse else { return "No longer" }
        return "\(Self.often(group.everyDays)), next on \(When.date(group.nextCheck))"
    }

    private func tag(_ group: StaffGroup) -> Tag {
        guard group.isInUse else { return Tag(.quiet, "Closed") }
        return group.nextCheck <= visit.now ? Tag(.hold, "To be looked at", icon: .clock) : Tag(.clear, "In use")
    }

    /// `Every week`.
    static func often(_ days: Int) -> String {
        switch days {
        case 1: "Every day"
        case 7: "Every week"
        case 14: "Every two weeks"
        case 28: "Every four weeks"
        default: "Every \(days) days"
        }
    }
}
