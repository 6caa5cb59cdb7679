import Governance
import Store

extension WriteTransaction {
    /// - Parameter school: nil: of the whole organisation.
    func requireTrainingKeeper(at school: Identifier<School>?) throws {
        guard try keepsTraining(authority(), at: school) else {
            throw ActionError.notPermitted(
                "Only an administrator, the headteacher, a senior leader or the trust's executive keeps the register "
                    + (try school == nil && schools().count > 1
                        ? "of training of the whole organisation" : "of training of this school"))
        }
    }

    /// Whether whoever acts keeps the register anywhere; the console does.
    func keepsSomeTraining() throws -> Bool { try authority().reach(as: TrainingRoles.keepers) != SchoolReach.none }

    /// - Parameter school: nil: of the whole organisation, which may be one school.
    func keepsTraining(_ authority: Authority, at school: Identifier<School>?) throws -> Bool {
        let all = try schools().map(\.id)
        return authority.holds(any: TrainingRoles.keepers, at: school ?? (all.count == 1 ? all[0] : nil))
    }

    /// Whoever keeps the register where each of them has a role.
    func requireTrainingKeeper(of users: [Identifier<User>]) throws {
        let schools = try schools().map(\.id)
        let reach = try authority().reach(as: TrainingRoles.keepers, among: schools)
        for user in users {
            guard try reach.contains(anyOf: grants(of: user).map(\.grant.school)) else {
                throw ActionError.notPermitted("You do not keep the register of training of everyone chosen")
            }
        }
    }
}

/// A course that can stand on the register beside these.
func checked(_ course: Course, among courses: [Course]) throws -> Course {
    var course = course
    course.name = try required(course.name, "name", "Enter what the training is called", most: 120)
    if let months = course.months, !(1...Course.mostMonths).contains(months) {
        throw ActionError.invalid("months", "Enter a number of months from 1 to \(Course.mostMonths), or nothing")
    }
    if courses.contains(where: { $0.id != course.id && $0.name.lowercased() == course.name.lowercased() }) {
        throw ActionError.invalid("name", "There is a course of this name already")
    }
    return course
}
