import Testing

@testable import Governance

@Suite("A handle beside what a network says") struct ComparedHandleTests {
    @Test(
        "is the same, another, or cannot be compared",
        arguments: [
            (Network.x, "https://x.com/Quay", ["@quay"], AccountHandle.Comparison.same),
            (.x, "@quay", ["@priya"], .other), (.x, "Our account", ["@quay"], .unknown), (.x, "@quay", [], .unknown),
            (.instagram, "instagram.com/quay.school", ["@Quay.School"], .same), (.instagram, "@quay", ["@q"], .other),
            (.bluesky, "@quay", ["quay.bsky.social", "did:plc:a"], .same),
            (.bluesky, "did:plc:a", ["quay.bsky.social", "did:plc:a"], .same),
            (.bluesky, "@quay.example", ["quay.bsky.social"], .other),
            (.mastodon, "https://social.quay.example/@quay", ["@quay@quay.example"], .other),
            (
                .mastodon, "https://social.quay.example/@quay",
                ["@quay@quay.example", "https://social.quay.example/@quay"], .same
            ),
            (.mastodon, "@quay", ["@quay@quay.example"], .same), (.mastodon, "@quay", ["@q@quay.example"], .other),
            (.mastodon, "social.quay.example", ["@quay@quay.example"], .unknown),
            (.facebook, "facebook.com/quay.example", ["1001", "https://www.facebook.com/QuayExample/"], .same),
            (.facebook, "facebook.com/quay.example", ["1001", "https://www.facebook.com/1001"], .unknown),
            (.facebook, "facebook.com/quay.example", ["1001", "https://www.facebook.com/friends"], .other),
            (.facebook, "facebook.com/profile.php?id=1001", ["1001", "https://www.facebook.com/quay"], .same),
            (.facebook, "facebook.com/Quay-School-100112345678", ["100112345678"], .same),
            (.facebook, "facebook.com/profile.php?id=1002", ["1001"], .other),
            (.linkedin, "linkedin.com/company/2414183", ["2414183"], .same),
            (.linkedin, "linkedin.com/company/2414184/", ["2414183"], .other),
            (.linkedin, "linkedin.com/school/quay", ["2414183"], .unknown),
        ])
    func compared(
        _ network: Network, _ registered: String, _ names: [String], _ expected: AccountHandle.Comparison
    ) {
        #expect(AccountHandle.compare(registered, with: names, on: network) == expected, "\(registered) \(names)")
    }
}

@Suite("Handles in a text") struct HandlesTests {
    @Test("are found as networks find them, and addresses and times are none")
    func found() {
        let text =
            "Thanks @museum, @Museum and (@tina@social.example). @quay.bsky.social! office@quay.example, @3pm, @ 4, "
            + "https://social.example/@tina, @1st_hexham.@@twice .@dotted -@dashed +@plus first.last@quay.example "
            + "a+b@quay.example"
        #expect(
            Handles.of(text) == [
                "@museum", "@tina@social.example", "@quay.bsky.social", "@1st_hexham", "@dotted", "@dashed", "@plus",
            ])
        #expect(Handles.of(String(repeating: "@", count: 20_000)).isEmpty)
        #expect(Handles.of(String(repeating: "@.", count: 20_000)).isEmpty)
    }
}
