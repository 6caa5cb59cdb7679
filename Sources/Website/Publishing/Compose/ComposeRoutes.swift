import Actions

/// Writing a post: a blank page, a draft, the check while one types, and the sending.
enum ComposeRoutes {
    static let all: [Route] = [
        .get(.newPost, .writers) { visit in .page(try await ComposeDesk(visit).blank()) },
        .post(.newPost, .writers, .form) { visit in try await ComposeDesk(visit).begin() },
        .get(.editPost(.any), .writers) { visit in try await ComposeDesk(visit).open() },
        .post(.editPost(.any), .writers, .form) { visit in try await ComposeDesk(visit).change() },
    ]
}
