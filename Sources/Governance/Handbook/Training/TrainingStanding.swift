import Foundation

/// Who is trained, at one moment, under which policy.
package struct TrainingStanding: Sendable {
    package let today: Day
    package let courses: [Course]
    private let attendances: [Identifier<User>: [Attendance]]
    private let byCourse: [Identifier<Course>: Course]

    package init(today: Day, courses: [Course], attendances: [Attendance]) {
        self.today = today
        self.courses = courses
        self.attendances = Dictionary(grouping: attendances, by: \.user)
        byCourse = Dictionary(courses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func course(_ id: Identifier<Course>) -> Course? { byCourse[id] }

    /// Everything that someone has done, the latest first.
    package func attendances(of user: Identifier<User>) -> [Attendance] {
        (attendances[user] ?? []).sorted { ($0.on, $0.id.text) > ($1.on, $1.id.text) }
    }

    /// Of what counts today under a policy, the one that counts longest; nil: they are not trained.
    package func valid(_ user: Identifier<User>, under policy: Policy) -> Attendance? {
        valid(user) { $0.counts(for: policy) }
    }

    /// The same of one course, whatever policies say of it.
    package func valid(_ user: Identifier<User>, in course: Identifier<Course>) -> Attendance? {
        valid(user) { $0.id == course }
    }

    private func valid(_ user: Identifier<User>, where fits: (Course) -> Bool) -> Attendance? {
        (attendances[user] ?? []).filter { done in
            done.counts(on: today) && byCourse[done.course].map(fits) ?? false
        }.max { one, other in
            guard let one = one.until else { return false }
            return other.until.map { one < $0 } ?? true
        }
    }

    /// Under each policy that binds someone and asks for training, in their order; none where none asks.
    package func judgements(of user: Identifier<User>, bound: [Asking.Asked]) -> [TrainingJudgement] {
        bound.filter(\.policy.asksForTraining).map { asked in
            TrainingJudgement(asked: asked, valid: valid(user, under: asked.policy), today: today)
        }
    }

    /// How many days before training ends its holder is asked to do it again. Ours: no paper names a time.
    package static let warningDays = 30
    /// Within how many days someone who is newly bound is to be trained. Ours likewise.
    package static let usualDays = 60
}
