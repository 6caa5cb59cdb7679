extension PageCatalogue {
    /// The pages of the conduct room.
    static let conduct: [any PageContent.Type] = [SpeakingPage.self]
}
