/// The codes for when the telephone is lost, shown once.
package struct RecoveryCodesPage: PageContent {
    package var codes: [String]
    package var home: String

    static func page(_ codes: [String], home: String) -> Page {
        Page(
            "Keep these ten codes", title: "Recovery codes",
            lead:
                "You are signed in. If your telephone is lost, each of these lets you in once. They are not shown again.",
            frame: .journey, RecoveryCodesPage(codes: codes, home: home))
    }

    package static let examples = [
        page(["k7m2-9xqd-3f4a-8w1c", "p0r5-t6vb-2n9e-j4hs"], home: "/harbour-view")
    ]
}
