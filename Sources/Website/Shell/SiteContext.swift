import Hummingbird
import Logging
import NIOCore

/// What the framework keeps of a request until the doorkeeper has made a visit of it.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Shown on error pages, and on every line of the log about this request.
    let reference: String
    let remoteAddress: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        reference = Reference.new()
        remoteAddress = source.channel.remoteAddress?.ipAddress
        logger[metadataKey: "reference"] = "\(reference)"
    }
}

/// A number that can be read out over the telephone: no letter that looks like a figure.
enum Reference {
    private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    static func new() -> String {
        var bits = UInt64.random(in: 0..<(1 << 40))
        var text = ""
        for place in 0..<8 {
            if place == 4 { text.append("-") }
            text.append(signs[Int(bits & 31)])
            bits >>= 5
        }
        return text
    }
}
