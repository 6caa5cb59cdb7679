import Foundation
import Store
import Testing

@testable import Actions
@testable import Website

@Suite("A form that brings a file") struct MultipartTests {
    private func form(_ body: String) -> Form? {
        Multipart.form(Array(body.utf8), contentType: "multipart/form-data; boundary=\"b\"")
    }

    @Test("is read into its fields and its files, empty ones and line breaks too")
    func isRead() throws {
        let read = form(
            "--b\r\nContent-Disposition: form-data; name=\"says\"\r\n\r\none\r\ntwo\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n"
                + "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"roll.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nref\r\n--bb\r\n\r\n--b--\r\n")
        #expect(read?["says"] == "one\ntwo")
        #expect(read?["empty"] == "")
        #expect(read?.files["file"]?.name == "roll.csv")
        #expect(read?.files["file"].map { String(decoding: $0.bytes, as: UTF8.self) } == "ref\r\n--bb\r\n")
    }

    @Test("loses the zero bytes of its words, and keeps those of its files")
    func zeroBytes() {
        let read = form(
            "--b\r\nContent-Disposition: form-data; name=\"says\"\r\n\r\no\u{0}ne\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n\u{0}\r\n--b--\r\n")
        #expect(read?["says"] == "one")
        #expect(read?.files["file"]?.bytes == [0])
    }

    @Test("is refused when cut off, without a name, or with more parts than any form has")
    func isRefused() {
        let whole = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--"
        #expect(form(whole) != nil)
        for length in 0..<whole.count { #expect(form(String(whole.prefix(length))) == nil, "\(length)") }
        #expect(form("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--") == nil)
        let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n"
        #expect(form(String(repeating: part, count: Multipart.mostParts - 1) + "--b--") != nil)
        #expect(form(String(repeating: part, count: Multipart.mostParts + 1) + "--b--") == nil)
        #expect(form("--b\r\n" + String(repeating: "x", count: Multipart.longestHead) + "\r\n\r\nx\r\n--b--") == nil)
    }
}

@Suite("A form that brings pictures") struct MultipartStreamTests {
    @Test("is read as it arrives, in pieces of any length") func pieces() async throws {
        try await withInstallation { installation, _ in
            let body = Array(
                ("before\r\n--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nsecret\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"pictures\"; filename=\"a.jpg\"\r\n"
                    + "Content-Type: image/jpeg\r\n\r\none\r\n--bb\r\n-\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"pictures\"; filename=\"b\"\r\n\r\n\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"none\"; filename=\"\"\r\n\r\n\r\n--b--\r\nafter")
                    .utf8)
            for length in [1, 2, 3, 5, 7, 11, 64, body.count] {
                let read = try #require(try form(body, in: length, installation))
                #expect(read["csrf"] == "secret")
                let pictures = read.allFiles["pictures"] ?? []
                #expect(pictures.map(\.name) == ["a.jpg", "b"])
                #expect(try pictures.map { try bytes($0) } == [Array("one\r\n--bb\r\n-".utf8), []])
                #expect(read.allFiles["none"] == nil)
            }
            for length in 0..<body.count - 9 {
                #expect(try form(Array(body.prefix(length)), in: 64, installation) == nil)
            }
            // what has come lies sealed, and in files without names
            let arriving = installation.database.data.appending(path: "arriving").path
            #expect(try FileManager.default.contentsOfDirectory(atPath: arriving) == [])
        }
    }

    @Test("is read with forty files, and refused with one more, of which nothing is kept") func many() async throws {
        try await withInstallation { installation, _ in
            let file = "--b\r\nContent-Disposition: form-data; name=\"p\"; filename=\"a\"\r\n\r\nx\r\n"
            let body = { (count: Int) in Array((String(repeating: file, count: count) + "--b--\r\n").utf8) }
            let read = try form(body(40), in: 100, installation)
            #expect(read?.allFiles["p"]?.count == 40)
            #expect(try form(body(41), in: 100, installation) == nil)
            let arriving = installation.database.data.appending(path: "arriving").path
            #expect(try FileManager.default.contentsOfDirectory(atPath: arriving) == [])
        }
    }

    @Test("longer than a piece of a sealed file, comes back whole") func long() async throws {
        try await withInstallation { installation, _ in
            let picture = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 11) }
            let head = Array("--b\r\nContent-Disposition: form-data; name=\"p\"; filename=\"p\"\r\n\r\n".utf8)
            let read = try form(head + picture + Array("\r\n--b--".utf8), in: 65_536, installation)
            #expect(try bytes(#require(read?.files["p"])) == picture)
        }
    }

    private func form(_ body: [UInt8], in length: Int, _ installation: Installation) throws -> Form? {
        var stream = try #require(
            MultipartStream(
                contentType: "multipart/form-data; boundary=b", arriving: { try ArrivingFile(in: installation) }))
        for start in stride(from: 0, to: body.count, by: length) {
            try stream.take(body[start..<min(body.count, start + length)])
        }
        return stream.form
    }

    private func bytes(_ file: UploadedFile) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for number in 0... {
            guard let piece = try file.brought.piece(number) else { return bytes }
            bytes += piece
        }
        return bytes
    }
}

@Suite("A part of a film") struct FilmReplyTests {
    @Test("is what the browser asks for, and nothing that it cannot mean") func parts() {
        #expect(FilmReply.part("bytes=0-1", of: 100) == 0..<2)
        #expect(FilmReply.part("bytes=10-", of: 100) == 10..<100)
        #expect(FilmReply.part("bytes=-10", of: 100) == 90..<100)
        #expect(FilmReply.part("bytes=-500", of: 100) == 0..<100)
        #expect(FilmReply.part("bytes=90-500", of: 100) == 90..<100)
        for behind in ["bytes=100-", "bytes=100-200", "bytes=-0"] {
            #expect(FilmReply.part(behind, of: 100)?.isEmpty == true)
        }
        for odd in [
            "bytes=", "bytes=-", "bytes=5-4", "bytes=a-b", "bytes=0-1,5-6", "lines=0-1", "bytes=+1-2",
            "bytes=99999999999999999999-",
        ] {
            #expect(FilmReply.part(odd, of: 100) == nil, "\(odd)")
        }
    }
}
