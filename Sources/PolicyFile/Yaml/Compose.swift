import Yams

/// The file as a tree of values, or nil with the problem that YAML has with it.
func compose(_ text: String, _ problems: Problems) -> FileNode? {
    do {
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else {
            problems.add(
                FileMark(line: 1, column: 1), "", "The file is empty.",
                "Begin with the template: `chaperone policy show template --format yaml`.")
            return nil
        }
        return convert(root, path: "", problems)
    } catch let error as YamlError {
        explain(error, problems)
    } catch {
        problems.add(FileMark(line: 1, column: 1), "", "The file cannot be read as YAML.", "Check its layout.")
    }
    return nil
}

private func convert(_ node: Node, path: String, _ problems: Problems) -> FileNode {
    let mark = FileMark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    let tag = node.tag.description
    if !["tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"].contains(tag) {
        problems.add(
            mark, path, "A tag (`!` before a value) stands here; policy files have no tags.",
            "Remove it, or put the text in quotation marks.")
    }
    switch node {
    case .scalar(let scalar):
        let text = scalar.string.trimmingSpace
        let blank = text.isEmpty || (scalar.style == .plain && ["~", "null"].contains(text))
        return FileNode(content: blank ? .blank : .text(text), mark: mark)
    case .sequence(let nodes):
        let items = nodes.enumerated().map { convert($1, path: "\(path)[\($0)]", problems) }
        return FileNode(content: .list(items), mark: mark)
    case .mapping(let pairs):
        let fields = pairs.compactMap { field($0.key, $0.value, path: path, problems) }
        return FileNode(content: .fields(fields), mark: mark)
    case .alias:
        return FileNode(content: .blank, mark: mark)
    }
}

private func field(_ key: Node, _ value: Node, path: String, _ problems: Problems) -> FileNode.Field? {
    let mark = FileMark(line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
    guard case .scalar(let scalar) = key else {
        problems.add(
            mark, path, "A list or a group of keys stands where a key should.",
            "Write one word before the colon; put a text that begins with a bracket in quotation marks.")
        return nil
    }
    let name = scalar.string
    return FileNode.Field(
        key: name, mark: mark, value: convert(value, path: path.isEmpty ? name : "\(path).\(name)", problems))
}

extension String {
    /// Without white space and line ends at either end.
    var trimmingSpace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
