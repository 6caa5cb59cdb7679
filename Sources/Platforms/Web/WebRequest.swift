import Foundation

/// What is asked of a server elsewhere.
package struct WebRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    package enum Body: Sendable {
        case form([(name: String, value: String)])
        case json(Data)
        case bytes(Data, type: String)
        case parts([WebPart])
    }

    package var address: String
    package var method: Method
    package var body: Body?
    package var authorisation: String?
    package var headers: [(name: String, value: String)]
    /// The longest that the whole answer may take, in seconds.
    package var seconds: Int64
    /// The most that is read of the answer, in bytes; 0: none of it is.
    package var most: Int
    /// Whether the address may begin with http:// anywhere. Nothing secret is ever sent to one that does.
    package var mayBePlain: Bool

    /// Asks with GET, or posts a form.
    package init(_ address: String, form: [(name: String, value: String)]? = nil, authorisation: String? = nil) {
        self.init(address, form == nil ? .get : .post, form.map(Body.form), authorisation: authorisation)
    }

    package init(
        _ address: String, _ method: Method, _ body: Body? = nil, authorisation: String? = nil,
        headers: [(name: String, value: String)] = [], seconds: Int64 = 10, most: Int = 1 << 20,
        mayBePlain: Bool = false
    ) {
        self.address = address
        self.method = method
        self.body = body
        self.authorisation = authorisation
        self.headers = headers
        self.seconds = seconds
        self.most = most
        self.mayBePlain = mayBePlain
    }

    /// The fields of the form that is sent; nil when it is none.
    package var form: [(name: String, value: String)]? {
        if case .form(let fields) = body { fields } else { nil }
    }
}

/// One part of a form that carries files (RFC 7578).
package struct WebPart: Sendable {
    package var name: String
    /// Nil: a field of text.
    package var fileName: String?
    package var type: String?
    package var bytes: Data

    package init(_ name: String, _ text: String) {
        self.name = name
        bytes = Data(text.utf8)
    }

    package init(_ name: String, file: Data, named fileName: String, type: String) {
        self.name = name
        self.fileName = fileName
        self.type = type
        bytes = file
    }

    /// - Parameter boundary: of letters and digits that stand in no part.
    static func written(_ parts: [WebPart], boundary: String) -> Data {
        var data = Data()
        for part in parts {
            data += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"".utf8)
            if let fileName = part.fileName { data += Data("; filename=\"\(fileName)\"".utf8) }
            if let type = part.type { data += Data("\r\nContent-Type: \(type)".utf8) }
            data += Data("\r\n\r\n".utf8) + part.bytes + Data("\r\n".utf8)
        }
        return data + Data("--\(boundary)--\r\n".utf8)
    }
}

/// What a server answers.
package struct WebAnswer: Sendable {
    package var status: Int
    package var body: Data
    package var headers: [(name: String, value: String)]

    package init(status: Int, body: Data, headers: [(name: String, value: String)] = []) {
        self.status = status
        self.body = body
        self.headers = headers
    }

    /// The first of this name, in whatever case it is written.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// All of this name.
    package func allHeaders(_ name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    var isSuccess: Bool { (200..<300).contains(status) }
}
