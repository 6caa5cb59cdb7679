extension Network {
    /// What Chaperone does there, by the network's documentation; nil where everything is done by hand. A server of one's
    /// own may allow more, and is asked when an account is connected.
    package var stated: Capabilities? {
        switch self {
        case .website: Capabilities(closesReplies: true, edits: true, film: FilmLimits(besidePictures: true))
        case .mastodon:
            // docs.joinmastodon.org, methods/statuses and entities/V2_Instance, July 2026
            Capabilities(
                edits: true, film: FilmLimits(bytes: 103_809_024, inOnePost: 1),
                limits: PostLimits(
                    characters: 500, linkLength: 23, pictures: 4, alternativeText: 1_500, pictureBytes: 16_777_216))
        case .bluesky:
            // lexicons app.bsky.feed.post, app.bsky.embed.images and app.bsky.feed.threadgate, August 2026
            Capabilities(
                closesReplies: true,
                limits: PostLimits(characters: 300, pictures: 4, alternativeText: 2_000, pictureBytes: 2_000_000))
        case .facebook:
            // developers.facebook.com/docs/pages-api/posts and /docs/graph-api/reference/page/photos, July 2026; no
            // field of a post closes its comments
            Capabilities(
                edits: true, limits: PostLimits(characters: 63_206, pictures: 10, pictureBytes: 10_000_000))
        case .instagram:
            // developers.facebook.com/docs/instagram-platform/content-publishing, July 2026; with the sign-in of
            // Instagram no post can be taken down or changed
            Capabilities(
                closesReplies: true, takesDown: false, needsPublicPicture: true,
                limits: PostLimits(
                    characters: 2_200, pictures: 10, alternativeText: 1_000, pictureBytes: 8_000_000,
                    pictureShape: PictureShape(
                        narrowest: .init(4, to: 5), widest: .init(191, to: 100), leastWidth: 320, mostWidth: 1_440),
                    hashtags: 30, mentions: 20))
        case .x:
            // docs.x.com/x-api/posts/create-post and /x-api/media, August 2026; whom a post mentions may always answer
            Capabilities(
                closesReplies: true, namedMayAnswer: true,
                limits: PostLimits(
                    characters: 280, linkLength: 23, pictures: 4, alternativeText: 1_000, pictureBytes: 5_000_000))
        case .linkedin:
            // learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api and images-api; comments-api:
            // closing deletes what was commented
            Capabilities(
                closesReplies: true, closingDeletesAnswers: true, edits: true,
                limits: PostLimits(
                    characters: 3_000, pictures: 20, alternativeText: 4_086, pictureBytes: 8_000_000))
        case .threads, .youtube, .tiktok, .other: nil
        }
    }

    /// How many pictures one post of a person takes there, as far as the network says the same to everybody.
    package var picturesByHand: Int? {
        switch self {
        // help.x.com, "How to post photos or GIFs"; bsky.social's composer; docs.joinmastodon.org, user/posting
        case .x, .bluesky, .mastodon: 4
        // help.instagram.com, "Share a post with multiple photos or videos"
        case .instagram: 20
        default: nil
        }
    }

    /// Whether a post without a picture or film cannot be made there.
    package var needsMedia: Bool { [.instagram, .tiktok, .youtube].contains(self) }
}
