import Foundation
import Governance
import Testing

@Suite struct NetworkPlaceTests {
    private func place(_ text: String) throws -> NetworkPlace {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: four) { NetworkPlace.of($0) } }
        var six = in6_addr()
        try #require(inet_pton(AF_INET6, text, &six) == 1, "\(text)")
        return withUnsafeBytes(of: six) { NetworkPlace.of($0) }
    }

    @Test(arguments: [
        "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
        "100.127.1.1",
        "198.18.0.1", "::1", "fc00::1", "fd12:3456::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.1.2.3",
        "::10.1.2.3", "64:ff9b::192.168.1.1", "64:ff9b:1::8.8.8.8", "2002:0a01:0203::1",
    ]) func whatIsSomebodysOwnIsInside(_ address: String) throws {
        #expect(try place(address) == .inside)
    }

    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "169.254.169.254", "169.254.0.1", "192.0.0.192", "168.63.129.16", "224.0.0.1",
        "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "fe80::1", "ff02::1", "fd00:ec2::254", "2001::1", "100::1",
        "::ffff:169.254.169.254", "64:ff9b::169.254.169.254", "2002:a9fe:a9fe::1", "4000::1",
    ]) func noServerIsAtWhatIsReservedOrWhereACloudKeepsItsSecrets(_ address: String) throws {
        #expect(try place(address) == .nowhere)
    }

    @Test(arguments: [
        "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.169.0.1", "169.253.0.1", "128.0.0.1",
        "2001:4860:4860::8888", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:0808:0808::1",
    ]) func theRestIsOutside(_ address: String) throws {
        #expect(try place(address) == .outside)
    }

    @Test func whatIsNoAddressIsNowhere() {
        #expect(NetworkPlace.of([1, 2, 3]) == .nowhere && NetworkPlace.of([]) == .nowhere)
    }
}
