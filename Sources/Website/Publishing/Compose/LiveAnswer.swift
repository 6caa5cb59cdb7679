import Foundation
import Governance

/// What a script is told while one writes: the parts of the page that changed, rendered as the page renders them.
struct LiveAnswer: Encodable {
    var version: Int?
    var action: String?
    var saved: String?
    var marks: [LiveMark] = []
    var found = ""
    var looks = ""
    var send = ""
    var dock = ""
    var count = ""
    var readingAge: String?
    var announce = ""
    var trouble: String?

    init(trouble: String) { self.trouble = trouble }

    init(_ composition: Composition, in visit: Visit, saved: String?) {
        let templates = visit.site.templates
        let around = visit.surroundings
        let found = composition.found(in: visit)
        let send = composition.send
        self.saved = saved
        if saved != nil { version = Int(composition.form["version"]) }
        action = composition.post.map { visit.link(.editPost(.value($0))) }
        marks = LiveMark.all(composition.marks(of: nil))
        self.found = templates.render("compose-found", found, in: around).html
        looks = templates.render("previews", composition.howItLooks, in: around).html
        self.send = templates.render("send-box", send, in: around).html
        dock = templates.render("dock", send, in: around).html
        count = ComposePage.counted(composition.draft.text)
        readingAge = composition.readingAge
        announce =
            found.verdict.heading + ". " + (composition.isBlank ? "" : composition.counted)
    }

    var reply: Reply {
        .json((try? JSONEncoder().encode(self)).map(Array.init) ?? Array("{}".utf8))
    }
}
