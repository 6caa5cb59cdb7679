import Foundation
import GRDB
import Governance

/// A column whose values are sealed with the key for secrets; the one list of them.
package enum SealedColumn: String, Sendable, CaseIterable {
    case provider, refreshToken, oneTimeCode, mailServer, mail, login, pictureKey, consentReason, pictureLinkWish
    case connection, networkApp, joiningApp, joiningChoices

    fileprivate var table: String {
        switch self {
        case .provider: "signInProvider"
        case .refreshToken: "providerCheck"
        case .oneTimeCode: "oneTimeCode"
        case .mailServer: "mailServer"
        case .mail: "mail"
        case .login: "accountLogin"
        case .pictureKey: "pictureKey"
        case .consentReason: "consentReason"
        case .pictureLinkWish: "pictureLinkWish"
        case .connection: "connection"
        case .networkApp: "networkApp"
        case .joiningApp, .joiningChoices: "joining"
        }
    }

    fileprivate var column: String {
        switch self {
        case .provider, .oneTimeCode, .connection, .networkApp: "secret"
        case .joiningApp: "app"
        case .joiningChoices: "choices"
        case .refreshToken: "refreshToken"
        case .mailServer: "password"
        case .mail: "text"
        case .login, .pictureKey: "sealed"
        case .consentReason: "reason"
        case .pictureLinkWish: "email"
        }
    }

    /// What tells one row from another.
    fileprivate var key: String {
        switch self {
        case .provider, .mailServer, .mail, .pictureKey, .pictureLinkWish: "id"
        case .refreshToken, .oneTimeCode: "user"
        case .login, .connection, .joiningApp, .joiningChoices: "account"
        case .networkApp: "network"
        case .consentReason: "answer"
        }
    }
}

/// One sealed value, with what tells its row.
package struct SealedValue: Sendable {
    package let column: SealedColumn
    /// The identifier of a user, a mail or an account; `1` where there is but one row.
    package let row: String
    package let sealed: Data
}

extension WriteTransaction {
    package func sealedValues() throws -> [SealedValue] {
        try SealedColumn.allCases.flatMap { column in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT CAST(\(column.key) AS TEXT), \(column.column) FROM \(column.table)
                    WHERE \(column.column) IS NOT NULL ORDER BY \(column.key)
                    """
            ).map { SealedValue(column: column, row: $0[0], sealed: $0[1]) }
        }
    }

    /// Puts the same, sealed anew, in the place of what was sealed before; nothing happens where that has changed since.
    package func put(_ sealed: Data, for value: SealedValue) throws {
        let column = value.column
        try execute(
            """
            UPDATE \(column.table) SET \(column.column) = ?
            WHERE CAST(\(column.key) AS TEXT) = ? AND \(column.column) = ?
            """, [sealed, value.row, value.sealed])
    }
}

extension InstallationDatabase {
    /// Whether anything of any organisation is sealed with the key for secrets.
    package func holdsSealed() throws -> Bool {
        try StoreError.translating {
            let slugs = try pool.read { db in try String.fetchAll(db, sql: "SELECT slug FROM organisation") }
            return try slugs.contains { slug in
                let file = folder(of: slug).appendingPathComponent(OrganisationDatabase.fileName)
                guard FileManager.default.fileExists(atPath: file.path) else { return false }
                var configuration = Configuration()
                configuration.readonly = true
                configuration.busyMode = .timeout(10)
                return try DatabaseQueue(path: file.path, configuration: configuration).read(Self.holdsSealed)
            }
        }
    }

    @Sendable private static func holdsSealed(_ db: Database) throws -> Bool {
        try SealedColumn.allCases.contains { column in
            guard try db.tableExists(column.table) else { return false }
            let sql = "SELECT EXISTS (SELECT 1 FROM \(column.table) WHERE \(column.column) IS NOT NULL)"
            return try Bool.fetchOne(db, sql: sql) ?? false
        }
    }
}
