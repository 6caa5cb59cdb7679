import Foundation

/// An address as it was typed; where its host is written in letters beyond plain ones, with the host as computers write
/// it, since letters of other alphabets can look the same.
enum WebAddress {
    static func shown(_ address: String) -> String {
        guard let host = URL(string: address)?.host(percentEncoded: false), host.contains("xn--"),
            !address.contains("xn--")
        else { return address }
        return "\(address) (\(host))"
    }
}
