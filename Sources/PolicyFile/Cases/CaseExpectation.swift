import Foundation

/// The answer a case must get: its verdict, and its findings with as much of each as the case says.
struct CaseExpectation: Decodable {
    let verdict: String
    let findings: [ExpectedFinding]

    enum CodingKeys: CodingKey { case verdict, findings }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        verdict = try fields.decode(String.self, forKey: .verdict)
        findings = try fields.decodeIfPresent([ExpectedFinding].self, forKey: .findings) ?? []
    }
}

/// A finding as a case expects it; what is nil may be anything.
struct ExpectedFinding: Decodable {
    let code: String
    let severity: String?
    /// Nil within: the finding must be ours.
    let clause: String??
    let field: String?
    let refs: [String]?

    enum CodingKeys: CodingKey { case code, severity, clause, field, ref, refs }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        code = try fields.decode(String.self, forKey: .code)
        severity = try fields.decodeIfPresent(String.self, forKey: .severity)
        clause = fields.contains(.clause) ? .some(try fields.decodeIfPresent(String.self, forKey: .clause)) : .none
        field = try fields.decodeIfPresent(String.self, forKey: .field)
        let ref = try fields.decodeIfPresent(String.self, forKey: .ref).map { [$0] }
        refs = try fields.decodeIfPresent([String].self, forKey: .refs) ?? ref
    }

    func fits(_ given: GivenFinding) -> Bool {
        given.code == code && (severity ?? given.severity) == given.severity
            && (clause ?? given.clause) == given.clause && (field == nil || field == given.place?.field)
            && (refs == nil || refs?.sorted() == given.subjects.sorted())
    }

    var precision: Int { [severity != nil, clause != nil, field != nil, refs != nil].count { $0 } }

    var inWords: String {
        let details = [severity, clause.map { $0 ?? "ours" }, field, refs?.joined(separator: "+")].compactMap(\.self)
        return details.isEmpty ? code : "\(code) (\(details.joined(separator: ", ")))"
    }
}

/// An answer of the screening contract, as far as cases compare it.
struct GivenAnswer: Decodable {
    let verdict: String
    let findings: [GivenFinding]
}

struct GivenFinding: Decodable {
    let code: String
    let severity: String
    let clause: String?
    let ref: String?
    let refs: [String]?
    let place: GivenPlace?

    enum CodingKeys: String, CodingKey {
        case code, severity, clause, ref, refs
        case place = "where"
    }

    struct GivenPlace: Decodable { let field: String }

    var subjects: [String] { refs ?? ref.map { [$0] } ?? [] }

    var inWords: String {
        let whom = subjects.isEmpty ? nil : subjects.joined(separator: "+")
        let details: [String?] = [severity, clause ?? "ours", place?.field, whom]
        return "\(code) (\(details.compactMap(\.self).joined(separator: ", ")))"
    }
}
