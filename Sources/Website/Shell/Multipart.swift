import Foundation

/// Reads a form that brings files along (RFC 7578).
enum Multipart {
    /// Nil when the body is not what its type says.
    static func form(_ body: [UInt8], contentType: String) -> Form? {
        guard let boundary = parameter("boundary", of: contentType), !boundary.isEmpty, boundary.utf8.count <= 70
        else { return nil }
        var values: [String: [String]] = [:]
        var files: [String: UploadedFile] = [:]
        let data = Data(body)
        let mark = Data("--\(boundary)".utf8)
        guard var at = data.range(of: mark)?.upperBound else { return nil }
        while data[at...].starts(with: "\r\n".utf8) {
            at += 2
            guard let end = data.range(of: Data("\r\n".utf8) + mark, in: at..<data.endIndex),
                let headEnd = data.range(of: Data("\r\n\r\n".utf8), in: at..<end.lowerBound)
            else { return nil }
            let head = String(decoding: data[at..<headEnd.lowerBound], as: UTF8.self)
            let content = data[headEnd.upperBound..<end.lowerBound]
            guard let disposition = head.split(whereSeparator: \.isNewline).first(where: { isDisposition($0) }),
                let name = parameter("name", of: disposition)
            else { return nil }
            if let file = parameter("filename", of: disposition) {
                if !file.isEmpty || !content.isEmpty { files[name] = UploadedFile(name: file, bytes: Array(content)) }
            } else {
                values[name, default: []].append(String(decoding: content, as: UTF8.self))
            }
            at = end.upperBound
        }
        return data[at...].starts(with: "--".utf8) ? Form(values: values, files: files) : nil
    }

    private static func isDisposition(_ line: Substring) -> Bool {
        line.lowercased().hasPrefix("content-disposition:")
    }

    /// `name="value"` or `name=value` in a header.
    private static func parameter(_ name: String, of header: some StringProtocol) -> String? {
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
