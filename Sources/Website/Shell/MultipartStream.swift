import Actions
import Foundation

/// Reads a form that brings files along (RFC 7578) as it arrives: of a file, what has come goes on at once, so that no more
/// of it than one piece stands in memory.
struct MultipartStream {
    /// In bytes, of a field that is no file.
    private static let longestValue = 65_536
    /// Each is an open file until the form is done; twice what one may bring for a post.
    private static let mostFiles = 40

    private enum Place {
        /// Before the first mark.
        case before
        case head
        case value(String)
        case file(String, named: String)
        case end
    }

    private let mark: [UInt8]
    private let arriving: () throws -> ArrivingFile
    /// What has come and was not looked at.
    private var waiting: [UInt8] = Array("\r\n".utf8)
    private var place = Place.before
    private var file: ArrivingFile?
    private var value: [UInt8] = []
    private var values: [String: [String]] = [:]
    private var files: [String: [UploadedFile]] = [:]
    private var parts = 0
    private var filesBegun = 0
    private var isBroken = false

    /// Nil when the type is not that of such a form.
    init?(contentType: String, arriving: @escaping () throws -> ArrivingFile) {
        guard let boundary = Multipart.parameter("boundary", of: contentType), !boundary.isEmpty,
            boundary.utf8.count <= 70
        else { return nil }
        mark = Array("\r\n--\(boundary)".utf8)
        self.arriving = arriving
    }

    /// Nil when it did not come to its end, or is not what its type says.
    var form: Form? {
        guard case .end = place, !isBroken else { return nil }
        return Form(values: values, files: files.compactMapValues(\.last), allFiles: files)
    }

    mutating func take(_ bytes: some Collection<UInt8>) throws {
        guard !isBroken else { return }
        waiting += bytes
        while !isBroken, try step() {}
    }

    /// False when more must come first.
    private mutating func step() throws -> Bool {
        switch place {
        case .end:
            waiting = []
            return false
        case .head: return try readHead()
        case .before, .value, .file:
            guard let found = found(mark) else {
                // a mark may begin at the end of what has come
                try pass(max(0, waiting.count - mark.count - 2))
                return false
            }
            guard waiting.count >= found + mark.count + 2 else {
                try pass(found)
                return false
            }
            let after = waiting[(found + mark.count)...].prefix(2)
            let ends = after.elementsEqual("--".utf8)
            guard ends || after.elementsEqual("\r\n".utf8) else {
                // a longer word that begins like it
                try pass(found + mark.count)
                return true
            }
            try pass(found)
            try finishPart()
            waiting.removeFirst(mark.count + 2)
            place = ends ? .end : .head
            parts += 1
            isBroken = parts > Multipart.mostParts
            return true
        }
    }

    /// Hands on so many bytes of what has come.
    private mutating func pass(_ count: Int) throws {
        guard count > 0 else { return }
        switch place {
        case .value:
            value += waiting.prefix(count)
            isBroken = value.count > Self.longestValue
        case .file: try file?.write(waiting.prefix(count))
        case .before, .head, .end: break
        }
        waiting.removeFirst(count)
    }

    private mutating func finishPart() throws {
        switch place {
        case .value(let name):
            values[name, default: []].append(String(decoding: value.filter { $0 != 0 }, as: UTF8.self))
        case .file(let field, let name):
            if let brought = try file?.finish(), !name.isEmpty || brought.length > 0 {
                files[field, default: []].append(UploadedFile(name: name, brought: brought))
            }
        case .before, .head, .end: break
        }
        file = nil
        value = []
    }

    private mutating func readHead() throws -> Bool {
        guard let found = found(Array("\r\n\r\n".utf8)) else {
            isBroken = waiting.count > Multipart.longestHead
            return false
        }
        let lines = String(decoding: waiting.prefix(found), as: UTF8.self).split(whereSeparator: \.isNewline)
        guard found <= Multipart.longestHead,
            let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Multipart.parameter("name", of: disposition)
        else {
            isBroken = true
            return false
        }
        // the line end before the next mark may follow at once
        waiting.removeFirst(found + 4)
        if let fileName = Multipart.parameter("filename", of: disposition) {
            filesBegun += 1
            guard filesBegun <= Self.mostFiles else {
                isBroken = true
                return false
            }
            place = .file(name, named: fileName)
            file = try arriving()
        } else {
            place = .value(name)
        }
        return true
    }

    private func found(_ pattern: [UInt8]) -> Int? {
        waiting.withUnsafeBufferPointer { all in
            var at = 0
            while at + pattern.count <= all.count {
                guard let next = all[at...].firstIndex(of: pattern[0]), next + pattern.count <= all.count else {
                    return nil
                }
                if all[next..<(next + pattern.count)].elementsEqual(pattern) { return next }
                at = next + 1
            }
            return nil
        }
    }
}
