import Foundation
import Governance
import Synchronization

/// A website made with WordPress: its REST interface, wp/v2, by an application password (WordPress 5.6 and later).
///
/// A post is made as a draft under a name of its own, found again by that name, and only then set to be read by all: setting
/// it twice is setting it once, so no race or lost answer can publish two.
package final class WordPressConnection: NetworkConnection {
    private let site: String
    private let userName: String
    private let password: String
    private let asking: NetworkAsking
    private let root = Mutex<String?>(nil)

    /// - Parameters:
    ///   - site: the address of the website.
    ///   - password: an application password; the spaces in which WordPress shows it do not matter.
    package init(
        site: String, userName: String, password: String, web: any WebClient,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        self.site = try ServerAddress.read(site)
        self.userName = userName
        self.password = password
        asking = NetworkAsking(web: web, clock: clock, secrets: [password, Self.basic(userName, password)])
    }

    package func check() async throws -> ConnectionReport {
        let me = try await ask(.get, "users/me", query: [("context", "edit")])
        let may = me["capabilities"]
        for (name, what) in [
            ("publish_posts", "this user may not publish posts"),
            ("edit_published_posts", "this user may not change posts that are out"),
            ("delete_published_posts", "this user may not take posts down"),
            ("upload_files", "this user may not upload pictures"),
        ] where may[name].flag != true {
            throw NetworkTrouble.notPermitted("\(what). Make it an author or an editor in WordPress")
        }
        let name = me["name"].text ?? userName
        let title = try await siteTitle()
        return ConnectionReport(
            identity: title.map { "\(name) at \($0)" } ?? name, address: me["link"].text, software: "WordPress",
            capabilities: Network.website.stated ?? Capabilities())
    }

    package func publish(_ post: OutgoingPost, lastMoment: LastMoment) async throws -> Published {
        let slug = WordPressNames.slug(of: post)
        var id = try await known(slug).map(\.id)
        if id == nil {
            let made = try await makeDraft(post, slug: slug)
            // two that made one at once agree on the older; the name of the later was changed, or it is the second of two
            id = try await known(slug).map(\.id)
            if let id, id != made { try await delete("posts/\(made)") }
        }
        guard let id else { throw NetworkTrouble.refused("The draft that was made is not there") }
        return try await finish(post, id: id, lastMoment: lastMoment)
    }

    package func find(_ post: OutgoingPost) async throws -> Published? {
        guard let found = try await known(WordPressNames.slug(of: post)), found.isOut else { return nil }
        return found.published
    }

    package func edit(_ id: String, to post: OutgoingPost, lastMoment: LastMoment) async throws {
        let now = try await ask(.get, "posts/\(Self.number(id))", query: [("context", "edit")])
        // the pictures stay; which description belongs to which is known by their order alone
        let words = WordPressText(post.wholeText)
        guard
            let figures = WordPressText.figures(
                in: now["content"]["raw"].text ?? "", saying: post.pictures.map(\.alt))
        else {
            throw NetworkTrouble.cannot(
                "The post there has other pictures than ours: somebody changed it on the website. Correct it there, or take "
                    + "it down and send it again")
        }
        try await lastMoment(nil)
        for picture in figures.pictures {
            _ = try await ask(.post, "media/\(picture.id)", body: ["alt_text": picture.alt], changes: true)
        }
        _ = try await ask(
            .post, "posts/\(Self.number(id))",
            body: ["title": words.title, "content": words.content + figures.text], changes: true)
    }

    package func abandon(_ post: OutgoingPost) async throws {
        // what is out is taken down, on somebody's order; here only what nobody can read yet is taken away
        if let draft = try await known(WordPressNames.slug(of: post)) {
            guard !draft.isOut else { return }
            try await takeDown(String(draft.id))
        }
        // uploaded, and not told yet to which post they belong
        for number in 0..<Self.mostPictures {
            let there = try await ask(.get, "media", query: [("slug", WordPressNames.picture(number, of: post))])
            guard let media = there.list?.first?["id"].number else { return }
            try await delete("media/\(media)")
        }
    }

    package func takeDown(_ id: String) async throws {
        let id = Self.number(id)
        let pictures = try await ask(.get, "media", query: [("parent", id), ("per_page", "100")])
        for picture in pictures.list ?? [] {
            if let number = picture["id"].number { try await delete("media/\(number)") }
        }
        try await delete("posts/\(id)")
    }

    // MARK: - Posts

    /// More than a post of ours ever has.
    private static let mostPictures = 50

    private struct KnownPost {
        let id: Int
        let status: String
        let published: Published
        var isOut: Bool { status == "publish" }
    }

    /// The post of this name, in whatever state; the oldest where there are two.
    private func known(_ slug: String) async throws -> KnownPost? {
        let found = try await ask(
            .get, "posts",
            query: [
                ("slug", slug), ("status", "publish,future,draft,pending,private"), ("context", "edit"),
                ("per_page", "10"), ("orderby", "id"), ("order", "asc"),
            ])
        return (found.list ?? []).compactMap(Self.known).first
    }

    private static func known(_ post: ReadJSON) -> KnownPost? {
        guard let id = post["id"].number, let status = post["status"].text else { return nil }
        return KnownPost(
            id: id, status: status,
            published: Published(
                id: String(id), address: post["link"].text ?? "",
                repliesAreClosed: post["comment_status"].text == "closed"))
    }

    private func makeDraft(_ post: OutgoingPost, slug: String) async throws -> Int {
        let words = WordPressText(post.wholeText)
        let made = try await ask(
            .post, "posts",
            body: [
                "title": words.title, "content": words.content, "slug": slug, "status": "draft",
                "comment_status": post.closesReplies ? "closed" : "open", "ping_status": "closed",
            ], changes: true)
        guard let id = made["id"].number else { throw NetworkTrouble.unsure }
        return id
    }

    /// Fills the draft and lets it be read; the one step by which anything goes out.
    private func finish(_ post: OutgoingPost, id: Int, lastMoment: LastMoment) async throws -> Published {
        let words = WordPressText(post.wholeText)
        var pictures: [WordPressText.Figure] = []
        for (number, picture) in post.pictures.enumerated() {
            let name = WordPressNames.picture(number, of: post)
            let (media, address) = try await upload(picture, named: name, parent: id)
            pictures.append(.init(media, address, alt: picture.alt, isFilm: picture.isFilm))
        }
        var body: [String: Any] = [
            "title": words.title, "content": words.content + WordPressText.figures(pictures), "status": "publish",
            "comment_status": post.closesReplies ? "closed" : "open",
        ]
        if let first = pictures.first(where: { !$0.isFilm }) { body["featured_media"] = first.id }
        try await lastMoment(nil)
        let out = try await ask(.post, "posts/\(id)", body: body, changes: true)
        guard let known = Self.known(out), known.id == id else { throw NetworkTrouble.unsure }
        guard known.isOut else {
            throw NetworkTrouble.refused("It is “\(asking.plain(known.status))” there and not to be read by all")
        }
        return known.published
    }

    /// Uploads a picture once: one of the same name that is there already is taken.
    private func upload(
        _ picture: OutgoingPicture, named name: String, parent: Int
    ) async throws -> (id: Int, address: String) {
        let there = try await ask(.get, "media", query: [("slug", name), ("context", "edit")])
        var media = there.list?.first
        if media == nil {
            // it belongs to its post from the first, so that it goes with it whatever happens
            let request = try await request(
                .post, "media", query: [("post", String(parent))],
                .bytes(picture.bytes, type: picture.mediaType),
                headers: [("Content-Disposition", "attachment; filename=\"\(name).\(picture.fileEnding)\"")],
                seconds: picture.isFilm ? 300 : 60)
            media = try read(await asking.answer(to: request))
        }
        guard let id = media?["id"].number, let address = media?["source_url"].text else {
            throw NetworkTrouble.unreachable
        }
        _ = try await ask(
            .post, "media/\(id)", body: ["alt_text": picture.alt, "post": parent, "comment_status": "closed"])
        return (id, address)
    }

    private func delete(_ path: String) async throws {
        let request = try await request(.delete, path, query: [("force", "true")])
        let answer = try await asking.answer(to: request, changes: true)
        // by its own words: a site that moved, or is closed by another plugin, finds nothing either
        if let code = ReadJSON(answer.body)["code"].text,
            ["rest_post_invalid_id", "rest_already_trashed"].contains(code)
        {
            return
        }
        _ = try read(answer)
    }

    /// So that nothing else can stand in the address.
    private static func number(_ id: String) -> String { String(Int(id) ?? 0) }

    // MARK: - Asking

    private func ask(
        _ method: WebRequest.Method, _ path: String, query: [(String, String)] = [], body: [String: Any]? = nil,
        changes: Bool = false
    ) async throws -> ReadJSON {
        let request = try await request(
            method, path, query: query, body.map { .json(writtenJSON($0)) }, headers: [], seconds: changes ? 30 : 15)
        return try read(await asking.answer(to: request, changes: changes))
    }

    private func request(
        _ method: WebRequest.Method, _ path: String, query: [(String, String)], _ body: WebRequest.Body? = nil,
        headers: [(name: String, value: String)] = [], seconds: Int64 = 15
    ) async throws -> WebRequest {
        let fields = FormText.text(query.map { (name: $0.0, value: $0.1) })
        var address = try await apiRoot() + "wp/v2/" + path
        if !fields.isEmpty { address += (address.contains("?") ? "&" : "?") + fields }
        return WebRequest(
            address, method, body, authorisation: "Basic " + Self.basic(userName, password), headers: headers,
            seconds: seconds, most: 4 << 20)
    }

    private static func basic(_ userName: String, _ password: String) -> String {
        Data("\(userName):\(password)".utf8).base64EncodedString()
    }

    private func read(_ answer: WebAnswer) throws -> ReadJSON {
        let json = ReadJSON(answer.body)
        if answer.isSuccess, json.isThere { return json }
        let words = asking.plain(json["message"].text.map(WordPressText.words))
        switch answer.status {
        case 200..<300: throw NetworkTrouble.notThisNetwork("This website does not answer as WordPress does")
        case 401: throw NetworkTrouble.permissionEnded
        case 403: throw NetworkTrouble.notPermitted(words.isEmpty ? "the website refuses this" : words)
        case 300..<400:
            throw NetworkTrouble.notThisNetwork(
                "The website is at another address now. Connect it again with that address")
        default: throw NetworkTrouble.refused(words)
        }
    }

    /// Where the interface is: as the website says in its headers, else where it usually is.
    private func apiRoot() async throws -> String {
        if let known = root.withLock(\.self) { return known }
        let found = try await WordPressInterface(site: site, asking: asking).address()
        root.withLock { $0 = found }
        return found
    }

    private func siteTitle() async throws -> String? {
        let answer = try await asking.answer(to: WebRequest(apiRoot(), .get, most: 4 << 20))
        return ReadJSON(answer.body)["name"].text.map(WordPressText.words).flatMap { $0.isEmpty ? nil : $0 }
    }
}
