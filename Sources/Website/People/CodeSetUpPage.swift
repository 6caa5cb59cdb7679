import Actions

/// Setting up one-time codes: a square to scan, the key as text, and the first code as proof.
package struct CodeSetUpPage: PageContent {
    package var square: Square?
    /// The key for typing.
    package var key: String
    package var name: String
    package var to: String
    package var code: TextField

    package struct Square: Shows {
        package var side: Int
        package var path: String
    }

    static func page(_ key: SetUpOneTimeCodes.Key, to link: String, problems: [Problem] = []) -> Page {
        page(key.address, key: key.text, name: key.name, to: link, problems: problems)
    }

    private static func page(
        _ address: String, key: String, name: String, to link: String, problems: [Problem] = []
    ) -> Page {
        let fours = stride(from: 0, to: key.count, by: 4).map { key.dropFirst($0).prefix(4) }
        return Page(
            "Set up codes on your telephone", title: "Set up codes",
            lead: "Your role carries much, so a password alone is not enough. It takes two minutes, once.",
            problems: problems, frame: .journey,
            CodeSetUpPage(
                square: QRCode(address).map { Square(side: $0.side, path: $0.path) },
                key: fours.joined(separator: " "), name: name, to: link,
                code: TextField(
                    "code", "The code that it shows", hint: "Six figures.", autocomplete: "one-time-code", short: true,
                    problems: problems)))
    }

    package static let examples = [
        page(
            "otpauth://totp/Chaperone:p.nair@harbourview.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
            key: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", name: "p.nair@harbourview.example",
            to: "/harbour-view/sign-in/code/set-up",
            problems: [Problem("code", "That is not the code of this minute. Compare the clock of your telephone")])
    ]
}
