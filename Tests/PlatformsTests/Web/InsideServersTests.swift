import Foundation
import Governance
import Testing

@testable import Platforms

@Suite struct InsideServersTests {
    private func status(_ address: String, allowing names: [String] = []) async throws -> Int {
        try await HTTPWebClient(inside: InsideServers(names)).answer(to: WebRequest(address)).status
    }

    @Test func aProviderInsideTheNetworkIsAskedOnlyWhereItIsAllowedAtTheMachine() async throws {
        let server = try LocalServer(says: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
        defer { server.stop() }
        for host in ["127.0.0.1", "localhost"] {
            let address = "http://\(host):\(server.port)/.well-known/openid-configuration"
            await #expect(throws: WebTrouble.insideNetwork(host)) { try await status(address) }
            await #expect(throws: WebTrouble.insideNetwork(host)) {
                try await status(address, allowing: ["id.school.example"])
            }
            #expect(server.visits == (host == "localhost" ? 1 : 0), "somebody came who was not allowed")
            #expect(try await status(address, allowing: [" LocalHost. ", "127.0.0.1"]) == 200)
        }
        #expect(server.visits == 2)
    }

    @Test(arguments: [
        "https://10.1.2.3", "https://[::1]:8443", "https://[fd12::1]", "https://169.254.169.254/latest",
        "https://0.0.0.0", "https://[::ffff:127.0.0.1]", "https://127.1", "https://2130706433", "https://0x7f.1",
    ]) func howeverAnInsideAddressIsWrittenItIsRefused(_ address: String) async throws {
        await #expect { try await status(address) } throws: { error in
            guard case .insideNetwork = error as? WebTrouble else { return false }
            return true
        }
    }

    @Test func noPermissionLetsItGoWhereACloudKeepsItsSecrets() async throws {
        await #expect(throws: WebTrouble.insideNetwork("169.254.169.254")) {
            try await status("https://169.254.169.254", allowing: ["169.254.169.254"])
        }
    }

    @Test(.timeLimit(.minutes(20))) func anAnswerThatNeverEndsIsGivenUpInTime() async throws {
        let server = try LocalServer(
            says: "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", dripping: true)
        defer { server.stop() }
        let client = HTTPWebClient(inside: InsideServers(["localhost"]))
        await #expect(throws: WebTrouble.lost) {
            try await client.answer(to: WebRequest("http://localhost:\(server.port)/", .get, seconds: 3))
        }
    }

    @Test func aRedirectIsNotFollowed() async throws {
        let secret = try LocalServer(says: "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret")
        let server = try LocalServer(
            says: "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:\(secret.port)/\r\nContent-Length: 0\r\n\r\n")
        defer { for one in [server, secret] { one.stop() } }
        #expect(try await status("http://localhost:\(server.port)/", allowing: ["localhost"]) == 302)
        #expect(secret.visits == 0)
    }

    @Test func theSentenceNamesTheHostAndWhomToAsk() {
        let says = ProviderTrouble.insideNetwork("id.school.internal").says
        #expect(says.contains("id.school.internal is inside the network") && says.contains("looks after the machine"))
    }

    @Test func aMailServerInsideTheNetworkIsGoneToOnlyWhereItIsAllowedAtTheMachine() async throws {
        let server = try LocalServer(says: "554 not today\r\n", first: true)
        defer { server.stop() }
        let mail = OutgoingMail(
            id: "1", from: "a@school.example", fromName: "A", to: "b@school.example", subject: "S", text: "T", at: .now)
        func trouble(_ host: String, allowing names: [String]) async -> MailTrouble? {
            let settings = MailServer(host: host, port: server.port, security: .none, from: "a@school.example")
            do {
                try await SMTPCarrier(inside: InsideServers(names), seconds: 5).send(
                    mail, through: settings, password: nil)
                return nil
            } catch { return error as? MailTrouble }
        }
        for host in ["localhost", "127.0.0.1"] {
            let refused = await trouble(host, allowing: [])
            #expect(refused == MailTrouble(InsideServers.refusal(of: host), .setUp))
            #expect(server.visits == (host == "127.0.0.1" ? 1 : 0))
            let reached = await trouble(host, allowing: ["localhost", "127.0.0.1"])
            #expect(reached?.says.contains("554") == true)
        }
        #expect(server.visits == 2)
        #expect(await trouble("169.254.169.254", allowing: ["169.254.169.254"])?.whose == .setUp)
    }
}
