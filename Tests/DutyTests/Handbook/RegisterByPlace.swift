import Actions
import Governance

extension DutySchool {
    /// The register once Priya Nair alone has read: counted by school and by role, narrowed to each and to who has and
    /// who has not, as a page, as a file and on paper. How many schools and roles it has.
    func registerByPlace() async throws -> (schools: Int, roles: Int) {
        let juniors = try await AddSchool(name: "Quay Juniors", slug: "juniors").perform(
            in: organisation, by: .console)
        _ = try await InviteUser(
            name: "Nell Ford", email: "nell.ford@quay.example", roles: [.author], school: juniors
        ).perform(in: organisation, by: .console)
        let lines = try await registerLines()
        var places = [
            RegisterPlace(name: "Quay School", query: "school=quay", school: school),
            RegisterPlace(name: "Quay Juniors", query: "school=juniors", school: juniors),
        ]
        let roles = Set(lines.flatMap { line in line.grants.map(\.role) }).sorted()
        for role in roles {
            places.append(
                RegisterPlace(name: role.title.capitalisedFirst, query: "role=\(role.rawValue)", role: role))
        }
        let whole = Shown.words(of: try await registered(""))
        for place in places {
            let counted = lines.filter(place.counts)
            let have = counted.count { $0.acknowledgement != nil }
            try see(whole.contains("\(place.name) \(have) of \(counted.count) "), "\(place.name) is not counted")
            let here = lines.filter(place.shows)
            try await narrows(to: here, "?" + place.query, of: lines)
            try await narrows(to: here.filter { $0.acknowledgement != nil }, "?\(place.query)&state=read", of: lines)
            try await narrows(to: here.filter { $0.acknowledgement == nil }, "?\(place.query)&state=unread", of: lines)
        }
        return (2, roles.count)
    }

    /// Throws unless the page, the file and the paper of this query hold these lines, and no other of all.
    private func narrows(
        to wanted: [PolicyRegister.Line], _ query: String, of lines: [PolicyRegister.Line]
    ) async throws {
        let file = try await registered("/file" + query)
        let paper = Shown.words(of: try await registered("/print" + query))
        let page = Shown.words(of: try await registered(query))
        try see(wanted.isEmpty || page.contains("\(wanted.count) found"), "\(query) does not say how many")
        for line in lines {
            let name = line.user.name
            let isWanted = wanted.contains { $0.user.id == line.user.id }
            try see(file.contains("\r\n\(name),") == isWanted, "\(name) in the file \(query)")
            // Whoever looks is named on every page.
            guard name != "Ida Ward" else { continue }
            try see(paper.contains(name) == isWanted, "\(name) on paper \(query)")
            try see(page.contains(name) == isWanted, "\(name) on the page \(query)")
        }
    }

    private func registered(_ rest: String) async throws -> String {
        try await page("/policy/register" + rest, as: try await administrator())
    }
}

/// A school, or a role, as the register is narrowed to it.
private struct RegisterPlace {
    let name: String
    let query: String
    var school: Identifier<School>?
    var role: Role?

    /// Whoever is of the whole organisation is shown at each school.
    func shows(_ line: PolicyRegister.Line) -> Bool {
        if let role { return line.grants.contains { $0.role == role } }
        return line.grants.contains { $0.school == nil || $0.school == school }
    }

    /// Whoever is of the whole organisation is counted for itself.
    func counts(_ line: PolicyRegister.Line) -> Bool {
        if let role { return line.grants.contains { $0.role == role } }
        return line.grants.contains { $0.school == school }
    }
}
