import Testing

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
