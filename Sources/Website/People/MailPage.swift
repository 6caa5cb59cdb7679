import Foundation
import Governance
import Reading

/// Whether and how mail goes out, and what became of the last ones.
package struct MailPage: PageContent {
    package var notes: [Note]
    package var facts: [Fact]
    package var blank: Blank?
    package var change: String
    /// Where a test is sent; nil while no server is known.
    package var test: String?
    package var ledger: [LedgerEntry]
    package var anyMails: Bool

    static func page(
        _ server: MailServer?, queue: MailQueue, notes: [Note] = [], now: Date, link: (SiteURL) -> String
    ) -> Page {
        let isOn = server?.isOn ?? false
        let mails = queue.latest.map { line(in: $0, now: now) }
        return Page(
            isOn ? "Mail goes out" : "No mail goes out", title: "Mail", crumb: Crumb("Settings", link(.settings)),
            room: .settings,
            MailPage(
                notes: notes, facts: server.map { facts($0, queue) } ?? [],
                blank: server == nil
                    ? Blank(
                        "Mail is not set up",
                        "Until then messages wait on people’s first page, and you hand one-time links over yourself.",
                        action: HeadAction("Set it up", link(.mailChange))) : nil,
                change: link(.mailChange), test: server == nil ? nil : link(.mailTest), ledger: mails,
                anyMails: !mails.isEmpty))
    }

    private static func facts(_ server: MailServer, _ queue: MailQueue) -> [Fact] {
        let security = [MailServer.Security.tls: "TLS", .startTLS: "STARTTLS", .none: "without TLS, on this machine"]
        return [
            Fact("Server", "\(server.host), port \(server.port), \(security[server.security] ?? "")"),
            Fact("Signs in as", server.user ?? "Nobody: the server asks for no name"),
            Fact("Mails come from", server.from),
            Fact("Waiting", queue.waiting == 0 ? "None" : "\(queue.waiting)"),
        ]
    }

    private static func line(in mail: MailQueue.Line, now: Date) -> LedgerEntry {
        let tag: Tag =
            switch mail.state {
            case .sent: Tag(.clear, "Sent", icon: .check)
            case .waiting:
                mail.trouble == nil ? Tag(.quiet, "Waiting", icon: .clock) : Tag(.hold, "Tried again", icon: .clock)
            case .givenUp: Tag(.block, "Given up")
            }
        return LedgerEntry(
            When.near(Day(of: mail.at), today: Day(of: now)).capitalisedFirst, "at \(When.time(mail.at))",
            title: "\(mail.subject), to \(mail.to)", tag: tag, text: mail.trouble)
    }

    package static let examples: [Page] = {
        let link = { (url: SiteURL) in url.link(in: "harbour-view") }
        let now = Date(timeIntervalSince1970: 1_795_189_320)
        let server = MailServer(
            host: "smtp.school.example", port: 587, security: .startTLS, user: "chaperone", from: "c@school.example",
            isOn: true)
        let mail = { (state: MailQueue.State, trouble: String?) in
            MailQueue.Line(
                to: "p.nair@school.example", subject: "Something waits for you in Chaperone", at: now, state: state,
                trouble: trouble)
        }
        return [
            page(nil, queue: MailQueue(waiting: 0, latest: []), now: now, link: link),
            page(
                server,
                queue: MailQueue(
                    waiting: 2,
                    latest: [
                        mail(.waiting, nil), mail(.waiting, "smtp.school.example does not answer at port 587"),
                        mail(.sent, nil),
                        mail(.givenUp, "smtp.school.example refuses it for good, with the number 550"),
                    ]), notes: [Note(.clear, "The test is on its way.", "It went to h.osei@school.example.")], now: now,
                link: link),
        ]
    }()
}
