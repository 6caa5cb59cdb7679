import Foundation
import GRDB
import Governance

/// Who is in which picture, and which picture goes out with which placement: what finds everything that shows somebody
/// without reading a single draft.
extension WriteTransaction {
    /// Keeps who is said to be in a picture. Once it was sent, people are only added: what was out with somebody in it
    /// is found for ever.
    func keepPeople(of picture: DraftPicture) throws {
        let id = picture.picture.text
        try execute(
            """
            DELETE FROM pictured WHERE picture = ?1
                AND NOT EXISTS (SELECT 1 FROM placementPicture WHERE picture = ?1)
            """, [id])
        try execute(
            """
            DELETE FROM picturedName WHERE picture = ?1
                AND NOT EXISTS (SELECT 1 FROM placementPicture WHERE picture = ?1)
            """, [id])
        for ref in picture.people ?? [] {
            try execute(
                "INSERT OR IGNORE INTO pictured (person, picture) SELECT id, ?1 FROM person WHERE ref = ?2", [id, ref])
            guard db.changesCount == 0, !ref.allSatisfy(\.isWhitespace) else { continue }
            // somebody who is on no roll, as a person typed it
            try execute(
                """
                INSERT OR IGNORE INTO picturedName (picture, name, letters)
                SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM person WHERE ref = ?2)
                """, [id, ref, TypedName.key(of: ref)])
        }
    }

    func keepPicture(_ picture: Identifier<StoredPicture>, with placement: Identifier<Placement>) throws {
        try execute(
            "INSERT INTO placementPicture (placement, picture) VALUES (?, ?)", [placement.text, picture.text])
    }
}
