/// An account is registered with the school's own e-mail address (ACC-08).
package struct SchoolEmail: Control {
    package static let id = "accounts.school-email"
    package static let about =
        "Notices a log-in or recovery address at a free mail service, where the policy would have the school’s own."
    package static let parameters: [Parameter] = []
    package static let codes = ["free_mail"]

    package init(_ arguments: Arguments) {}

    package func examine(_ act: OpenAccount) -> [Observation] {
        let given = [("loginEmail", act.details.loginEmail), ("recoveryEmail", act.details.recoveryEmail)]
        return given.compactMap { field, address in
            guard let address, let host = address.lowercased().split(separator: "@").last.map(String.init),
                address.contains("@"), Self.isFree(host)
            else { return nil }
            return Observation(
                "free_mail", at: Place(field), evidence: host, basis: .record,
                says: "The address is at \(host), which is no address of the school.",
                advice: "Use an official school e-mail address if there is one.")
        }
    }

    private static func isFree(_ host: String) -> Bool {
        free.contains { host == $0 || host.hasPrefix($0 + ".") || host.hasSuffix("." + $0) }
    }

    /// The services that people in Britain know, without the ending where they have many.
    private static let free = [
        "gmail.com", "googlemail.com", "outlook", "hotmail", "live", "msn.com", "yahoo", "ymail.com",
        "rocketmail.com", "icloud.com", "me.com", "mac.com", "aol", "proton.me", "protonmail.com", "pm.me", "gmx",
        "mail.com", "zoho.com", "btinternet.com", "sky.com", "virginmedia.com", "talktalk.net", "ntlworld.com",
        "tiscali.co.uk", "fastmail.com", "tutanota.com", "hey.com", "yandex",
    ]

    private static func with(_ login: String?, _ recovery: String? = nil) -> OpenAccount {
        .example(.opening) {
            $0.details.loginEmail = login
            $0.details.recoveryEmail = recovery
        }
    }

    package static let examples: [ControlExample<OpenAccount>] = [
        .init("the school's own", with("accounts@quay.example", "it@quay.example"), finds: []),
        .init("none said", with(nil), finds: []),
        .init("no address at all", with("gmail.com"), finds: []),
        .init("Gmail", with("quayschool@gmail.com"), finds: ["free_mail"]),
        .init("a British Hotmail", with("quay@hotmail.co.uk"), finds: ["free_mail"]),
        .init(
            "both, in capitals", with("Quay@GMAIL.com", "quay@Yahoo.co.uk"), finds: ["free_mail", "free_mail"]),
    ]
}
