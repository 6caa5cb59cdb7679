import Foundation
import Governance
import Store

/// Under what failed tries of a password are counted: digests, so that no address is stored.
struct ThrottleKeys: Sendable {
    /// One person from one network address.
    let person: Data
    /// One person from anywhere.
    let email: Data
    /// Nil for someone who is signed in already.
    let address: Data?

    /// - Parameter what: what is tried, so that one kind of try does not use up those of another at the same address.
    init(email: String, address: String?, what: String = "") {
        let place = tokenHash(what + "address " + (address.map(NetworkAddress.counted) ?? ""))
        let key = Self.key(of: email)
        person = key + place.prefix(16)
        self.email = key + Data(count: 16)
        self.address = address == nil ? nil : place
    }

    /// What all counts of one person begin with.
    static func key(of email: String) -> Data { tokenHash("email " + email).prefix(16) }

    /// Counts the try as failed before the password is looked at, so that many at once are not one; returns how long
    /// to wait where it does not even count.
    func countTry(in organisation: Organisation) async throws -> Int? {
        let keys =
            [(person, Throttle.triesPerPerson), (email, Throttle.triesPerEmail)]
            + (address.map { [($0, Throttle.triesPerAddress)] } ?? [])
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

    /// Takes the count back of a try whose password was never looked at.
    func forgiveTry(in organisation: Organisation) async throws {
        try await organisation.database.keep { book in
            try book.forgiveTry(person, of: Throttle.triesPerPerson)
            try book.forgiveTry(email, of: Throttle.triesPerEmail)
            if let address { try book.forgiveTry(address, of: Throttle.triesPerAddress) }
        }
    }
}

func minutesInWords(_ seconds: Int) -> String {
    let minutes = (seconds + 59) / 60
    return minutes == 1 ? "a minute" : minutes >= 60 ? "an hour" : "\(minutes) minutes"
}
