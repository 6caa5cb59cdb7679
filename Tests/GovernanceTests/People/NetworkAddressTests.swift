import Governance
import Testing

@Suite struct NetworkAddressTests {
    @Test func aWholeNetworkOfVersionSixCountsAsOne() {
        let one = NetworkAddress.counted("2001:db8:1:2::1")
        #expect(one == NetworkAddress.counted("2001:db8:1:2:ffff:1:2:3"))
        #expect(one != NetworkAddress.counted("2001:db8:1:3::1"))
        #expect(NetworkAddress.counted("192.0.2.7") == "192.0.2.7")
        #expect(NetworkAddress.counted("unknown") == "unknown")
    }
}
