import Actions
import Governance

/// Who signs in at a school, and who stands above its headteacher.
struct Staff: Sendable {
    /// Writes; approves nothing.
    let author: Identifier<User>
    let colleague: Identifier<User>
    let moderator: Identifier<User>
    let slt: Identifier<User>
    let head: Identifier<User>
    /// Reads only.
    let governor: Identifier<User>
    /// Whoever takes what the headteacher cannot decide about themselves, by the paper's own order.
    let above: Identifier<User>
    let roleAbove: Role

    init(_ paper: Paper, at school: Identifier<School>, of organisation: Organisation) async throws {
        func invite(_ name: String, _ role: Role, at school: Identifier<School>?) async throws -> Identifier<User> {
            let email = name.lowercased().replacing(" ", with: ".") + "@quay.example"
            return try await InviteUser(name: name, email: email, roles: [role], school: school)
                .perform(in: organisation, by: .console).user
        }
        author = try await invite("Priya Nair", .author, at: school)
        colleague = try await invite("Tom Ashworth", .author, at: school)
        moderator = try await invite("Mo Derry", .moderator, at: school)
        slt = try await invite("Sanjay Mehta", .slt, at: school)
        head = try await invite("Helen Osei", .headteacher, at: school)
        governor = try await invite("Gita Rao", .governor, at: school)
        roleAbove =
            switch paper {
            case .llt: .trustExecutive
            case .dsat: .clusterLead
            case .link: .managementCommittee
            case .pen, .dhl: .governor
            }
        above = roleAbove == .governor ? governor : try await invite("Uma Bell", roleAbove, at: nil)
    }
}
