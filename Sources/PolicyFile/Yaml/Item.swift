/// A value being read: where it stands, the keys that lead to it, and where its problems go.
struct Item {
    let node: FileNode
    let path: String
    let problems: Problems

    func report(_ says: String, _ advice: String) {
        problems.add(node.mark, path, says, advice)
    }

    var isBlank: Bool { if case .blank = node.content { true } else { false } }

    /// One line or passage of text; nil with a problem when it is anything else.
    var text: String? {
        if case .text(let text) = node.content { return text }
        report("\(name) must be a text, and is \(node.kind).", "Write the text after the colon.")
        return nil
    }

    /// The entries of a list; a problem when it is anything else.
    var items: [Item] {
        switch node.content {
        case .list(let nodes):
            return nodes.enumerated().map { Item(node: $1, path: "\(path)[\($0)]", problems: problems) }
        case .text(let text):
            report("\(name) must be a list, and is a text.", "Write it in brackets: [\(text)].")
        default:
            report("\(name) must be a list, and is \(node.kind).", "Write [] for an empty list, or leave the key out.")
        }
        return []
    }

    /// The texts of a list.
    var texts: [String] { items.compactMap(\.text) }

    /// One of the words of a fixed list.
    func word<Word: RawRepresentable & CaseIterable>(_: Word.Type, _ what: String) -> Word?
    where Word.RawValue == String {
        guard let text else { return nil }
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue)
        report("There is no \(what) `\(text)`.", suggestion(for: text, from: known))
        return nil
    }

    /// The last key of the path, for sentences.
    private var name: String {
        guard let last = path.split(separator: ".").last else { return "The file" }
        return "`\(last)`"
    }
}
