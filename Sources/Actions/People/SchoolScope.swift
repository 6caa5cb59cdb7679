import Governance
import Store

extension WriteTransaction {
    /// The school whose roles count; an organisation of one school is that school.
    func scope(of school: Identifier<School>?) throws -> Identifier<School>? {
        if let school { return try self.school(school).id }
        let all = try schools()
        return all.count == 1 ? all[0].id : nil
    }
}

extension RecordSubject {
    static func school(_ id: Identifier<School>?) -> RecordSubject {
        id.map { RecordSubject(.school, $0) } ?? .organisation
    }
}
