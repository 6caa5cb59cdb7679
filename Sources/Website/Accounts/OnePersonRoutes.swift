import Actions
import Foundation
import Governance
import Reading

/// Going back from two people to one for a look at log-in details: what was asked, and its answer by another.
enum OnePersonRoutes {
    static let all: [Route] = [
        .get(.onePerson(.any), .signedIn) { visit in .page(try await OnePersonDesk(visit).page()) },
        .post(.onePersonConfirmed(.any), .signedIn, .form) { visit in
            let desk = try await OnePersonDesk(visit)
            try await ConfirmOnePerson(desk.request.id).perform(in: desk.work, by: visit.actor)
            return .see(desk.here)
        },
        .post(.onePersonDeclined(.any), .signedIn, .form) { visit in
            let desk = try await OnePersonDesk(visit)
            do {
                try await DeclineOnePerson(desk.request.id, why: visit.form["why"])
                    .perform(in: desk.work, by: visit.actor)
            } catch ActionError.invalid(let errors) {
                return .page(try await desk.page(errors.map(Problem.init)))
            }
            return .see(desk.here)
        },
    ]
}

/// What the page of one such wish begins with; there is none for whom it does not concern.
struct OnePersonDesk {
    let visit: Visit
    let work: Organisation
    let request: OnePersonRequest
    let schools: [School]
    private let confirmers: Set<Identifier<User>>
    private let mayDecline: Bool

    init(_ visit: Visit) async throws {
        self.visit = visit
        work = try visit.work
        let database = work.database
        guard let request = try await database.onePersonRequest(Identifier(visit.part("request"))) else {
            throw TurnedAway.notFound
        }
        self.request = request
        schools = try await database.schools(of: request)
        let authority = try visit.me.authority
        var allowing: [Identifier<School>: [Role]] = [:]
        for school in schools { allowing[school.id] = try await work.accountTerms(at: school.id).allowing }
        confirmers = try await database.confirmers(of: request, allowing: allowing)
        let isMine = try request.askedBy == visit.me.user.id
        mayDecline =
            isMine || authority.holds(any: [.administrator], at: nil)
            || allowing.contains { authority.holds(any: $1, at: $0) }
        guard mayDecline || authority.holds(any: Settings.keepers, at: request.school) else {
            throw TurnedAway.notFound
        }
    }

    var here: SiteURL { .onePerson(.value(request.id.text)) }

    func page(_ problems: [Problem] = []) async throws -> Page {
        let names = try await work.database.userNames()
        let me = try visit.me.user.id
        let waits = request.waits(at: visit.now)
        let isMine = request.askedBy == me
        let asker = names[request.askedBy] ?? "Someone who has left"
        let able = confirmers.compactMap { names[$0] }.sorted()
        return Page(
            "May one person alone look at log-in details again?", crumb: Crumb("Accounts", visit.link(.accounts)),
            problems: problems, room: .accounts,
            OnePersonPage(
                notes: [note(names, mayConfirm: confirmers.contains(me), isMine: isMine)],
                facts: [
                    Fact("Asked by", "\(asker), \(When.near(request.askedAt, now: visit.now))"),
                    Fact("Why", quoted(request.reason)),
                    Fact("Where", schools.map(\.name).joined(separator: ", ")),
                ]
                    + (waits
                        ? [
                            Fact("Lapses", When.near(request.lapsesAt, now: visit.now).capitalisedFirst),
                            Fact(
                                "Who may confirm it", able.isEmpty ? "Nobody now" : able.joined(separator: ", ")),
                        ] : []),
                confirm: waits && confirmers.contains(me)
                    ? PostPage.ActForm(
                        action: visit.link(.onePersonConfirmed(.value(request.id.text))), heading: "Confirm it",
                        says: "From then on one person sees log-in details alone, for a reason that is on record. "
                            + "Everybody who keeps them is told.",
                        reason: nil, button: "Confirm: one person is enough") : nil,
                decline: waits && mayDecline
                    ? PostPage.ActForm(
                        action: visit.link(.onePersonDeclined(.value(request.id.text))),
                        heading: isMine ? "Take it back" : "Decline it",
                        says: "Each look goes on taking two people." + (isMine ? "" : " \(asker) is told why."),
                        reason: TextField("why", "Why?", value: visit.form["why"], problems: problems),
                        button: isMine ? "Take it back" : "Decline it", open: true) : nil))
    }

    private func note(_ names: [Identifier<User>: String], mayConfirm: Bool, isMine: Bool) -> Note {
        let who = request.answeredBy.map { names[$0] ?? "Someone who has left" } ?? "Nobody"
        let day = request.settledAt.map { When.near($0, now: visit.now) } ?? ""
        return switch request.answer {
        case .confirmed:
            Note(.hold, "\(who) confirmed it \(day).", "One person alone may look at log-in details.", icon: .lock)
        case .declined where request.answeredBy == request.askedBy:
            Note(.quiet, "It was taken back \(day).", "Each look takes two people.", icon: .lock)
        case .declined: Note(.quiet, "\(who) declined it \(day).", "Each look takes two people.", icon: .lock)
        case .lapsed: Note(.quiet, "Nobody confirmed it in time.", "Each look takes two people.", icon: .lock)
        case nil where !request.waits(at: visit.now):
            Note(.quiet, "Nobody confirmed it in time.", "Each look takes two people.", icon: .lock)
        case nil where mayConfirm:
            Note(.hold, "It waits for you.", "Until you confirm it, each look takes two people.")
        case nil:
            Note(
                .hold, isMine ? "It waits for another." : "It waits for an answer.",
                "Until somebody confirms it, each look takes two people.")
        }
    }
}
