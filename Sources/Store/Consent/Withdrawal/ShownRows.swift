import GRDB
import Governance

/// Pictures that show somebody, each once.
package struct ShownPictures: Sendable {
    /// A JSON array of their identifiers, for `json_each`.
    fileprivate let json: String

    fileprivate init(_ identifiers: Set<String>) throws {
        json = try StoredJSON.text(identifiers.sorted())
    }
}

extension Database {
    /// The pictures with somebody in them who is or was on the roll: chosen from it, or named by words that are a way of
    /// writing their name, whoever else may be meant by them.
    fileprivate func pictures(of person: Identifier<Person>) throws -> ShownPictures {
        let chosen = try rows("SELECT picture FROM pictured WHERE person = ?", [person.text]) { $0[0] as String }
        let entry = try Row.fetchOne(
            cachedStatement(sql: RollEntry.query + " WHERE person.id = ?"), arguments: [person.text]
        ).map(RollEntry.init)
        return try ShownPictures(Set(chosen).union(entry.map { try named($0.person) } ?? []))
    }

    /// The pictures under which a name was typed that may be theirs, for somebody who is on no roll.
    func pictures(naming person: Person) throws -> ShownPictures { try ShownPictures(named(person)) }

    /// By the index of what was typed, so that it costs what fits and not what there is.
    private func named(_ person: Person) throws -> Set<String> {
        let keys = try StoredJSON.text(person.typedKeys.sorted())
        return Set(
            try rows(
                "SELECT picture FROM picturedName WHERE letters IN (SELECT value FROM json_each(?))", [keys]
            ) { $0[0] as String })
    }
}

extension RollEntry {
    /// Which of these somebody can see now: a post is out with a picture that shows them.
    package static func shownOut(_ db: Database, among entries: [RollEntry]) throws -> Set<Identifier<Person>> {
        guard !entries.isEmpty else { return [] }
        var shown: [String: Set<Identifier<Person>>] = [:]
        let chosen: [(String, Identifier<Person>)] = try db.rows(
            "SELECT picture, person FROM pictured WHERE person IN (SELECT value FROM json_each(?))",
            [try StoredJSON.text(entries.map(\.id.text))]
        ) { row in (row[0], Identifier(row[1])) }
        for (picture, person) in chosen { shown[picture, default: []].insert(person) }
        var named: [String: Set<Identifier<Person>>] = [:]
        for entry in entries { for key in entry.person.typedKeys { named[key, default: []].insert(entry.id) } }
        let typed: [(String, String)] = try db.rows(
            "SELECT picture, letters FROM picturedName WHERE letters IN (SELECT value FROM json_each(?))",
            [try StoredJSON.text(named.keys.sorted())]
        ) { row in (row[0], row[1]) }
        for (picture, letters) in typed { shown[picture, default: []].formUnion(named[letters] ?? []) }
        return try db.rows(picturesOut, [try StoredJSON.text(shown.keys.sorted())]) { row in shown[row[0]] }
            .reduce(into: []) { $0.formUnion($1) }
    }
}

/// Those of some pictures that a post which is out shows.
let picturesOut = """
    SELECT DISTINCT p.picture FROM placementPicture AS p
        CROSS JOIN placementState AS s ON s.placement = p.placement AND s.until IS NULL
            AND s.state IN ('published', 'ordered')
    WHERE p.picture IN (SELECT value FROM json_each(?))
    """

extension Placement {
    /// Every placement with a picture of somebody, whatever became of it, the latest first.
    package static func fetch(_ db: Database, showing person: Identifier<Person>) throws -> [Placement] {
        try fetch(db, with: db.pictures(of: person)).reversed()
    }

    /// Every placement with one of these pictures.
    static func fetch(_ db: Database, with pictures: ShownPictures) throws -> [Placement] {
        try fetch(
            db,
            where: """
                placement.id IN (SELECT placement FROM placementPicture
                    WHERE picture IN (SELECT value FROM json_each(?)))
                """, [pictures.json])
    }
}

extension Post {
    /// The posts whose draft has a picture of somebody, is not thrown away and not on its way or out.
    package static func drafts(_ db: Database, showing person: Identifier<Person>) throws -> [Identifier<Post>] {
        try drafts(db, with: db.pictures(of: person))
    }

    /// The same of posts with one of these pictures.
    static func drafts(_ db: Database, with pictures: ShownPictures) throws -> [Identifier<Post>] {
        try db.rows(
            """
            SELECT DISTINCT picture.post FROM picture
                JOIN postDraft ON postDraft.post = picture.post AND postDraft.discardedAt IS NULL
            WHERE picture.id IN (SELECT value FROM json_each(?)) AND picture.state = 'ready'
                AND NOT EXISTS (SELECT 1 FROM placement JOIN placementState
                    ON placementState.placement = placement.id AND placementState.until IS NULL
                    WHERE placement.post = picture.post AND state IN ('waiting', 'scheduled', 'sending', 'ready',
                        'published', 'ordered', 'taken-down'))
            ORDER BY picture.post
            """, [pictures.json]
        ) { (row: Row) -> Identifier<Post>? in Identifier(row[0]) }
    }
}

extension WriteTransaction {
    /// Keeps that somebody is in every picture under which a name was typed that may be theirs, when they get another.
    package func keepPictures(naming was: Person, of person: Identifier<Person>) throws {
        try execute(
            "INSERT OR IGNORE INTO pictured (person, picture) SELECT ?, value FROM json_each(?)",
            [person.text, db.pictures(naming: was).json])
    }

    /// Whom anybody ever named in the pictures of a placement, by picture: references of those on a roll, and names as they
    /// were typed. That is more than what was frozen with it where somebody was named later, or has another name now.
    package func peopleKnown(in placement: Identifier<Placement>) throws -> [String: Set<String>] {
        let rows = try db.rows(
            """
            SELECT p.picture, person.ref FROM placementPicture AS p
                JOIN pictured ON pictured.picture = p.picture JOIN person ON person.id = pictured.person
                WHERE p.placement = ?1
            UNION SELECT p.picture, picturedName.name FROM placementPicture AS p
                JOIN picturedName ON picturedName.picture = p.picture WHERE p.placement = ?1
            """, [placement.text]
        ) { (row: Row) -> (String, String)? in (row[0], row[1]) }
        return Dictionary(grouping: rows, by: \.0).mapValues { Set($0.map(\.1)) }
    }

    /// The same, within a change.
    package func placements(showing person: Identifier<Person>) throws -> [Placement] {
        try Placement.fetch(db, showing: person)
    }

    /// Posts whose draft has a picture of somebody and is not on its way.
    package func unsentDrafts(showing person: Identifier<Person>) throws -> [Post] {
        try Post.drafts(db, showing: person).map { try post($0) }
    }
}
