import Actions
import Foundation
import Governance
import Reading

extension UserPage {
    /// What somebody owes: tasks, reading, training. Tasks stand by what is to be done, not by what they are about.
    package struct Owed: Shows {
        package var lines: [Line]
        package var anyLines: Bool
        /// What waits for roles of theirs.
        package var more: String?
        package var reading: [Line]
        package var anyReading: Bool
        package var training: String
        package var trainingLink: String?

        package struct Line: Shows {
            package var text: String
            package var small: String
            package var tag: Tag?
            package init(_ text: String, small: String, tag: Tag?) {
                self.text = text
                self.small = small
                self.tag = tag
            }
        }

        package init(
            lines: [Line], more: String?, reading: [Line], training: String, trainingLink: String?
        ) {
            self.lines = lines
            anyLines = !lines.isEmpty
            self.more = more
            self.reading = reading
            anyReading = !reading.isEmpty
            self.training = training
            self.trainingLink = trainingLink
        }
    }
}

extension UserPage.Owed {
    init(_ line: UserLine, _ visit: Visit) async throws {
        let user = line.user
        let database = try visit.work.database
        let tasks = try await database.tasks(of: user.id, shownTo: visit.me.user.id)
        let own = tasks.filter { $0.assignee == .user(user.id) || $0.claimedBy == user.id }
        let others = tasks.count - own.count
        let training = try await database.trainingStanding(of: user.id)
        // the register has only those whom a policy binds, where the visitor reads it
        let mayRead = visit.site.routes.admit(visit.visitor, to: .trainingOf(.any))
        let isListed = mayRead ? try await !TrainingDesk(visit, of: user.id).lines.isEmpty : false
        let link = isListed ? visit.link(.trainingOf(.value(user.id.text))) : nil
        self.init(
            lines: user.endedAt == nil ? own.map { Line($0, now: visit.now) } : [],
            more: others == 0 || user.endedAt != nil
                ? nil
                : "\(others) more \(others == 1 ? "waits" : "wait") for roles they hold, and anyone who holds them "
                    + "can take \(others == 1 ? "it" : "them").",
            reading: try await Self.reading(user, visit),
            training: training.attendances(of: user.id).first.map(training.words) ?? "None is on record",
            trainingLink: link)
    }

    /// Every version in force that asks them, and whether they have said that they read it.
    private static func reading(_ user: User, _ visit: Visit) async throws -> [Line] {
        let facts = try await visit.work.database.registerFacts(of: user.id)
        let asking = try await visit.work.asking(facts)
        guard let person = facts.people.first else { return [] }
        return asking.asked(of: person.user.kind, holding: person.grants).map { asked in
            let name = PolicyVersionForms.name(asked.version)
            if let said = facts.acknowledgement(of: asked.version, by: user.id) {
                return Line(name, small: "read on \(When.date(said.at))", tag: nil)
            }
            let due = facts.open.first { $0.version == asked.version.id }?.due
            return Line(name, small: due.map { "to be read by \(When.date($0))" } ?? "to be read", tag: nil)
        }
    }
}

extension UserPage.Owed.Line {
    fileprivate init(_ task: OpenTask, now: Date) {
        let late = task.due.map { $0 < now } ?? false
        self.init(
            TaskTitles.title(task.kind) ?? "Something waits for them",
            small: task.due.map { "By \(When.near($0, now: now))" } ?? "When they can",
            tag: late ? Tag(.block, "Overdue", icon: .clock) : Tag(.hold, "To do", icon: .clock))
    }
}
