/// The deepest nesting that a policy file can need is about ten; more is no policy.
private let deepest = 100

/// The most lines and commas together; the longest policy has about two thousand.
private let mostValues = 20_000

/// The text of a file, or nil with the problem that makes it unreadable. Nothing here needs YAML to be well formed,
/// so that what reaches the YAML reader is small, shallow, and free of anchors.
func readText(_ bytes: [UInt8], _ problems: Problems) -> String? {
    let start = FileMark(line: 1, column: 1)
    guard bytes.count <= PolicyFile.largest else {
        problems.add(
            start, "", "The file is larger than one mebibyte (\(bytes.count) bytes).",
            "A policy file is rarely longer than a hundred kilobytes: check that this is the right file.")
        return nil
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        problems.add(
            start, "", "The file is saved as UTF-16.", "Save it again as UTF-8 (in Notepad: Save as, Encoding).")
        return nil
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
        problems.add(
            brokenPlace(in: body), "", "The file is not text in UTF-8 from here on.",
            "Save it again as UTF-8, or open it in a text editor to see what is wrong here.")
        return nil
    }
    return refuse(text, problems) ? nil : text
}

/// Where decoding as UTF-8 first fails.
private func brokenPlace(in body: ArraySlice<UInt8>) -> FileMark {
    var (line, column) = (1, 1)
    var decoder = UTF8()
    var rest = body.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return FileMark(line: line, column: column)
}

/// Reports the first thing that no policy file has: an anchor, deep nesting, very many values, a control character.
private func refuse(_ text: String, _ problems: Problems) -> Bool {
    var (line, column, depth, values) = (1, 1, 0, 0)
    var before: Unicode.Scalar = "\n"
    var anchor: FileMark?
    for scalar in text.unicodeScalars {
        let mark = FileMark(line: line, column: column)
        if let start = anchor, scalar.isASCII,
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || scalar == "_" || scalar == "-"
        {
            problems.add(
                start, "", "An anchor (`&` before a word) stands here; policy files have no anchors and no aliases.",
                "Write the value out where it is needed. If this is text, write `and`, or put a space after the `&`.")
            return true
        }
        anchor = scalar == "&" && " \t\r\n[]{},:".unicodeScalars.contains(before) ? mark : nil
        switch scalar {
        case "[", "{": depth += 1
        case "]", "}": depth -= 1
        case "\n", ",": values += 1
        default: break
        }
        if depth > deepest {
            problems.add(
                mark, "", "The file is nested more than \(deepest) brackets deep here.",
                "Close the brackets opened before this place; a policy file needs two or three at once.")
            return true
        }
        if values > mostValues {
            problems.add(
                mark, "", "The file has more than \(mostValues) lines and commas.",
                "A policy has one or two thousand: check that this is the right file.")
            return true
        }
        if isForbidden(scalar) {
            problems.add(
                mark, "", "A control character (U+\(String(scalar.value, radix: 16, uppercase: true))) stands here.",
                "Remove it: the file must be plain text.")
            return true
        }
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        before = scalar
    }
    return false
}

/// What YAML does not allow in a file at all.
private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
}
