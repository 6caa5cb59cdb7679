import Actions
import Governance

/// One school's website is joined, so that its posts go out by themselves; the accounts of the stories are published by
/// hand, as they were.
struct DemoConnections {
    let demo: DemoOrganisation
    let organisation: DemoOrganisationMade

    func join() async throws {
        guard demo.slug == "harbour-view" else { return }
        guard let administrator = demo.people.first(where: { $0.grants.contains { $0.role == .administrator } }),
            let user = organisation.users[administrator.key]
        else { throw DemoFault(description: "\(demo.slug) has no administrator") }
        let work = organisation.organisation
        let website = try await AddAccount(
            school: organisation.school, name: "Harbour View’s website", network: .website,
            handle: "www.harbour-view.example"
        ).perform(in: work, by: .user(user))
        try await ConnectAccount(
            website, server: "https://www.harbour-view.example", userName: "chaperone", secret: "pretended"
        ).perform(in: work, by: .user(user))
    }
}
