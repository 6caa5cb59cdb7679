import Testing

@testable import Governance

@Suite("A handle, however it is written") struct AccountHandleTests {
    @Test(
        "is one account in every form that people write it",
        arguments: [
            (
                Network.x,
                ["@Quay", "quay", "https://x.com/Quay", "http://www.twitter.com/quay/", "x.com/quay?s=20", " @QUAY "]
            ),
            (
                .facebook,
                ["quay", "facebook.com/Quay", "https://m.facebook.com/quay/", "https://en-gb.facebook.com/quay"]
            ),
            (.instagram, ["@quay.school", "https://www.instagram.com/quay.school/"]),
            (.linkedin, ["quay", "https://uk.linkedin.com/company/quay/", "linkedin.com/school/quay"]),
            (.youtube, ["@quay", "youtube.com/c/Quay", "https://www.youtube.com/@quay"]),
            (.tiktok, ["@quay", "tiktok.com/@quay"]),
            (.bluesky, ["@quay.bsky.social", "https://bsky.app/profile/quay.bsky.social"]),
            (.mastodon, ["@quay@mastodon.example", "https://mastodon.example/@Quay"]),
            (.website, ["https://www.quay.example/", "quay.example"]),
        ])
    func one(_ network: Network, _ forms: [String]) {
        let known = Set(forms.map { AccountHandle($0, on: network) })
        #expect(known.count == 1, "\(known.map(\.text).sorted())")
    }

    @Test(
        "is another where it is another",
        arguments: [
            (Network.x, "@quay", "@quay2"), (.facebook, "facebook.com/groups/quay", "facebook.com/quay"),
            (.facebook, "facebook.com/profile.php?id=1", "facebook.com/profile.php?id=2"),
            (.linkedin, "linkedin.com/in/quay", "linkedin.com/company/quay"),
            (.website, "quay.example/news", "quay.example"), (.other, "Ask the office", "Ask the head"),
        ])
    func another(_ network: Network, _ one: String, _ other: String) {
        #expect(AccountHandle(one, on: network) != AccountHandle(other, on: network))
    }
}
