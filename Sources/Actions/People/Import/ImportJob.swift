import Foundation
import Governance

/// One import on its way from upload to result. It lives in a folder beside the organisation's database, with the files
/// as they came until it is decided; nothing of it is in the database.
package struct ImportJob: Sendable, Codable {
    package enum State: String, Sendable, Codable {
        case reading, asking, ready, saving, done, refused, cancelled
    }

    package let id: String
    package let startedAt: Date
    package let startedBy: String
    package var files: [ImportFile]
    package var purpose: ImportMapping.Purpose
    package var school: String?
    package var state = State.reading
    package var trial: ImportTrial?
    /// Why it was refused, as a sentence.
    package var says: String?
    /// Whether confirming changed anything.
    package var changed = false
    /// How often it was read; what is confirmed is the trial of one reading.
    package var readings = 1

    package var names: String { files.map(\.name).joined(separator: ", ") }
}

extension DueItem.Kind {
    /// What an import brought is thrown away, decided or not.
    static let importForgotten = Self("people.import-forgotten")
}
