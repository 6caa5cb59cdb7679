import Actions
import Foundation
import Governance
import Reading

extension MyPage {
    /// Whether, where and until when I may speak for the school.
    package struct SpeakingLine: Shows {
        package let text: String
        package let small: String
        package let tag: Tag

        /// Empty where no policy asks for it and nothing was ever given, or one writes nowhere.
        static func all(_ visit: Visit) async throws -> [SpeakingLine] {
            let work = try visit.work
            let me = try visit.me
            let standing = try await work.database.speakingStanding(of: me.user.id)
            var lines: [SpeakingLine] = []
            for school in try await work.database.schools() {
                let asks = try await work.policyInForce(at: school.id)?.policy.asksForAuthorityToSpeak ?? false
                guard asks, me.authority.holds(any: PublishingRoles.writing, at: school.id) else { continue }
                lines.append(line(school, standing.state(of: me.user.id, at: school.id), standing))
            }
            return lines
        }

        private static func line(
            _ school: School, _ state: SpeakingStanding.State, _ standing: SpeakingStanding
        ) -> SpeakingLine {
            let proposes = "What I write waits for a manager."
            return switch state {
            case .holds(let day):
                SpeakingLine(
                    text: school.name, small: "Until \(When.date(day))", tag: Tag(.clear, "I may", icon: .check))
            case .untrained(let course):
                SpeakingLine(
                    text: school.name,
                    small: "Once my training “\(standing.training.course(course)?.name ?? "asked for")” is on record. "
                        + proposes, tag: Tag(.hold, "Waits for training", icon: .clock))
            case .ended(let day):
                SpeakingLine(
                    text: school.name, small: "Ended on \(When.date(day)). \(proposes)",
                    tag: Tag(.hold, "Only propose", icon: .pen))
            case .takenBack, .notGiven:
                SpeakingLine(
                    text: school.name, small: proposes + " A senior leader gives the authority.",
                    tag: Tag(.hold, "Only propose", icon: .pen))
            }
        }
    }
}
