import GRDB
import Governance

extension Migration {
    /// What is compared of names that were typed under pictures, so that a no finds them by an index.
    static let typedNames = Migration(
        "038 typed names",
        sql: """
            ALTER TABLE picturedName ADD COLUMN letters TEXT NOT NULL DEFAULT '';

            UPDATE picturedName SET letters = lettersTyped(name);

            CREATE INDEX picturedNameByLetters ON picturedName(letters);
            """)

    /// For migrations alone: `TypedName.key`.
    static let lettersTyped = DatabaseFunction("lettersTyped", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(TypedName.key(of:))
    }
}
