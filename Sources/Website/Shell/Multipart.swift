/// Reads a form that brings files along (RFC 7578), in one pass from its start to its end.
struct Multipart {
    /// More parts than any form of ours has.
    static let mostParts = 500
    /// In bytes; a browser sends two short lines.
    static let longestHead = 8_192

    private let body: [UInt8]
    private let mark: [UInt8]
    private var at = 0

    /// Nil when the body is not what its type says.
    static func form(_ body: [UInt8], contentType: String) -> Form? {
        guard let boundary = parameter("boundary", of: contentType), !boundary.isEmpty, boundary.utf8.count <= 70
        else { return nil }
        var reader = Multipart(body: body, mark: Array("\r\n--\(boundary)".utf8))
        return reader.form()
    }

    private init(body: [UInt8], mark: [UInt8]) {
        self.body = body
        self.mark = mark
    }

    private mutating func form() -> Form? {
        var values: [String: [String]] = [:]
        var files: [String: UploadedFile] = [:]
        var allFiles: [String: [UploadedFile]] = [:]
        let first = Array(mark.dropFirst(2))
        guard starts(with: first) || skip(to: mark, within: body.count) != nil else { return nil }
        at += starts(with: first) ? first.count : mark.count
        for _ in 0..<Self.mostParts {
            if starts(with: Array("--".utf8)) { return Form(values: values, files: files, allFiles: allFiles) }
            guard take("\r\n"), let head = skip(to: Array("\r\n\r\n".utf8), within: Self.longestHead) else {
                return nil
            }
            at += 4
            guard let content = skipToMark() else { return nil }
            at += mark.count
            let lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline)
            guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
                let name = Self.parameter("name", of: disposition)
            else { return nil }
            if let file = Self.parameter("filename", of: disposition) {
                if !file.isEmpty || !content.isEmpty {
                    let brought = UploadedFile(name: file, bytes: Array(content))
                    files[name] = brought
                    allFiles[name, default: []].append(brought)
                }
            } else {
                values[name, default: []].append(String(decoding: content.filter { $0 != 0 }, as: UTF8.self))
            }
        }
        return nil
    }

    /// What stands before the next mark that ends its line: a file may hold a longer word that begins like it.
    private mutating func skipToMark() -> ArraySlice<UInt8>? {
        let start = at
        while skip(to: mark, within: body.count) != nil {
            let next = body[(at + mark.count)...].prefix(2)
            if next.elementsEqual("\r\n".utf8) || next.elementsEqual("--".utf8) { return body[start..<at] }
            at += mark.count
        }
        return nil
    }

    /// What stands before the pattern, at which it then is; nil when it does not come so soon.
    private mutating func skip(to pattern: [UInt8], within length: Int) -> ArraySlice<UInt8>? {
        let start = at
        let end = min(body.count, start + length)
        while at < end, let next = body[at..<end].firstIndex(of: pattern[0]) {
            at = next
            if starts(with: pattern) { return body[start..<at] }
            at += 1
        }
        return nil
    }

    private func starts(with pattern: [UInt8]) -> Bool {
        at + pattern.count <= body.count && body[at..<(at + pattern.count)].elementsEqual(pattern)
    }

    private mutating func take(_ text: String) -> Bool {
        guard starts(with: Array(text.utf8)) else { return false }
        at += text.utf8.count
        return true
    }

    /// `name="value"` or `name=value` in a header.
    static func parameter(_ name: String, of header: some StringProtocol) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let halves = piece.split(separator: "=", maxSplits: 1)
            guard halves.count == 2, halves[0].trimmingPrefix(while: { $0 == " " }).lowercased() == name else {
                continue
            }
            return String(halves[1].filter { $0 != "\"" })
        }
        return nil
    }
}
