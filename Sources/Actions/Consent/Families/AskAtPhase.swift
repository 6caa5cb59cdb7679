import Governance
import Store

/// Somebody whose form or class is another now.
struct MovedPupil: Sendable {
    let id: Identifier<Person>
    let school: Identifier<School>?
    let before: String?
    let now: String?
}

extension ConsentChanges {
    /// Asks the families again of those who came into another phase, where the school asks families at all. What they said
    /// stands until they say something new, or until the day that the school has set.
    mutating func moved(_ pupils: [MovedPupil]) throws {
        var opened = 0
        for pupil in pupils where SchoolPhase.isLater(pupil.now, than: pupil.before) {
            guard let school = pupil.school, try asksFamilies(at: school) else { continue }
            let days = try tx.settings(at: school).answersEndAfterPhaseDays
            let end = days.map { Day(of: tx.now).adding(days: $0) }
            guard try tx.openPictureRequest(pupil.id, because: .phase, oldEndsOn: end) else { continue }
            opened += 1
            if end != nil { recount(pupil.id) }
        }
        guard opened > 0 else { return }
        try askSoon()
        add(
            Event(
                .requestsOpened, .organisation, after: ["pupils": .number(opened)],
                why: "They came into another phase of schooling"))
    }
}
