import Foundation

/// Network addresses as tries are counted by them.
package enum NetworkAddress {
    /// One household or school has a whole /64 of IPv6 (RFC 6177): all of it counts as one. Others count as they are.
    package static func counted(_ address: String) -> String {
        var bytes = in6_addr()
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
        let network = withUnsafeBytes(of: &bytes) { $0.prefix(8).map { String($0, radix: 16) } }
        return network.joined(separator: ":") + "/64"
    }
}
