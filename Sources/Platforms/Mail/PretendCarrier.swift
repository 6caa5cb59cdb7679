import Governance

/// The demonstration's and the tests' mail server: keeps what it is given and sends nothing anywhere. By the recipient's
/// name it does as a real one might:
///
/// - `refused@…`: refuses for good
/// - `later@…`: asks to try again
/// - anyone at all, when the server's name begins with `refuses.`: refuses the sender
/// - anyone else: takes it
package actor PretendCarrier: MailCarrier {
    package private(set) var taken: [OutgoingMail] = []

    package init() {}

    package func send(_ mail: OutgoingMail, through server: MailServer, password: String?) async throws {
        _ = try MailText.bytes(of: mail)
        if server.host.hasPrefix("refuses.") {
            throw MailTrouble("\(server.host) refuses to take mail from us, with the number 530", .setUp)
        }
        if mail.to.hasPrefix("refused@") {
            throw MailTrouble("\(server.host) refuses it for good, with the number 550", isFinal: true)
        }
        if mail.to.hasPrefix("later@") { throw MailTrouble("\(server.host) did not take it, with the number 451") }
        taken.append(mail)
    }
}
