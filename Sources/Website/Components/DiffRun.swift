import Governance

/// A run of words that stayed, went or came: `{{>diff}}` over `runs`.
struct DiffRun: Shows {
    let same: String?
    let removed: String?
    let added: String?

    init(_ run: WordDiff.Run) {
        same = run.kind == .same ? run.text : nil
        removed = run.kind == .removed ? run.text : nil
        added = run.kind == .added ? run.text : nil
    }

    static func runs(from old: String, to new: String) -> [DiffRun] {
        WordDiff(from: old, to: new).runs.map(DiffRun.init)
    }
}
