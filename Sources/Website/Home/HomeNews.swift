import Actions
import Foundation
import Governance
import Reading

extension HomePage.News {
    /// How many messages the page shows at most.
    static let most = 8

    /// Nil when everything was read.
    init?(_ home: HomeRead, for visit: Visit) {
        guard !home.news.isEmpty else { return nil }
        var entries: [LedgerEntry] = []
        for entry in home.news.map({ LedgerEntry($0, about: home.titles[$0.subject], in: visit) })
        where !entries.contains(where: { $0.saysTheSame(as: entry) }) {
            entries.append(entry)
        }
        self.init(entries, to: visit.link(.notices))
    }
}

extension LedgerEntry {
    /// A message, with when it came and a link to what it is about.
    fileprivate init(_ notice: Notice, about title: PostTitle?, in visit: Visit) {
        let day = When.near(Day(of: notice.sentAt), today: Day(of: visit.now))
        self.init(
            day.capitalisedFirst, "at \(When.time(notice.sentAt))", title: notice.says,
            link: Self.link(notice, title, visit), text: title.map { "“\($0.title)”" })
    }

    /// What happened at each of several accounts at once is told once.
    fileprivate func saysTheSame(as other: LedgerEntry) -> Bool {
        (key, keySmall, title, link, text) == (other.key, other.keySmall, other.title, other.link, other.text)
    }

    private static func link(_ notice: Notice, _ title: PostTitle?, _ visit: Visit) -> String? {
        if let title { return visit.link(.post(.value(title.post.text))) }
        return switch (notice.kind, notice.subject.kind) {
        case (.authorityChanged, _), (.deputyNamed, _), (.codesReset, _), (.providerBound, _), (.userChanged, _):
            visit.link(.me)
        case (.mailGivenUp, _), (.mailHeld, _):
            visit.site.routes.admit(visit.visitor, to: .mail) ? visit.link(.mail) : nil
        case (.providerRefused, _), (.administratorMade, _): visit.link(.user(id: .value(notice.subject.id)))
        case (.acknowledgementReminder, _): visit.link(.policyAcknowledgement(.value(notice.subject.id)))
        case (.concernRaised, _): visit.link(.concern(.value(notice.subject.id)))
        case (.postHandedOn, _): visit.link(.posts) + "?author=\(visit.visitor?.id ?? "")"
        case (.replyJudged, _): visit.link(.accountReply(.value(notice.subject.id)))
        case (_, .account): visit.link(.account(.value(notice.subject.id)))
        case (_, .accountApplication): visit.link(.accountApplication(.value(notice.subject.id)))
        case (_, .onePersonRequest): visit.link(.onePerson(.value(notice.subject.id)))
        case (_, .post): visit.link(.post(.value(notice.subject.id)))
        default: nil
        }
    }
}
