import Yams

/// Says in plain words what YAML found wrong, and the usual cause.
func explain(_ error: YamlError, _ problems: Problems) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
        .composer(let context, let problem, let mark, _):
        let place = FileMark(line: mark.line, column: mark.column)
        let (says, advice) = sentence(problem, context)
        problems.add(place, "", says, advice)
    case .duplicatedKeysInMapping(let keys, let context):
        problems.add(
            FileMark(line: context.mark.line, column: context.mark.column), "",
            "The same key stands twice in one group: \(keys.joined(separator: ", ")).",
            "Keep one of them; several values go into one list.")
    case .memory:
        problems.add(
            FileMark(line: 1, column: 1), "", "The file is nested too deeply to be a policy.",
            "Check the hyphens and brackets: a policy file is about ten levels deep.")
    default:
        problems.add(
            FileMark(line: 1, column: 1), "", "The file cannot be read as YAML.", "Check that it is a policy file.")
    }
}

private func sentence(_ problem: String, _ context: YamlError.Context?) -> (says: String, advice: String) {
    let opened = context.map { " that begins in line \($0.mark.line)" } ?? ""
    switch problem {
    case "found unexpected end of stream", "did not find expected ',' or ']'", "did not find expected ',' or '}'":
        return (
            "The list, group or quoted text\(opened) is not closed.",
            "Close it with its bracket or quotation mark; the file may also have been cut off."
        )
    case "mapping values are not allowed in this context":
        return (
            "A colon stands where none can.",
            "Put a text that has a colon and a space in it in quotation marks, and check the indentation."
        )
    case "could not find expected ':'":
        return (
            "A key without its colon\(opened).",
            "Write `key: value`; the next line of a long text is indented further than its key."
        )
    case "found a tab character that violates indentation", "found character that cannot start any token":
        return (
            "A character stands here that cannot begin a value.",
            "Use spaces, not tabs, to indent; put a text that begins with @, `, % or a tab in quotation marks."
        )
    case "found undefined alias":
        return (
            "An alias (`*` before a word) stands here; policy files have no anchors and no aliases.",
            "Write the value out. If this is text, put it in quotation marks."
        )
    case "but found another document":
        return ("A second document begins here (`---`).", "Keep one policy in one file.")
    case "did not find expected key", "did not find expected '-' indicator":
        return (
            "The line does not fit the group\(opened).",
            "Check the indentation: keys of one group stand in the same column."
        )
    default:
        return (
            "The file cannot be read as YAML here: \(problem).", "Check the layout of this line and the one before."
        )
    }
}
