import Actions
import Foundation
import Governance
import Reading

/// The register of learning platforms, and of the parents who were told what is acceptable there.
enum PlatformRoutes {
    static let all: [Route] = [
        .get(.learningPlatforms, .platformReaders, list),
        .get(.newLearningPlatform, .platformKeepers) { visit in .page(try await newForm(visit)) },
        .post(.newLearningPlatform, .platformKeepers, .form, add),
        .get(.learningPlatform(.any), .platformKeepers) { visit in .page(try await changeForm(visit)) },
        .post(.learningPlatform(.any), .platformKeepers, .form, change),
        .get(.parentsTold(.any), .platformKeepers) { visit in .page(try await toldForm(visit)) },
        .post(.parentsTold(.any), .platformKeepers, .form, told),
    ]

    private static func crumb(_ visit: Visit) -> Crumb { Crumb("Learning platforms", visit.link(.learningPlatforms)) }

    private static func keptSchools(_ visit: Visit) async throws -> [School] {
        let authority = try visit.me.authority
        return try await visit.work.database.schools().filter {
            authority.holds(any: LearningPlatform.keepers, at: $0.id)
        }
    }

    // MARK: - Looking

    @Sendable private static func list(_ visit: Visit) async throws -> Reply {
        let schools = try await visit.work.database.schools()
        let names = try await visit.work.database.userNames()
        let kept = Set(try await keptSchools(visit).map(\.id))
        let authority = try visit.me.authority
        let readers = LearningPlatform.keepers + PolicyRegister.readers + [.dsl]
        let inReach = Set(schools.filter { authority.holds(any: readers, at: $0.id) }.map(\.id))
        let tasks = Set(try await visit.work.database.platformsToTell().map(\.text))
        let lines = try await visit.work.database.learningPlatforms().filter {
            inReach.contains($0.platform.school)
        }.map { platform, told in
            line(
                platform, told, school: schools.count > 1 ? schools.first { $0.id == platform.school }?.name : nil,
                names, mayKeep: kept.contains(platform.school), isTask: tasks.contains(platform.id.text), visit)
        }
        return .page(
            Page(
                "Learning platforms", lead: "Where parents can post, they are told what is acceptable.",
                actions: kept.isEmpty
                    ? [] : [HeadAction("Add a platform", icon: .plus, visit.link(.newLearningPlatform))],
                tabs: (try? await PolicyShown(visit).tabs(visit, .learningPlatforms)) ?? [], room: .policy,
                PlatformsPage(
                    families: HeadAction("The page for families", visit.link(.families)),
                    platforms: lines, anyPlatforms: !lines.isEmpty,
                    blank: Blank(
                        "No learning platform is on the register",
                        "Add each one that parents can see, and whether they can post there."))))
    }

    private static func line(
        _ platform: LearningPlatform, _ told: [ParentsTold], school: String?, _ names: [Identifier<User>: String],
        mayKeep: Bool, isTask: Bool, _ visit: Visit
    ) -> PlatformsPage.Line {
        let tag =
            platform.isOver
            ? Tag(.quiet, "Not used any more")
            : !platform.parentsPost
                ? Tag(.quiet, "Parents cannot post")
                : isTask ? Tag(.hold, "Parents to be told", icon: .clock) : Tag(.clear, "Parents told", icon: .check)
        let part = SiteURL.Part.value(platform.id.text)
        var facts: [Fact] = []
        if let school { facts.append(Fact("School", school)) }
        if let address = platform.address { facts.append(Fact("Address", WebAddress.shown(address))) }
        if !platform.rules.isEmpty { facts.append(Fact("What is acceptable", platform.rules)) }
        let isOn = platform.parentsPost && !platform.isOver
        return PlatformsPage.Line(
            anchor: "p-" + platform.id.text, name: platform.name, tag: tag, facts: facts,
            told: told.map { told in
                "\(told.whom ?? "All families"), \(told.how.title), on \(When.date(told.on)), by "
                    + (names[told.by] ?? "someone who has left")
            }, anyTold: !told.isEmpty, nobody: isOn ? "Nobody is on record as told yet." : "",
            links: !mayKeep
                ? []
                : (isOn ? [HeadAction("Put telling on record", visit.link(.parentsTold(part)))] : [])
                    + [HeadAction("Change", visit.link(.learningPlatform(part)))])
    }

    // MARK: - Keeping

    private static func newForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        PlatformForms.platform(
            visit.form, now: nil, schools: try await keptSchools(visit).map { ($0.slug, $0.name) },
            to: visit.link(.newLearningPlatform), back: crumb(visit), problems: problems)
    }

    @Sendable private static func add(_ visit: Visit) async throws -> Reply {
        do {
            let kept = try await keptSchools(visit)
            let chosen = kept.count == 1 ? kept.first : kept.first { $0.slug == visit.form["school"] }
            guard let chosen else { throw ActionError.invalid("school", "Choose the school") }
            try await AddLearningPlatform(
                school: chosen.id, name: visit.form["name"], address: visit.form["address"],
                parentsPost: visit.form.all("is").contains("post"), rules: visit.form["rules"]
            ).perform(in: visit.work, by: visit.actor)
            return .see(.learningPlatforms)
        } catch ActionError.invalid(let errors) {
            return .page(try await newForm(visit, errors.map(Problem.init)))
        }
    }

    private static func platform(_ visit: Visit) async throws -> LearningPlatform {
        let all = try await visit.work.database.learningPlatforms()
        guard let platform = all.first(where: { $0.platform.id.text == visit.part("platform") })?.platform,
            try visit.me.authority.holds(any: LearningPlatform.keepers, at: platform.school)
        else { throw TurnedAway.notFound }
        return platform
    }

    private static func changeForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let platform = try await platform(visit)
        return PlatformForms.platform(
            visit.form, now: platform, schools: [], to: visit.link(.learningPlatform(.value(platform.id.text))),
            back: crumb(visit), problems: problems)
    }

    @Sendable private static func change(_ visit: Visit) async throws -> Reply {
        var platform = try await platform(visit)
        do {
            platform.name = visit.form["name"]
            platform.address = visit.form["address"]
            platform.rules = visit.form["rules"]
            platform.parentsPost = visit.form.all("is").contains("post")
            platform.isOver = visit.form.all("is").contains("over")
            try await ChangeLearningPlatform(to: platform).perform(in: visit.work, by: visit.actor)
            return .see(.learningPlatforms)
        } catch ActionError.invalid(let errors) {
            return .page(try await changeForm(visit, errors.map(Problem.init)))
        }
    }

    private static func toldForm(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let platform = try await platform(visit)
        return PlatformForms.told(
            platform, visit.form, today: When.date(visit.now),
            to: visit.link(.parentsTold(.value(platform.id.text))), back: crumb(visit), problems: problems)
    }

    @Sendable private static func told(_ visit: Visit) async throws -> Reply {
        let platform = try await platform(visit)
        do {
            guard let isAll = ["yes": true, "no": false][visit.form["all"]] else {
                throw ActionError.invalid("all", "Choose who was told")
            }
            guard isAll || !visit.form.trimmed("whom").isEmpty else {
                throw ActionError.invalid("whom", "Enter the class or form")
            }
            guard let how = ParentsTold.How(rawValue: visit.form["how"]) else {
                throw ActionError.invalid("how", "Choose how they were told")
            }
            guard let day = Day(written: visit.form.trimmed("on")) else {
                throw ActionError.invalid("on", "Write the day like this: 24 November 2026")
            }
            try await RecordParentsTold(platform.id, whom: isAll ? "" : visit.form["whom"], how: how, on: day)
                .perform(in: visit.work, by: visit.me.user.id)
            return .see(.learningPlatforms)
        } catch ActionError.invalid(let errors) {
            return .page(try await toldForm(visit, errors.map(Problem.init)))
        }
    }
}
