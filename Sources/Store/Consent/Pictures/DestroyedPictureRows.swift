import Foundation
import GRDB
import Governance

/// Of a picture that was destroyed nothing stays that was said of it: no alternative text, nobody in it, no source, neither
/// in what was sent nor in what the door found there. That it was there, and was destroyed, stays.
extension WriteTransaction {
    /// Takes out of everything that was sent of a post what it says of a picture that was destroyed. Who is in it is known
    /// as long as it may be out somewhere, so that it is found; then that goes too.
    /// - Returns: the events whose content speaks of what was said, for the caller to dispose of and to put on record.
    package func forgetWhatWasSaid(of picture: Identifier<StoredPicture>, in post: Identifier<Post>) throws -> [Int] {
        var said = SaidOfPicture()
        try forgetInRevisions(picture, post, &said)
        try forgetInPlacements(picture, post, &said)
        try forgetPeople(in: picture)
        let speaking = try eventsSpeaking(of: said, post)
        said.evidence.formUnion(speaking.evidence)
        try forgetAnswers(to: said, post)
        try forgetQuotes(of: said, post)
        return try speaking.events.union(answersSpeaking(of: said, post)).sorted()
    }

    private func forgetInRevisions(
        _ picture: Identifier<StoredPicture>, _ post: Identifier<Post>, _ said: inout SaidOfPicture
    ) throws {
        let bare = try StoredJSON.text(DraftPicture(picture))
        for row in try Row.fetchAll(db, sql: "SELECT id, content FROM revision WHERE post = ?", arguments: [post.text])
        {
            let content: PostDraft = try StoredJSON.value(row[1])
            guard let index = content.pictures.firstIndex(where: { $0.picture == picture }) else { continue }
            let was = content.pictures[index]
            said.alts.formUnion([was.alt].compactMap(\.self))
            let kept = was.kind == .photo ? bare : try StoredJSON.text(DraftPicture(picture, kind: was.kind))
            try execute(
                "UPDATE revision SET content = json_replace(content, ?, json(?)) WHERE id = ?",
                ["$.pictures[\(index)]", kept, row[0] as String])
        }
    }

    private func forgetInPlacements(
        _ picture: Identifier<StoredPicture>, _ post: Identifier<Post>, _ said: inout SaidOfPicture
    ) throws {
        for row in try Row.fetchAll(db, sql: "SELECT id, draft FROM placement WHERE post = ?", arguments: [post.text]) {
            let draft: Draft = try StoredJSON.value(row[1])
            guard let index = draft.media.firstIndex(where: { $0.id == picture.text }) else { continue }
            said.alts.formUnion([draft.media[index].alt].compactMap(\.self))
            try execute(
                "UPDATE placement SET draft = json_replace(draft, ?, json(?)) WHERE id = ?",
                [
                    "$.media[\(index)]", try StoredJSON.text(Medium(id: picture.text, kind: draft.media[index].kind)),
                    row[0] as String,
                ])
            try forgetInDecisions(of: row[0], "media[\(index)]", &said)
        }
    }

    /// What the door found in it; which rule it was, and how severe, stays.
    private func forgetInDecisions(of placement: String, _ place: String, _ said: inout SaidOfPicture) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, decision FROM placementDecision WHERE placement = ?", arguments: [placement])
        for row in rows {
            let decision: Decision = try StoredJSON.value(row[1])
            for (index, finding) in decision.findings.enumerated()
            where finding.place?.field.hasPrefix(place) == true || finding.evidence.hasPrefix(place) {
                said.evidence.insert(Evidence.normalised(finding.evidence))
                said.findings.insert(finding.says)
                let at = "$.findings[\(index)]."
                try execute(
                    "UPDATE placementDecision SET decision = json_set(decision, ?, '', ?, ?, ?, '', ?, json('[]')) WHERE id = ?",
                    [
                        at + "evidence", at + "says", SaidOfPicture.instead, at + "advice",
                        at + "refs", row[0] as Int64,
                    ])
            }
        }
    }

    /// Who is in a destroyed picture, once nothing with it can be out any more.
    private func forgetPeople(in picture: Identifier<StoredPicture>) throws {
        let mayBeOut = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM placementPicture AS p
                        JOIN placementState AS s ON s.placement = p.placement AND s.until IS NULL
                        WHERE p.picture = ? AND s.state IN ('waiting', 'scheduled', 'ready', 'sending', 'published',
                            'ordered'))
                    """), arguments: [picture.text])
        guard mayBeOut == false else { return }
        try execute("DELETE FROM pictured WHERE picture = ?", [picture.text])
        try execute("DELETE FROM picturedName WHERE picture = ?", [picture.text])
    }

    /// The same of all destroyed pictures that a placement had, which has just been kept from going out, or is down.
    func forgetPeople(inDestroyedOf placement: Identifier<Placement>) throws {
        let destroyed = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT picture.id FROM placementPicture JOIN picture ON picture.id = placementPicture.picture
                    WHERE placementPicture.placement = ? AND picture.state = 'destroyed'
                    """), arguments: [placement.text])
        for picture in destroyed { try forgetPeople(in: Identifier(picture)) }
    }

    /// Events of a post whose content has an alternative text in it, or what the door found in its pictures: with which
    /// picture that was at the time no event says, so all of them.
    private func eventsSpeaking(
        of said: SaidOfPicture, _ post: Identifier<Post>
    ) throws -> (events: Set<Int>, evidence: Set<String>) {
        let found = try Row.fetchAll(
            db,
            sql: """
                SELECT event.number, json_extract(f.value, '$.evidence') FROM event
                    JOIN eventContent ON eventContent.event = event.number,
                    json_each(eventContent.content, '$.decision.findings') AS f
                WHERE event.subjectKind = 'post' AND event.subject = ?
                    AND (json_extract(f.value, '$.place.field') GLOB 'media[[]*'
                        OR json_extract(f.value, '$.evidence') GLOB 'media[[]*')
                """, arguments: [post.text])
        return (
            Set(found.map { $0[0] }).union(try events(of: post, saying: said.alts)),
            Set(found.map { Evidence.normalised($0[1] as String? ?? "") })
        )
    }

    /// Events that tell of an answer to such a finding, with the words that it was found in.
    private func answersSpeaking(of said: SaidOfPicture, _ post: Identifier<Post>) throws -> Set<Int> {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT event.number, eventContent.content FROM event
                    JOIN eventContent ON eventContent.event = event.number
                WHERE event.subjectKind = 'post' AND event.subject = ?
                    AND (event.kind LIKE 'publishing.correction-%' OR event.kind = 'publishing.finding-released')
                """, arguments: [post.text])
        return Set(
            rows.filter { row in
                let content = Evidence.normalised(row[1])
                return said.evidence.contains { !$0.isEmpty && content.contains($0) }
            }.map { $0[0] })
    }

    private func events(of post: Identifier<Post>, saying words: Set<String>) throws -> Set<Int> {
        var found: Set<Int> = []
        for word in words where !word.allSatisfy(\.isWhitespace) {
            // as JSON has it between its quotation marks
            let text = String(try StoredJSON.text([word]).dropFirst(2).dropLast(2))
            found.formUnion(
                try Int.fetchAll(
                    db,
                    sql: """
                        SELECT event.number FROM event JOIN eventContent ON eventContent.event = event.number
                        WHERE event.subjectKind = 'post' AND event.subject = ? AND instr(content, ?)
                        """, arguments: [post.text, text]))
        }
        return found
    }

    /// Why something was stopped, and the notice of it, quote what the door found.
    private func forgetQuotes(of said: SaidOfPicture, _ post: Identifier<Post>) throws {
        for finding in said.findings where !finding.isEmpty {
            try execute(
                """
                UPDATE placementState SET why = replace(why, ?1, ?2) WHERE instr(why, ?1)
                    AND placement IN (SELECT id FROM placement WHERE post = ?3)
                """, [finding, SaidOfPicture.instead, post.text])
            try execute(
                """
                UPDATE notice SET says = replace(says, ?1, ?2)
                WHERE subjectKind = 'post' AND subject = ?3 AND instr(says, ?1)
                """, [finding, SaidOfPicture.instead, post.text])
        }
    }

    /// Answers to what the door found there: there is nothing any more that they answer.
    private func forgetAnswers(to said: SaidOfPicture, _ post: Identifier<Post>) throws {
        for table in ["correction", "findingRelease"] {
            let rows = try Row.fetchAll(
                db, sql: "SELECT id, finding FROM \(table) WHERE post = ?", arguments: [post.text])
            for row in rows {
                let key: FindingKey = try StoredJSON.value(row[1])
                guard !key.evidence.isEmpty, said.evidence.contains(key.evidence) else { continue }
                try execute("DELETE FROM \(table) WHERE id = ?", [row[0] as String])
            }
        }
    }
}

/// What was said of a picture, by which other traces of it are found.
private struct SaidOfPicture {
    var alts: Set<String> = []
    /// Normalised, of what the door found in it.
    var evidence: Set<String> = []
    /// What it said of that.
    var findings: Set<String> = []

    /// What stands in the place of that.
    static let instead = "It was in a picture that was destroyed."
}
