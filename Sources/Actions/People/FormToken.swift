import Crypto
import Foundation
import Governance

/// What every form of a session carries back: it follows from the cookie's secret, and the secret not from it.
package func formToken(cookie: String) -> String {
    Base32.text(of: Array(SHA256.hash(data: Data(("form " + cookie).utf8))))
}
