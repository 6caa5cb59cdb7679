import Actions
import Governance

/// Whom a route lets in. There is no route without one.
package enum WhoMay: Sendable, Equatable {
    /// Everyone, signed in or not.
    case anyone
    /// Everyone who is signed in.
    case signedIn
    /// Whoever holds the console's one-time token for set-up.
    case setUp
    /// Whoever holds one of these roles, at a school or for all of them.
    case roles(Set<Role>)
    /// Whoever holds one of these roles for the whole organisation.
    case everywhere(Set<Role>)

    package func admits(_ visitor: Visitor?) -> Bool {
        switch self {
        case .anyone: true
        case .signedIn: visitor != nil
        case .setUp: false
        case .roles(let roles): visitor.map { !$0.roles.isDisjoint(with: roles) } ?? false
        case .everywhere(let roles): visitor.map { !$0.rolesEverywhere.isDisjoint(with: roles) } ?? false
        }
    }

    /// Who gives roles and shuts out, as the actions ask it: an administrator of one school does neither.
    package static let administrators = WhoMay.everywhere([.administrator])
    /// Who sees who can sign in.
    package static let userReaders = WhoMay.roles(Set(userReading))
    static let userReading: [Role] = [.administrator, .headteacher, .trustExecutive, .trustCEO]
    /// Who may see pupils in a list.
    package static let rollReaders = WhoMay.roles(Set(rollReading))
    static let rollReading: [Role] = [
        .administrator, .headteacher, .slt, .dsl, .office, .it, .directorOfIT, .trustExecutive, .trustCEO,
    ]
    /// Who may change the roll.
    package static let rollKeepers = WhoMay.roles([
        .administrator, .headteacher, .slt, .office, .it, .directorOfIT,
    ])
    /// Who may bring in a policy, record its approval and put it in force; the action asks at which school as well.
    package static let policyKeepers = WhoMay.roles([.administrator, .headteacher, .trustCEO, .trustExecutive])
    /// Who sees who has read the policy; at which schools, the register asks as well.
    package static let registerReaders = WhoMay.roles(Set(PolicyRegister.readers))
    /// Who reminds those who have not.
    package static let registerKeepers = WhoMay.roles(Set(PolicyRegister.keepers))
    /// Who keeps the register of learning platforms; at which schools, the action asks as well.
    static let platformKeepers = WhoMay.roles(Set(LearningPlatform.keepers))
    static let platformReaders = WhoMay.roles(Set(LearningPlatform.keepers + PolicyRegister.readers + [.dsl]))
    /// Who keeps the calendar of a school; at which, the action asks as well.
    static let calendarKeepers = WhoMay.roles(Set(SchoolDates.keepers))
    /// Who reads who may speak for the school; at which schools, the register asks as well.
    static let speakingReaders = WhoMay.roles(Set(SpeakingAuthority.readers))
    /// Who may give that authority, as far as the policy there names their role.
    static let speakingManagers = WhoMay.roles(Set(SpeakingAuthority.managers))
    /// Who reads the register of consent, at which schools the desk asks as well.
    static let consentReaders = WhoMay.roles(Set(ConsentRoles.reading))
    static let consentKeepers = WhoMay.roles(Set(ConsentRoles.keeping))
    /// Who says which parents answer for a pupil.
    static let parentKeepers = WhoMay.roles(Set(ConsentRoles.parentKeeping))
    /// Who says that somebody must never be pictured.
    static let protectors = WhoMay.roles(Set(ConsentRoles.protecting))
    /// Who reads the list of those who must not be published.
    static let listReaders = WhoMay.roles(Set(ConsentRoles.knowing))
    /// Who adds an edition of the guidance on safeguarding.
    static let editionKeepers = WhoMay.roles(Set(AddEdition.keepers))
    /// Who may change what the organisation chooses for itself.
    package static let settingsKeepers = WhoMay.roles(Set(Settings.keepers))
    /// Who sees the schools: whoever keeps their settings or their roll.
    package static let schoolReaders = WhoMay.roles([
        .administrator, .headteacher, .slt, .trustMarketing, .office, .it, .directorOfIT,
    ])
}
