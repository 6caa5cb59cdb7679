import Foundation

/// A consent is judged on the day of publication, so that day must be known.
package struct TimeKnown: Control {
    package static let id = "publishing.time-known"
    package static let about = "Holds a post that does not say when it is to be published."
    package static let parameters: [Parameter] = []
    package static let codes = ["publish_time_missing"]

    package init(_ arguments: Arguments) {}

    package func examine(_ post: PublishPost) -> [Observation] {
        guard post.draft.publishAt == nil else { return [] }
        return [
            Observation(
                "publish_time_missing", basis: .record, says: "The post does not say when it is to be published.",
                advice: "Choose the day and time.")
        ]
    }

    package static let examples: [ControlExample<PublishPost>] = [
        .init("a post with a time", .example("Sports day"), finds: []),
        .init("a picture with a time", .example { $0.media = [.example()] }, finds: []),
        .init("a time long past is still a time", .example { $0.publishAt = .distantPast }, finds: []),
        .init("no time", .example("Sports day") { $0.publishAt = nil }, finds: ["publish_time_missing"]),
        .init("no time, no text", .example { $0.publishAt = nil }, finds: ["publish_time_missing"]),
        .init(
            "no time on a personal account",
            .example {
                $0.publishAt = nil
                $0.capacity = .personalAccount
            }, finds: ["publish_time_missing"]),
    ]
}
