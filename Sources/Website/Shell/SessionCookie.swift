import HTTPTypes

/// The cookie that holds a session's secret: for one organisation's addresses only, and for no script.
struct SessionCookie: Sendable {
    let secure: Bool
    private let plainName: String

    init(secure: Bool) {
        self.secure = secure
        plainName = "chaperone"
    }

    /// The cookie with which set-up goes on; the console's token works once.
    static let setUp = SessionCookie(plainName: "chaperone-set-up")

    /// The cookie of a sign-in that is on its way: back from the provider, or to its code. It lasts a quarter of an hour.
    static func step(secure: Bool) -> SessionCookie { SessionCookie(plainName: "chaperone-step", secure: secure) }

    private init(plainName: String, secure: Bool = false) {
        self.secure = secure
        self.plainName = plainName
    }

    /// Browsers refuse a `__Secure-` cookie that did not come over TLS. (`__Host-` would forbid the path.)
    var name: String { (secure ? "__Secure-" : "") + plainName }

    func token(in headers: HTTPFields) -> String? {
        for header in headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let halves = pair.split(separator: "=", maxSplits: 1)
                if halves.count == 2, halves[0].trimmingPrefix(while: { $0 == " " }) == name {
                    return String(halves[1])
                }
            }
        }
        return nil
    }

    /// - Parameter seconds: how long the browser keeps it; nil: until it is closed.
    func setting(_ token: String, for folder: String, secure: Bool? = nil, seconds: Int? = nil) -> String {
        "\(name)=\(token); Path=/\(folder); HttpOnly; SameSite=Lax" + (seconds.map { "; Max-Age=\($0)" } ?? "")
            + (secure ?? self.secure ? "; Secure" : "")
    }

    func takingBack(from organisation: String) -> String {
        "\(name)=; Path=/\(organisation); Max-Age=0; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "")
    }
}
