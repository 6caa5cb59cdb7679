import Governance
import Testing

@Suite("A post is called by the start of its text") struct PostTitleTests {
    @Test(arguments: [
        ("Sports day is on Friday.", "Sports day is on Friday."),
        ("\n\r\n  Sports day \u{2028}on Friday", "Sports day"), ("", "No text yet"), (" \n\n ", "No text yet"),
        (
            "The hall was full when the Year 5 choir, who had practised since June, sang",
            "The hall was full when the Year 5 choir, who had practised…"
        ),
        (String(repeating: "é", count: 61), String(repeating: "é", count: 60) + "…"),
        (String(repeating: "👩🏽‍🏫", count: 60), String(repeating: "👩🏽‍🏫", count: 60)),
    ])
    func title(text: String, title: String) {
        #expect(PostDraft.title(of: text) == title)
    }
}
