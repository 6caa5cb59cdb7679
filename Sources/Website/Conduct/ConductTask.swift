import Governance

extension LedgerEntry {
    /// A task of the room Conduct on the first page; nil for other tasks.
    init?(conduct task: OpenTask, in visit: Visit) {
        guard task.kind == .renewAuthority else { return nil }
        self.init(
            task, title: "An authority to speak for the school ends", link: visit.link(.speaking),
            tag: Tag(.quiet, "To decide", icon: .clock), text: task.rule + ".", now: visit.now)
    }
}
