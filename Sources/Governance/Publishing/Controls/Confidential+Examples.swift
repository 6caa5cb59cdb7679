extension Confidential {
    package static let examples: [ControlExample<PublishPost>] = [
        .init("an ordinary post", .example("The minutes of our meeting are on the website."), finds: []),
        .init(
            "a confidential helpline", .example("Our CONFIDENTIAL helpline is open. It is free and confidential."),
            finds: []),
        .init("a label that says nothing of the kind", .example { $0.labels = ["sports"] }, finds: []),
        .init("private study, secret gardens", .example("We read The Secret Garden in private study."), finds: []),
        .init("a marked draft", .example { $0.labels = ["Confidential"] }, finds: ["confidential"]),
        .init("a heading", .example("Confidential: next year's budget"), finds: ["confidential"]),
        .init("not for publication", .example("Staffing plans (not for publication)."), finds: ["confidential"]),
        .init("sensitive to trade, in capitals", .example("COMMERCIALLY SENSITIVE: the bids"), finds: ["confidential"]),
        .init("embargoed", .example("Embargoed until Thursday: our results"), finds: ["confidential"]),
        .init("a word of the school's own", .example("More about project heron soon."), finds: ["confidential"]),
        .init(
            "a word of the policy's own, in a hashtag", with: ["words": .words(["Merger plan"])],
            .example("All about the #mergerplan"), finds: ["confidential"]),
        .init("it sounds so", .example("Keep this quiet for now."), finds: ["confidential"]),
    ]
}
