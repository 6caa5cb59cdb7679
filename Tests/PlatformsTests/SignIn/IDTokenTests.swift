import Crypto
import Foundation
import Governance
import Testing

@testable import Platforms

@Suite("A provider's answer") struct IDTokenTests {
    private let pretend = PretendProvider()
    private let now = Date(timeIntervalSince1970: 1_795_255_200)

    private func grant(
        _ changes: [String: any Sendable] = [:], header: [String: String] = [:], nonce: String = "n-1",
        without missing: String? = nil, provider: SignInProvider = PretendProvider.settings,
        changed: (String) -> String = { $0 }
    ) async throws -> ProvenIdentity {
        var claims = PretendProvider.claims("n-1", at: now).merging(changes) { $1 }
        if let missing { claims[missing] = nil }
        pretend.give(changed(try pretend.token(claims, header: header)), refreshToken: "r-1")
        return try await connected(provider).grant(
            code: "c", back: "https://chaperone.school.example/x/sign-in/back", verifier: "v", nonce: nonce, now: now
        ).identity
    }

    private func connected(
        _ provider: SignInProvider = PretendProvider.settings, books: ProviderBooks = ProviderBooks()
    ) -> OpenIDConnect {
        OpenIDConnect(provider, secret: "s3cret", web: pretend, books: books)
    }

    @Test("that is right says who somebody is")
    func right() async throws {
        let identity = try await grant(["email_verified": "true", "groups": ["staff", "quay"]])
        #expect(identity.issuer == PretendProvider.issuer && identity.subject == "subject-7")
        #expect(identity.isEmailVerified && identity.groups == ["staff", "quay"])
        #expect(try await grant(["aud": [PretendProvider.clientID]]).groups == nil)
        #expect(try await !grant().isEmailVerified)
        #expect(try await grant(["auth_time": 1.5, "exp": now.timeIntervalSince1970 + 0.5]).subject == "subject-7")
    }

    private static let other = "somebody-else"

    @Test("that is forged, old, or for somebody else counts for nothing")
    func wrong() async throws {
        let wrong: [([String: any Sendable], ProviderTrouble.Fault)] = [
            (["iss": "https://evil.example"], .issuer), (["aud": Self.other], .audience),
            (["aud": [PretendProvider.clientID, Self.other]], .party),
            (["aud": [PretendProvider.clientID, Self.other], "azp": Self.other], .party), (["azp": Self.other], .party),
            (["exp": now.timeIntervalSince1970 - 121], .expired), (["nbf": now.timeIntervalSince1970 + 600], .early),
            (["iat": now.timeIntervalSince1970 + 600], .early), (["nonce": "another"], .nonce), (["sub": ""], .subject),
        ]
        for (claims, fault) in wrong {
            await #expect(throws: ProviderTrouble.token(fault), "\(claims)") { try await grant(claims) }
        }
        await #expect(throws: ProviderTrouble.token(.nonce)) { try await grant(nonce: "n-2") }
        await #expect(throws: ProviderTrouble.token(.nonce)) { try await grant(without: "nonce") }
        for missing in ["iss", "sub", "aud", "exp"] {
            await #expect(throws: ProviderTrouble.self) { try await grant(without: missing) }
        }
    }

    @Test("without a signature, with a shared key's, or changed after it was signed counts for nothing")
    func unsigned() async throws {
        await #expect(throws: ProviderTrouble.token(.algorithm)) { try await grant(header: ["alg": "none"]) }
        await #expect(throws: ProviderTrouble.token(.algorithm)) {
            try await grant(header: ["alg": "none"]) {
                String($0.prefix(upTo: $0.lastIndex(of: ".") ?? $0.endIndex)) + "."
            }
        }
        for algorithm in ["HS256", "HS384", "HS512", "nOnE", "", "RSA-OAEP"] {
            await #expect(throws: ProviderTrouble.token(.algorithm)) { try await grant(header: ["alg": algorithm]) }
        }
        // a public key taken for a shared one
        let shared = SymmetricKey(data: Data("s3cret".utf8))
        await #expect(throws: ProviderTrouble.token(.algorithm)) {
            try await grant(header: ["alg": "HS256"]) { token in
                let signed = token.split(separator: ".").prefix(2).joined(separator: ".")
                let code = HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: shared)
                return signed + "." + PretendProvider.url(Data(code))
            }
        }
        await #expect(throws: ProviderTrouble.token(.signature)) { try await grant(header: ["alg": "RS256"]) }
        await #expect(throws: ProviderTrouble.token(.key)) { try await grant(header: ["kid": "shared"]) }
        await #expect(throws: ProviderTrouble.token(.key)) { try await grant(header: ["kid": "unknown"]) }
        await #expect(throws: ProviderTrouble.token(.signature)) {
            try await grant { token in
                var parts = token.split(separator: ".").map(String.init)
                var claims = PretendProvider.claims("n-1", at: now)
                claims["sub"] = "head"
                parts[1] = PretendProvider.url((try? JSONSerialization.data(withJSONObject: claims)) ?? Data())
                return parts.joined(separator: ".")
            }
        }
        for text in ["", "a.b", "a.b.c.d", "...", "eyJhbGciOiJFUzI1NiJ9..", String(repeating: "a", count: 5000)] {
            await #expect(throws: ProviderTrouble.self) { try await grant { _ in text } }
        }
    }

    @Test("from Google counts for accounts of the school's own domain only")
    func hostedDomain() async throws {
        let google = SignInProvider(.google, hostedDomain: "school.example", clientID: "c")
        let claims = PretendProvider.claims("n-1", at: now)
        for (domain, isOurs) in [("school.example", true), ("other.example", false), (nil, false)] {
            var claims = claims
            claims["iss"] = "https://accounts.google.com"
            claims["aud"] = "c"
            claims["hd"] = domain
            let token = try pretend.token(claims)
            let keys = try await ProviderBooks().keys(of: PretendProvider.issuer, naming: nil, with: pretend)
            let check = IDTokenCheck(provider: google, nonce: "n-1", now: now)
            if isOurs {
                #expect(try await check.identity(in: token, keys: keys).subject == "subject-7")
            } else {
                await #expect(throws: ProviderTrouble.token(.domain)) {
                    try await check.identity(in: token, keys: keys)
                }
            }
        }
    }

    @Test("signed with a new key is checked with that key, which is asked for once")
    func newKey() async throws {
        let books = ProviderBooks()
        func sign() async throws -> String {
            pretend.give(try pretend.token(PretendProvider.claims("n-1", at: now)))
            return try await connected(books: books).grant(
                code: "c", back: "b", verifier: "v", nonce: "n-1", now: now
            ).identity.subject
        }
        _ = try await sign()
        pretend.changeKey()
        #expect(try await sign() == "subject-7")
        func keysAsked() -> Int { pretend.asked.filter { $0.address.hasSuffix("/keys") }.count }
        #expect(keysAsked() == 2)
        pretend.changeKey()
        await #expect(throws: ProviderTrouble.token(.key)) { try await sign() }
        await #expect(throws: ProviderTrouble.token(.key)) { try await sign() }
        #expect(keysAsked() == 2, "a made-up name of a key asks again and again")
        #expect(pretend.asked.filter { $0.address.hasSuffix("configuration") }.count == 1)
    }

    @Test("is asked for with PKCE, a state and a nonce, and the code is given to it alone")
    func request() async throws {
        let address = try await connected().address(
            back: "https://c.example/x/sign-in/back", state: "s&1", nonce: "n",
            verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        // RFC 7636, appendix B
        #expect(
            address.contains("code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"))
        #expect(address.hasPrefix(PretendProvider.issuer + "/authorise?response_type=code&"))
        #expect(address.contains("&state=s%261&nonce=n&"))
        #expect(address.contains("redirect_uri=https%3A%2F%2Fc.example%2Fx%2Fsign-in%2Fback"))
    }

    @Test("is asked for only where it may be: https, the name that was entered, PKCE")
    func discovery() async throws {
        func begins() async throws {
            _ = try await connected().address(back: "b", state: "s", nonce: "n", verifier: "v")
        }
        try await begins()
        for (name, value) in [
            ("issuer", "https://evil.example"), ("token_endpoint", "http://169.254.169.254/token"),
            ("jwks_uri", "file:///etc/passwd"), ("authorization_endpoint", "javascript:alert(1)"),
        ] {
            let pretend = PretendProvider()
            pretend.say(name, value)
            let connection = OpenIDConnect(
                PretendProvider.settings, secret: "s", web: pretend, books: ProviderBooks())
            await #expect(throws: ProviderTrouble.self, "\(name)") {
                try await connection.address(back: "b", state: "s", nonce: "n", verifier: "v")
            }
        }
        for address in [
            "http://id.school.example", "ftp://x", "https://user:pw@id.example", "https://id.example?x=1", "",
        ] {
            #expect(!SignInProvider.isAddress(address), "\(address)")
        }
        #expect(SignInProvider.isAddress("http://127.0.0.1:9500"))
        await #expect(throws: WebTrouble.unsafeAddress) {
            try await HTTPWebClient().answer(to: WebRequest("http://id.school.example/x"))
        }
    }
}

/// What Google says of itself, and nothing else.
private struct GooglesDocument: WebClient {
    func answer(to request: WebRequest) async throws(WebTrouble) -> WebAnswer {
        let document = [
            "issuer": "https://accounts.google.com",
            "authorization_endpoint": "https://accounts.google.com/o/oauth2/v2/auth",
            "token_endpoint": "https://oauth2.googleapis.com/token",
            "jwks_uri": "https://www.googleapis.com/oauth2/v3/certs",
        ]
        return WebAnswer(status: 200, body: (try? JSONSerialization.data(withJSONObject: document)) ?? Data())
    }
}

@Suite struct GoogleAddressTests {
    /// Without it Google gives no refresh token to someone who has agreed before.
    @Test func consentIsAskedWhenAnAccountIsBoundAndNotAtEverySignIn() async throws {
        let google = SignInProvider(.google, hostedDomain: "school.example", clientID: "c")
        let client = OpenIDConnect(google, secret: "s", web: GooglesDocument(), books: ProviderBooks())
        for isBinding in [true, false] {
            let address = try await client.address(
                back: "https://chaperone.school.example/q/sign-in/back", state: "s", nonce: "n",
                verifier: String(repeating: "v", count: 43), choosing: isBinding)
            #expect(address.contains("access_type=offline"))
            #expect(address.contains("consent") == isBinding)
        }
    }
}
