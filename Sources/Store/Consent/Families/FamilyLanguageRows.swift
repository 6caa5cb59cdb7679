import GRDB
import Governance

extension WriteTransaction {
    /// The language in which a family reads, once they chose one; nil: they have not.
    package func familyLanguage(of email: String) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT language FROM familyLanguage WHERE email = ?"), arguments: [email])
    }

    package func keepFamilyLanguage(_ language: String, of email: String) throws {
        try execute(
            """
            INSERT INTO familyLanguage (email, language) VALUES (?, ?)
            ON CONFLICT (email) DO UPDATE SET language = excluded.language
            """, [email, language])
    }
}
