extension Role {
    /// The role that a school means by these words; nil when nobody can tell.
    package init?(words: String) {
        guard let role = Self.byWords[Self.plain(words)] else { return nil }
        self = role
    }

    /// Words beside its title by which schools call it.
    package var otherWords: [String] {
        switch self {
        case .member: ["member", "member of staff", "reader"]
        case .author: ["writer", "poster"]
        case .moderator: ["approver"]
        case .office: ["office", "admin office", "office manager", "school secretary", "reception", "receptionist"]
        case .slt:
            [
                "SLT", "SMT", "senior leadership", "senior leadership team", "deputy head", "deputy headteacher",
                "assistant head", "assistant headteacher", "deputy principal", "assistant principal", "vice principal",
            ]
        case .headteacher: ["head", "head of school", "principal"]
        case .dsl: ["DSL", "safeguarding lead", "designated safeguarding officer", "DSO"]
        case .it: ["ICT", "IT support", "IT technician", "IT manager", "ICT manager", "network manager"]
        case .governor: ["school governor", "chair of governors"]
        case .administrator: ["Chaperone administrator"]
        case .managementCommittee: []
        case .trustMarketing: ["trust marketing"]
        case .clusterLead: []
        case .trustExecutive: ["executive"]
        case .trustCEO: ["CEO", "chief executive", "chief executive officer"]
        case .directorOfIT: ["IT director", "director of ICT"]
        case .trustee: []
        }
    }

    /// What to write in place of words that schools use for several roles, or for none of ours; nil when they are unknown.
    package static func clearer(than words: String) -> String? {
        switch plain(words) {
        case "admin", "administration", "school administrator":
            "Write “school office” for whoever keeps the roll, “administrator” for whoever keeps Chaperone"
        case "teacher", "class teacher", "teaching staff", "teaching assistant", "ta", "staff", "support staff",
            "head of year", "head of department":
            "Write “author” for whoever writes posts, “member” for whoever reads the policy and writes none"
        default: nil
        }
    }

    private static let byWords: [String: Role] = allCases.reduce(into: [:]) { known, role in
        for words in [role.rawValue, role.title] + role.otherWords { known[plain(words)] = role }
    }

    private static func plain(_ words: String) -> String {
        Evidence.normalised(words).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
            .replacing("head teacher", with: "headteacher")
    }
}
