import Foundation
import Governance

extension LedgerEntry {
    /// A task of the handbook on the first page; nil for other tasks.
    init?(handbook task: OpenTask, in visit: Visit) {
        guard let (title, url, tag) = Self.matter(of: task) else { return nil }
        self.init(task, title: title, link: visit.link(url), tag: tag, text: task.rule + ".", now: visit.now)
        // due as soon as it is there, so that “Overdue” would say nothing
        if NewTask.Kind.concerns.contains(task.kind) { self.tag = tag }
    }

    private static func matter(of task: OpenTask) -> (String, SiteURL, Tag)? {
        switch task.kind {
        case .acknowledgePolicy:
            (
                "Read the policy and say so", .policyAcknowledgement(.value(task.subject.id)),
                Tag(.quiet, "To read", icon: .policy)
            )
        case .readGuidance:
            ("Read the guidance on safeguarding and say so", .safeguarding, Tag(.quiet, "To read", icon: .shield))
        case .hearConcern:
            (
                "Somebody needs to speak with you at once", .concern(.value(task.subject.id)),
                Tag(.block, "Safeguarding", icon: .shield)
            )
        case .seeToLockedPicture:
            (
                "A picture was locked: read what to do now", .concern(.value(task.subject.id)),
                Tag(.block, "Safeguarding", icon: .shield)
            )
        case .beTrained: ("Do your training on social media", .myTraining, Tag(.quiet, "Training", icon: .check))
        case .offerTraining: ("Arrange training for staff", .newSession, Tag(.quiet, "Training", icon: .check))
        case .teachPupils: ("Arrange a session for pupils", .newSession, Tag(.quiet, "Training", icon: .check))
        case .informParents: ("Arrange a session for parents", .newSession, Tag(.quiet, "Training", icon: .check))
        case .sayHeld:
            (
                "Was the session held?", .trainingSession(.value(task.subject.id)),
                Tag(.quiet, "Training", icon: .check)
            )
        case .tellParents:
            ("Tell parents what is acceptable there", .learningPlatforms, Tag(.quiet, "Families", icon: .people))
        default: nil
        }
    }
}
