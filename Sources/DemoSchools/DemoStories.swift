/// What each organisation wrote in the last weeks, oldest first.
extension DemoOrganisation {
    var stories: [DemoStory] {
        switch policy {
        case "LINK": harbourStories
        case "LLT": saltmarshStories
        case "DSAT": woldStories
        case "PEN": aidanStories
        default: noorStories
        }
    }

    /// Sent, and approved by a senior leader.
    var out: [DemoStory.Step] { [.sent, .approved(by: .leader)] }

    /// The same, and published with its address as proof.
    func published(_ path: String) -> [DemoStory.Step] { out + [.published(by: .office, path: path)] }
}
