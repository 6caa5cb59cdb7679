import Crypto
import Governance

/// Judges cases line by line. A roll whose bytes were seen before is not built again.
package struct Screener {
    package enum Answer: Equatable {
        case judged([UInt8])
        case error([UInt8])
    }

    private static let rollsKept = 8

    private typealias Book = (policy: Policy, rules: Rulebook<PublishPost>)

    private let find: (String) throws(CaseProblem) -> Policy
    private let fallback: String?
    private var books: [String: Book] = [:]
    private var rolls: [(digest: SHA256Digest, roll: Roll?)] = []

    /// - Parameters:
    ///   - fallback: the key for lines that name none.
    ///   - find: gives the policy of a key, once, when a line first names it.
    package init(fallback: String?, find: @escaping (String) throws(CaseProblem) -> Policy) {
        self.fallback = fallback
        self.find = find
    }

    /// Nil for a blank line.
    package mutating func answer(line: [UInt8], number: Int) -> Answer? {
        let bytes = line.starts(with: [0xEF, 0xBB, 0xBF]) && number == 1 ? line.dropFirst(3) : line[...]
        guard bytes.contains(where: { $0 != 32 && $0 != 9 && $0 != 13 }) else { return nil }
        var id: JSONValue?
        do throws(CaseProblem) {
            let value = try Self.value(bytes)
            id = Self.readableID(value)
            let given = try ScreeningCase(value) { range throws(CaseProblem) in try roll(line[range]) }
            return .judged(ResultLine.result(id: given.id, findings: try findings(given)))
        } catch {
            return .error(ResultLine.error(line: number, id: id, error))
        }
    }

    private static func value(_ bytes: ArraySlice<UInt8>) throws(CaseProblem) -> JSONValue {
        do throws(JSONReader.Failure) {
            var reader = JSONReader(bytes, leavingUnread: "roll")
            return try reader.read()
        } catch {
            throw CaseProblem("line", "is not JSON: \(error.says), after \(error.offset) bytes")
        }
    }

    /// The id for an error line, whatever else is wrong.
    private static func readableID(_ value: JSONValue) -> JSONValue? {
        guard let fields = try? CaseFields(value, at: "line") else { return nil }
        return (try? ScreeningCase.id(fields)) ?? nil
    }

    private mutating func findings(_ given: ScreeningCase) throws(CaseProblem) -> [Finding] {
        guard let key = given.policy ?? fallback else {
            throw CaseProblem("policy", "is missing, and no --policy was given")
        }
        let book = try book(key)
        return book.rules.findings(
            on: PublishPost(
                draft: given.draft, roll: given.roll, organisation: given.facts(under: book.policy),
                speakers: given.speakers))
    }

    private mutating func book(_ key: String) throws(CaseProblem) -> Book {
        if let known = books[key] { return known }
        let policy = try find(key)
        let book = Book(policy, Rulebook(policy, catalogue: publishingControls, ours: publishingOurs))
        books[key] = book
        return book
    }

    private mutating func roll(_ bytes: ArraySlice<UInt8>) throws(CaseProblem) -> Roll? {
        let digest = SHA256.hash(data: bytes)
        if let known = rolls.firstIndex(where: { $0.digest == digest }) { return rolls[known].roll }
        let value: JSONValue
        do throws(JSONReader.Failure) {
            var reader = JSONReader(bytes)
            value = try reader.read()
        } catch {
            throw CaseProblem("roll", "is not JSON: \(error.says), after \(error.offset) bytes of it")
        }
        let roll = value == .null ? nil : try RollReading.read(value)
        if rolls.count == Self.rollsKept { rolls.removeFirst() }
        rolls.append((digest, roll))
        return roll
    }
}
