import Foundation
import GRDB
import Governance
import Store

/// One post with everything its page, its approval and its print show.
package struct PostStory: Sendable {
    package let post: Post
    package let authorName: String
    package let keeperName: String
    package let schoolName: String
    package let draft: SavedDraft
    package let revisions: [Revision]
    /// Every placement of every revision, with its states and decisions.
    package let places: [PlaceStory]
    package let answers: Answers
    package let notes: [PostNote]
    package let opinions: [SecondOpinion]
    /// Every picture that was ever added to it, earliest first.
    package let pictures: [StoredPicture]
    package let judgements: [PictureJudgement]
    /// Mistakes that were reported about it, earliest first.
    package let mistakes: [Mistake]
    /// Names of everyone in it, by id.
    package let names: [Identifier<User>: String]

    /// Everyone who wrote a part of it or sent it, in any revision.
    package var writers: Set<Identifier<User>> {
        revisions.reduce(draft.writers.union([post.author])) { $0.union($1.writers) }
    }

    package var lastRevision: Revision? { revisions.last }
    /// The places of the last revision.
    package var lastPlaces: [PlaceStory] { places.filter { $0.placement.revisionNumber == revisions.last?.number } }
    /// Those of earlier revisions that are still out, as while their correction waits.
    package var earlierOut: [PlaceStory] {
        places.filter { $0.placement.revisionNumber != revisions.last?.number && $0.placement.state.isOut }
    }
}

/// One placement with its states, what the door said of it, and what came of it.
package struct PlaceStory: Sendable {
    package let placement: Placement
    package let states: [PlacementStateRow]
    package let decisions: [PlacementDecision]
    package let publication: Publication?
    /// What the program does or did about it on its network; nil where a person publishes.
    package let dispatch: Dispatch?
    /// How its account is connected now, so that it goes out by itself.
    package let connection: Connection?
    /// Whether a person is asked to close the replies to it.
    package let repliesAreToBeClosed: Bool
    package let takedown: Takedown?
    /// An order that came while it was going out.
    package let orderOnceOut: TakedownOrder?
    package let reviews: [PostReview]
    /// Its screenshots that cannot be shown, by their digests.
    package let endedProofs: [String: EndedProof]

    /// It was stopped or taken back when somebody had its words already, or the program was sending them.
    package var mayBeOutAllTheSame: Bool {
        [.stopped, .withdrawn, .superseded].contains(placement.state)
            && states.contains { [.ready, .sending].contains($0.state) }
    }
}

/// One state a placement was in: who, when, why.
package struct PlacementStateRow: Sendable, Equatable {
    package let state: PlacementState
    package let since: Date
    package let until: Date?
    package let by: Actor?
    package let why: String?
}

/// What the door said of a placement at one step of its way.
package struct PlacementDecision: Sendable, Equatable {
    package let stage: DecisionStage
    package let decision: Decision

    static func all(of placement: Identifier<Placement>, _ db: Database) throws -> [PlacementDecision] {
        try Row.fetchAll(
            db, sql: "SELECT stage, decision FROM placementDecision WHERE placement = ? ORDER BY id",
            arguments: [placement.text]
        ).map(PlacementDecision.init)
    }

    static func last(of placement: Identifier<Placement>, _ db: Database) throws -> PlacementDecision? {
        try Row.fetchOne(
            db, sql: "SELECT stage, decision FROM placementDecision WHERE placement = ? ORDER BY id DESC LIMIT 1",
            arguments: [placement.text]
        ).map(PlacementDecision.init)
    }

    /// From the columns stage, decision.
    private init(_ row: Row) throws {
        guard let stage = DecisionStage(rawValue: row[0]) else {
            throw StoreError.damaged("What the door said of a post")
        }
        self.init(stage: stage, decision: try StoredJSON.value(row[1]))
    }

    private init(stage: DecisionStage, decision: Decision) {
        self.stage = stage
        self.decision = decision
    }
}

/// That something was published: by whom, when, with what proof.
package struct Publication: Sendable, Equatable {
    package let proof: Proof
    /// Nil: by the program, and the network's own name for it is the proof.
    package let by: Identifier<User>?
    package let at: Date

    static func of(_ placement: Identifier<Placement>, _ db: Database) throws -> Publication? {
        try Row.fetchOne(
            db, sql: "SELECT proof, by, at FROM publication WHERE placement = ?", arguments: [placement.text]
        ).map {
            Publication(
                proof: try StoredJSON.value($0[0]), by: ($0[1] as String?).map(Identifier.init),
                at: Date(milliseconds: $0[2]))
        }
    }
}

extension OrganisationDatabase {
    /// Nil when there is no such post.
    package func postStory(_ id: Identifier<Post>) async throws -> PostStory? {
        try await read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT id, school, author, keeper, startedAt FROM post WHERE id = ?", arguments: [id.text])
            guard let post = row.map(Post.init) else { return nil }
            let draft = try Row.fetchOne(
                db, sql: "SELECT \(SavedDraft.columns) FROM postDraft WHERE post = ?", arguments: [id.text]
            ).map(SavedDraft.init)
            guard let draft else { return nil }
            let names = try Row.fetchAll(db, sql: "SELECT id, name FROM user")
            let byId = Dictionary(
                names.map { (Identifier<User>($0[0]), $0[1] as String) }, uniquingKeysWith: { first, _ in first })
            return PostStory(
                post: post, authorName: byId[post.author] ?? "", keeperName: byId[post.keeper] ?? "",
                schoolName: try String.fetchOne(
                    db, sql: "SELECT name FROM school WHERE id = ?", arguments: [post.school.text]) ?? "",
                draft: draft,
                revisions: try Row.fetchAll(
                    db, sql: "SELECT \(Revision.columns) FROM revision WHERE post = ? ORDER BY number",
                    arguments: [id.text]
                ).map(Revision.init),
                places: try Placement.fetch(db, where: "placement.post = ?", [id.text]).map {
                    try PlaceStory.of($0, db)
                },
                answers: try Answers.fetch(db, of: id),
                notes: try Row.fetchAll(
                    db, sql: "SELECT \(PostNote.columns) FROM postNote WHERE post = ? ORDER BY at, id",
                    arguments: [id.text]
                ).map(PostNote.init),
                opinions: try Row.fetchAll(
                    db, sql: "SELECT \(SecondOpinion.columns) FROM secondOpinion WHERE post = ? ORDER BY at, id",
                    arguments: [id.text]
                ).map(SecondOpinion.init),
                pictures: try StoredPicture.fetch(db, where: "picture.post = ?", [id.text]),
                judgements: try PictureJudgement.fetch(db, of: id), mistakes: try Mistake.fetch(db, of: id), names: byId
            )
        }
    }

    /// The post that a placement belongs to; nil when there is no such placement.
    package func post(of placement: Identifier<Placement>) async throws -> Identifier<Post>? {
        try await read { db in
            try String.fetchOne(db, sql: "SELECT post FROM placement WHERE id = ?", arguments: [placement.text])
                .map(Identifier.init)
        }
    }
}

extension PlaceStory {
    fileprivate static func of(_ placement: Placement, _ db: Database) throws -> PlaceStory {
        let states = try Row.fetchAll(
            db, sql: "SELECT state, since, until, by, why FROM placementState WHERE placement = ? ORDER BY id",
            arguments: [placement.id.text]
        ).map { row in
            PlacementStateRow(
                state: try PlacementState(kept: row[0]), since: Date(milliseconds: row[1]),
                until: (row[2] as Int64?).map(Date.init(milliseconds:)), by: Actor(signature: row[3]), why: row[4])
        }
        let publication = try Publication.of(placement.id, db)
        let takedown = try Row.fetchOne(
            db, sql: "SELECT \(Takedown.columns) FROM takedown WHERE placement = ?", arguments: [placement.id.text]
        ).map(Takedown.init)
        return PlaceStory(
            placement: placement, states: states, decisions: try PlacementDecision.all(of: placement.id, db),
            publication: publication,
            dispatch: try Dispatch.fetch(db, .publish, of: placement.id),
            connection: try Connection.fetch(db, of: placement.account.id),
            repliesAreToBeClosed: try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM task
                        WHERE kind = ? AND subjectKind = ? AND subject = ? AND closedAt IS NULL)
                    """,
                arguments: [
                    NewTask.Kind.closeReplies.rawValue, RecordSubject.Kind.placement.rawValue, placement.id.text,
                ]) ?? false,
            takedown: takedown, orderOnceOut: try TakedownOrder.onceOut(placement.id, db),
            reviews: try Row.fetchAll(
                db, sql: "SELECT \(PostReview.columns) FROM postReview WHERE placement = ? ORDER BY askedAt, id",
                arguments: [placement.id.text]
            ).map(PostReview.init),
            endedProofs: try EndedProof.of([publication?.proof, takedown?.proof], db))
    }
}
