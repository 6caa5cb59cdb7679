import Dispatch
import Foundation
import Governance
import Testing

@testable import Actions

@Suite struct PasswordTests {
    @Test(arguments: [
        "short", "passwordpassword", "Password1234!", "aaaaaaaaaaaaaaaa", "my name is ida now", "1234567890123",
        "idasschool.example", "qwertyuiop12",
    ])
    func aPasswordThatIsGuessedFirstIsRefused(password: String) {
        #expect(PasswordRules.refusal(of: password, name: "Ida Ward", email: "ida@school.example") != nil)
    }

    @Test(arguments: ["lantern ferry cobble", "Übermut-Regen-77-see", "correct horse stapler 9"])
    func aLongOneOfOnesOwnWillDo(password: String) {
        #expect(PasswordRules.refusal(of: password, name: "Ida Ward", email: "ida@school.example") == nil)
    }

    @Test func keysDifferBySaltAndNotByHowAnAccentIsTyped() async throws {
        let hashing = PasswordHashing(rounds: 16)
        let (one, other) = (Data(repeating: 1, count: 16), Data(repeating: 2, count: 16))
        let key = try await hashing.key("café\u{301} au lait", salt: one, rounds: 16)
        #expect(try await hashing.key("caf\u{E9}\u{301} au lait", salt: one, rounds: 16) == key)
        #expect(try await hashing.key("café\u{301} au lait", salt: other, rounds: 16) != key)
    }

    /// Who is told to come again has not tried.
    @Test func whomNobodyHasTimeForIsToldToComeAgainAndLosesNoTry() async throws {
        let scratch = try Scratch()
        let organisation = try await scratch.organisation()
        let wrong = SignIn(email: "ida@school.example", password: "not it", address: "203.0.113.7", device: "")
        let desk = organisation.installation.passwords.desk
        let gate = DispatchSemaphore(value: 0)
        for _ in 0..<HashingDesk.threads {
            await withCheckedContinuation { begun in
                _ = desk.take {
                    begun.resume()
                    gate.wait()
                }
            }
        }
        while desk.take({}) {}
        for _ in 0...Throttle.triesPerPerson {
            await #expect {
                _ = try await wrong.perform(in: organisation)
            } throws: { error in
                if case .later = error as? ActionError { true } else { false }
            }
        }
        for _ in 0..<HashingDesk.threads { gate.signal() }
        while desk.isFull { try await Task.sleep(for: .milliseconds(10)) }
        #expect(try await wrong.perform(in: organisation) == .refused(triesLeft: Throttle.triesPerPerson - 1))
        withExtendedLifetime(scratch) {}
    }

    @Test func theRealCostIsTheOneThatWasDecided() async throws {
        #expect(PasswordHashing.rounds == 32_768)
        let key = try await PasswordHashing(rounds: PasswordHashing.rounds)
            .key("lantern", salt: Data(count: 16), rounds: PasswordHashing.rounds)
        #expect(key.count == 32)
    }
}
