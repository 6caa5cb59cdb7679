import Governance
import Store

extension WriteTransaction {
    /// Whoever has left is asked nothing any more; what was said stays on file, and ends with nothing else.
    func endAsking(of person: Identifier<Person>) throws {
        try closePictureRequest(of: person, saidOn: Day(of: now))
        try clearDue(.consentEnds, person.text)
    }
}
