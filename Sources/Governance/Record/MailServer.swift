import Foundation

/// The mail server through which messages go out.
package struct MailServer: Sendable, Equatable, Codable {
    package enum Security: String, Sendable, Codable, CaseIterable {
        /// TLS from the first byte, usually at port 465.
        case tls
        /// The connection becomes TLS before anything is said, usually at port 587; a server that cannot gets nothing.
        case startTLS = "starttls"
        /// None: only for a server on this very machine.
        case none
    }

    package var host: String
    package var port: Int
    package var security: Security
    /// Nil where the server asks for no sign-in.
    package var user: String?
    /// The address that messages come from.
    package var from: String
    package var isOn = false

    package init(host: String, port: Int, security: Security, user: String? = nil, from: String, isOn: Bool = false) {
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.from = from
        self.isOn = isOn
    }

    /// Tidied, and what is wrong with it.
    package func checked() -> (MailServer, [FieldError]) {
        var tidy = self
        tidy.host = host.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        tidy.from = from.trimmingCharacters(in: .whitespacesAndNewlines)
        tidy.user = user?.trimmingCharacters(in: .whitespacesAndNewlines)
        if tidy.user?.isEmpty == true { tidy.user = nil }
        var errors: [FieldError] = []
        if tidy.host.wholeMatch(of: /[a-z0-9]([a-z0-9.-]*[a-z0-9])?/) == nil {
            errors.append(FieldError("host", "Enter the server’s name, such as smtp.school.example"))
        }
        if !(1...65_535).contains(port) { errors.append(FieldError("port", "Enter a port from 1 to 65535")) }
        if security == .none, !["localhost", "127.0.0.1"].contains(tidy.host) {
            errors.append(
                FieldError("security", "Without TLS everyone on the way can read it. Choose one of the other two"))
        }
        if !Self.isAddress(tidy.from) {
            errors.append(FieldError("from", "Enter an e-mail address such as chaperone@school.example"))
        }
        if let user = tidy.user, user.count > 200 || user.contains(where: \.isNewline) {
            errors.append(FieldError("user", "This is no name to sign in with"))
        }
        return (tidy, errors)
    }

    /// Whether a mail can go there: one address, and nothing that could end a line of a message.
    package static func isAddress(_ text: String) -> Bool {
        text.count <= 254 && text.allSatisfy(\.isASCII)
            && text.wholeMatch(of: /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+/) != nil
    }
}
