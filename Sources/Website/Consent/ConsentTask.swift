import Foundation
import Governance

extension LedgerEntry {
    /// A task of the room Consent on the first page; nil for other tasks.
    init?(consent task: OpenTask, in visit: Visit) {
        let (title, link): (String, String)
        switch task.kind {
        case .knowPictureList: (title, link) = ("Read who must not be pictured, and say so", visit.link(.pictureLists))
        case .askOnPaper: (title, link) = ("Ask families about pictures on paper", visit.link(.consentLetters))
        case .renewConsents:
            (title, link) = ("Consents to pictures end soon", visit.link(.consent) + "?show=ending")
        case .renewMyConsent:
            (title, link) = ("Say whether pictures of you may go on being shown", visit.link(.myPictures))
        default: return nil
        }
        self.init(
            task, title: title, link: link, tag: Tag(.quiet, "Pictures", icon: .image), text: task.rule + ".",
            now: visit.now)
    }
}
