/// A policy that people adopted, as its file states it: facts about the document, and its clauses.
package struct Policy: Sendable, Equatable {
    /// Short name, for example `LINK`.
    package var key: String
    package var title: String
    package var organisation: String
    /// The names by which a text names the school or trust.
    package var names: [String]
    package var nation: Nation
    package var facts: DocumentFacts
    package var binds: [Binding]
    /// The paper's own titles and the product's roles that stand for them.
    package var roles: [PaperRole]
    /// Other documents it stands with (HBK-05).
    package var related: [RelatedDocument]
    /// Words for the tone of posts, shown where one writes.
    package var tone: [String]
    package var clauses: [Clause]
    package var remarks: [Remark]

    package init(
        key: String, title: String, organisation: String, names: [String], nation: Nation, facts: DocumentFacts,
        binds: [Binding], roles: [PaperRole], related: [RelatedDocument], tone: [String], clauses: [Clause],
        remarks: [Remark]
    ) {
        self.key = key
        self.title = title
        self.organisation = organisation
        self.names = names
        self.nation = nation
        self.facts = facts
        self.binds = binds
        self.roles = roles
        self.related = related
        self.tone = tone
        self.clauses = clauses
        self.remarks = remarks
    }
}

package enum Nation: String, Sendable, Codable, CaseIterable {
    case england, wales, scotland
    case northernIreland = "northern-ireland"
}

package struct PaperRole: Sendable, Equatable {
    package var title: String
    package var role: Role
    package init(title: String, role: Role) {
        self.title = title
        self.role = role
    }
}

package struct RelatedDocument: Sendable, Equatable {
    package var title: String
    /// The section that names it.
    package var at: String?
    package var url: String?
    /// The edition the paper cites, for example `2019` of Keeping Children Safe in Education.
    package var edition: String?
    package init(title: String, at: String? = nil, url: String? = nil, edition: String? = nil) {
        self.title = title
        self.at = at
        self.url = url
        self.edition = edition
    }
}

/// What a reader noticed about the paper: a contradiction, a slip, a weak spot against the law.
package struct Remark: Sendable, Equatable {
    package var at: String?
    package var says: String
    /// Where it rests: another section, an Act, a guidance.
    package var source: String?
    package init(at: String? = nil, says: String, source: String? = nil) {
        self.at = at
        self.says = says
        self.source = source
    }
}
