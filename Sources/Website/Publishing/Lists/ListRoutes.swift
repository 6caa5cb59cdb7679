import Actions
import Foundation
import Governance
import Reading

/// All posts, as a list and on the calendar's sheet.
enum ListRoutes {
    static let all: [Route] = [
        .get(.posts, .deciders) { visit in .page(try await PostList(visit).page()) },
        // what is looked for may be a child's name: it stands in no address
        .post(.posts, .deciders, .form) { visit in .page(try await PostList(visit).page()) },
        .get(.calendar, .deciders) { visit in .page(try await CalendarSheet(visit).page()) },
    ]

    /// The button that begins a post, for those who may.
    static func actions(_ visit: Visit) -> [HeadAction] {
        visit.site.routes.admit(visit.visitor, to: .newPost)
            ? [HeadAction("Write a post", icon: .pen, visit.link(.newPost), filled: true)] : []
    }

    /// The calendar also leads to where everything that it shows can be stopped.
    static func calendarActions(_ visit: Visit) -> [HeadAction] {
        [HeadAction("Pause publishing", icon: .pause, visit.link(.pause))] + actions(visit)
    }
}

/// One request for the list of posts.
struct PostList {
    let desk: PublishingDesk
    let query: Form
    var visit: Visit { desk.visit }

    init(_ visit: Visit) throws {
        desk = try PublishingDesk(visit)
        query = visit.form.has("words") || visit.form.has("page") ? visit.form : visit.query
    }

    func page() async throws -> Page {
        var filter = PostFilter()
        filter.text = query.trimmed("words")
        switch query["state"] {
        case "draft": filter.draftsOnly = true
        case let word: filter.states = PlacementState(rawValue: word).map { [$0] } ?? []
        }
        filter.account = named("account")
        filter.author = named("author")
        filter.from = Day(written: query.trimmed("from"))
        filter.to = Day(written: query.trimmed("to"))
        filter.reach = desk.reach
        filter.page = Int(query["page"]) ?? 1
        let found = try await desk.work.database.posts(filter)
        let isNarrowed = Self.fields.contains { !query.trimmed($0).isEmpty }
        return Page(
            "Posts", actions: ListRoutes.actions(visit), room: .posts,
            PostsPage(
                note: try await desk.pausedNote(), filter: try await fields(isNarrowed: isNarrowed),
                says: says(found, size: filter.pageSize), posts: found.lines.map(line), anyPosts: !found.lines.isEmpty,
                blank: found.lines.isEmpty ? blank(isNarrowed: isNarrowed) : nil,
                pager: Pager(
                    visit.link(.posts), keeping: Self.fields, of: query, page: found.page, of: found.pages, "Newer",
                    "Older")))
    }

    private static let fields = ["words", "state", "account", "author", "from", "to"]

    private func named<Named>(_ field: String) -> Identifier<Named>? {
        let text = query.trimmed(field)
        return text.isEmpty ? nil : Identifier(text)
    }

    private func says(_ found: Reading.PostPage, size: Int) -> String {
        let first = (found.page - 1) * size + 1
        let last = first + found.lines.count - 1
        return found.pages == 1
            ? "\(grouped(found.total)) \(found.total == 1 ? "post" : "posts"), latest first."
            : "Posts \(first) to \(last) of \(grouped(found.total)), latest first."
    }

    private func line(_ post: Reading.PostLine) -> PostsPage.PostLine {
        let mine = post.author == desk.me.user.id
        let tag: Tag =
            if post.isDiscarded {
                Tag(.withdrawn)
            } else {
                post.places.map(\.state).first { $0 != .superseded }.map { Tag($0, mine: mine) } ?? .draft
            }
        let accounts = post.places.map(\.account)
        let time = post.places.map(\.publishAt).min()
        let isOut = post.places.contains { $0.state == .published }
        return PostsPage.PostLine(
            title: post.title,
            link: visit.link(
                post.isDraft && mine ? .editPost(.value(post.id.text)) : .post(.value(post.id.text))),
            tag: tag,
            small: ([post.authorName] + (accounts.isEmpty ? [] : [accounts.joined(separator: ", ")])).joined(
                separator: ". "),
            when: time.map { "\(isOut ? "Out since" : "For") \(When.near($0, now: visit.now))" }
                ?? "Saved \(When.near(post.savedAt, now: visit.now))")
    }

    private func fields(isNarrowed: Bool) async throws -> PostsPage.PostFilter {
        let reach = desk.reach.sent
        let accounts = try await desk.work.database.accounts().filter { reach.contains($0.school) }
        let authors = try await desk.work.database.users(named: "", within: reach, most: -1, after: 0)
        let states = PlacementState.allCases.filter { $0 != .superseded }
        return PostsPage.PostFilter(
            action: visit.link(.posts),
            words: TextField("words", "Words in the post", value: query["words"], type: "search"),
            state: SelectField(
                "state", "State", [("", "Any state"), ("draft", "Draft")] + states.map { ($0.rawValue, $0.title) },
                chosen: query["state"]),
            account: SelectField(
                "account", "Account", [("", "Any account")] + accounts.map { ($0.id.text, $0.name) },
                chosen: query["account"]),
            author: SelectField(
                "author", "Author", [("", "Anyone")] + authors.map { ($0.user.id.text, $0.user.name) },
                chosen: query["author"]),
            from: TextField("from", "From", value: query["from"], type: "date", short: true),
            to: TextField("to", "Until", value: query["to"], type: "date", short: true),
            open: ["state", "account", "author", "from", "to"].contains { !query.trimmed($0).isEmpty },
            clear: isNarrowed ? visit.link(.posts) : nil)
    }

    private func blank(isNarrowed: Bool) -> Blank {
        if isNarrowed {
            return Blank(
                "No post fits", "Try fewer words, or another state.",
                action: HeadAction("Show all posts", visit.link(.posts)))
        }
        return Blank(
            "No post yet", "What anyone here writes stands in this list from the first word.",
            action: ListRoutes.actions(visit).first.map { HeadAction("Write the first one", $0.link) })
    }
}
