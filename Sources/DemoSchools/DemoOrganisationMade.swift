import Actions
import Governance

/// A demonstration's organisation once its people and accounts are there.
struct DemoOrganisationMade {
    let demo: DemoOrganisation
    let organisation: Organisation
    /// The school whose accounts and authors the stories tell of.
    let school: Identifier<School>
    let accounts: [Identifier<PostingAccount>]
    /// Who signs in, by their key in the data.
    let users: [String: Identifier<User>]
    /// The pupil whom the stories' texts name.
    let pupil: Person

    /// Who acts as this character.
    func actor(_ character: DemoStory.Character) -> Actor {
        let role: Role =
            switch character {
            case .teacher: .author
            case .office: .moderator
            case .leader: .slt
            case .head: .headteacher
            }
        let slug = demo.schools[0].slug
        let person = demo.people.first { person in
            person.grants.contains { $0.role == role && $0.school == slug }
        }
        return person.flatMap { users[$0.key] }.map(Actor.user) ?? .console
    }

    /// A story's text with the pupil's name in it.
    func filled(_ text: String) -> String {
        text.replacing("{full}", with: "\(pupil.given) \(pupil.family)").replacing("{first}", with: pupil.given)
            .replacing("{family}", with: pupil.family)
    }
}
