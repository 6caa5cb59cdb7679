/// The style sheet, the script and the favicon, each under an address that changes with its content.
package struct Assets: Sendable {
    package struct Asset: Sendable {
        package let name: String
        package let digest: String
        package let type: String
        package let bytes: [UInt8]
        package var url: SiteURL { .asset(digest: .value(digest), name: .value(name)) }
    }

    private let byName: [String: Asset]

    package init(_ files: [(path: String, text: String)] = EmbeddedFiles.all) {
        var byName: [String: Asset] = [:]
        for (path, text) in files where path.hasPrefix("Assets/") {
            let name = String(path.dropFirst("Assets/".count))
            let bytes = Array(text.utf8)
            byName[name] = Asset(
                name: name, digest: Self.digest(of: bytes), type: Self.type(of: name), bytes: bytes)
        }
        self.byName = byName
    }

    package subscript(name: String) -> Asset? { byName[name] }

    /// The address of an asset; empty when there is none of that name, which a test refuses.
    func link(_ name: String) -> String { byName[name]?.url.link(in: "") ?? "" }

    /// Changes when the content does (FNV-1a, 64 bits); it guards nothing.
    package static func digest(of bytes: [UInt8]) -> String {
        String(bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 36)
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: "application/octet-stream"
        }
    }
}
