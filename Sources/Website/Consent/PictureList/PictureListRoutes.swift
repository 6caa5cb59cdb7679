import Actions
import Governance
import Reading

/// The list of those who must not be published, for those who post and those who keep it.
enum PictureListRoutes {
    static let all: [Route] = [
        .get(.pictureLists, .listReaders) { visit in
            let schools = try await schools(visit)
            guard let first = schools.first else { throw TurnedAway.notFound }
            return .see(.pictureList(.value(first.slug)))
        },
        .get(.pictureList(.any), .listReaders, list),
        .post(.pictureList(.any), .listReaders, .form) { visit in
            let school = try await school(visit)
            guard let version = Int(visit.form["version"]) else { throw TurnedAway.unreadableForm }
            try await KnowPictureList(at: school.id, version: version).perform(
                in: visit.work, by: try visit.me.user.id)
            return .see(.pictureList(.value(school.slug)))
        },
    ]

    private static func schools(_ visit: Visit) async throws -> [School] {
        let every = try await visit.work.database.schools()
        let reach = try visit.me.authority.reach(as: ConsentRoles.knowing, among: every.map(\.id))
        return every.filter { reach.contains($0.id) }
    }

    private static func school(_ visit: Visit) async throws -> School {
        guard let school = try await schools(visit).first(where: { $0.slug == visit.part("school") }) else {
            throw TurnedAway.notFound
        }
        return school
    }

    /// Nobody can be looked up, which is not the same as that nobody has said no.
    private static func emptyRoll(_ visit: Visit) -> Blank {
        let brings = visit.site.routes.admit(visit.visitor, to: .rollImport)
        return Blank(
            "The roll of this school is empty",
            "Nobody can be looked up yet, so show no child. Once the roll is brought in, those who said no stand here.",
            action: brings ? HeadAction("Bring in the roll", icon: .upload, visit.link(.rollImport)) : nil)
    }

    @Sendable private static func list(_ visit: Visit) async throws -> Reply {
        let school = try await school(visit)
        let schools = try await schools(visit)
        let database = try visit.work.database
        let me = try visit.me
        let list = try await database.pictureList(at: school.id)
        let lines = try await database.pictureListLines(at: school.id)
        let visitors = try await database.visitorObjections(at: school.id)
        let keepsList = me.authority.holds(any: ConsentRoles.keeping, at: school.id)
        let policy = try await visit.work.policyInForce(at: school.id)?.policy
        let known = try await database.knownPictureList(of: me.user.id, at: school.id)
        let asks = policy?.asksToKnowPictureList ?? false
        let posts = me.authority.holds(any: PublishingRoles.writing, at: school.id)
        let keeps = me.authority.holds(any: ConsentRoles.reading, at: school.id)
        let readers = asks && keeps ? try await database.pictureListReaders(at: school.id) : []
        let unread = readers.filter { $0.version < list.version }
        let word = visit.organisation?.pupilWord ?? PupilWord()
        let beside = try await database.besidePictureList(at: school.id)
        let sections = policy?.sections(carriedBy: .knowList) ?? []
        let keptBy = policy.flatMap { $0.keepsPictureList ? $0.pictureListKeeper.title : nil }
        let isReader = WhoMay.consentReaders.admits(visit.visitor)
        return .page(
            Page(
                lines.isEmpty && visitors.isEmpty
                    ? beside.all == 0 ? "There is no list yet" : "Nobody is on the list"
                    : visitors.isEmpty
                        ? "\(word.capital) and staff who must not be pictured"
                        : "\(word.capital), staff and visitors who must not be pictured",
                title: "Who must not be pictured", eyebrow: schools.count > 1 ? school.name : nil,
                crumb: isReader ? ConsentRoutes.crumb(visit) : nil,
                actions: keepsList
                    ? [
                        HeadAction(
                            "Add a visitor who objects", icon: .plus,
                            visit.link(.newVisitorObjection(.value(school.slug))))
                    ] : [],
                tabs: schools.count > 1
                    ? schools.map {
                        Tab($0.name, visit.link(.pictureList(.value($0.slug))), current: $0.id == school.id)
                    } : [], room: .consent,
                PictureListPage(
                    beside: PictureListPage.beside(silent: beside.silent, ended: beside.ended),
                    lines: lines.map { line in
                        PictureListPage.Line(
                            name: line.entry.person.shortName, form: line.entry.person.form ?? "",
                            shut: Consent.shutInWords(line.shut), since: line.since.map { When.date($0) } ?? "",
                            isNew: asks && posts && (line.version ?? 0) > known ? Tag(.warn, "New", icon: .bell) : nil,
                            end: nil)
                    }
                        + visitors.map { visitor in
                            PictureListPage.Line(
                                name: visitor.person(at: nil).calledName, form: "Visitor: \(visitor.description)",
                                shut: "Anything, anywhere", since: When.date(visitor.at),
                                isNew: asks && posts && visitor.version > known
                                    ? Tag(.warn, "New", icon: .bell) : nil,
                                end: keepsList ? visit.link(.visitorObjectionEnd(.value(visitor.id.text))) : nil)
                        }, anyLines: !lines.isEmpty || !visitors.isEmpty,
                    blank: beside.all == 0
                        ? emptyRoll(visit)
                        : Blank(
                            "Nobody has said no", "Whoever says no, or sets a limit, stands here from that moment."),
                    know: asks && posts && known < list.version
                        ? .init(
                            to: visit.link(.pictureList(.value(school.slug))), version: list.version,
                            clause: sections.first.map {
                                ClauseChip($0, at: visit.link(.policy) + "#" + ClauseChip.anchor($0))
                            }) : nil,
                    known: asks && posts && list.version > 0 && known >= list.version
                        ? Tag(.clear, "You have read this version", icon: .check) : nil,
                    others: unread.isEmpty
                        ? nil
                        : Note(
                            .hold, "\(unread.count) of \(readers.count) who post have not read the last change.",
                            "They cannot send pictures until they have. It waits among their tasks.", icon: .eye),
                    unread: unread.map(\.user.name), anyUnread: !unread.isEmpty,
                    foot: "Version \(list.version)"
                        + (list.changedAt.map { ", changed on \(When.full($0))" } ?? "")
                        + (keptBy.map { ". Kept by: \($0)" } ?? "")
                        + ". Print this page with your browser: buttons and menus stay off the paper.")))
    }
}
