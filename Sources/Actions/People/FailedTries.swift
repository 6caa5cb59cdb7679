import Foundation
import Governance
import Store

/// Under what failed tries of a password are counted: digests, so that no address is stored.
struct ThrottleKeys: Sendable {
    let email: Data
    /// Nil for someone who is signed in already.
    let address: Data?

    init(email: String, address: String?) {
        self.email = Self.email(email)
        self.address = address.map { tokenHash("address " + $0) }
    }

    static func email(_ email: String) -> Data { tokenHash("email " + email) }

    /// Counts the try as failed before the password is looked at, so that many at once are not one; returns how long
    /// to wait where it does not even count.
    func countTry(in organisation: Organisation) async throws -> Int? {
        let keys = [(email, Throttle.triesPerEmail)] + (address.map { [($0, Throttle.triesPerAddress)] } ?? [])
        return try await organisation.database.keep { book in
            let throttles = try keys.map { key, tries in (key, tries, try book.throttle(key)) }
            let waitsUntil = throttles.map(\.2.waitsUntil).max() ?? .distantPast
            guard waitsUntil <= book.now else { return Int(waitsUntil.timeIntervalSince(book.now).rounded(.up)) }
            for (key, tries, throttle) in throttles {
                try book.keep(throttle.failing(at: book.now, tries: tries), for: key)
            }
            return nil
        }
    }
}

func minutesInWords(_ seconds: Int) -> String {
    let minutes = (seconds + 59) / 60
    return minutes == 1 ? "a minute" : minutes >= 60 ? "an hour" : "\(minutes) minutes"
}
