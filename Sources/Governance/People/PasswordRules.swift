import Foundation

/// What a password must be: long, not one's own name, not one that everybody tries.
package enum PasswordRules {
    package static let shortest = 12
    package static let longest = 200

    /// Nil when it will do; else a sentence for the person.
    package static func refusal(of password: String, name: String, email: String) -> String? {
        let folded = Evidence.normalised(password)
        guard password.count >= shortest else { return "Choose a password of at least \(shortest) characters" }
        guard password.count <= longest else { return "Choose a password of at most \(longest) characters" }
        let own = (name + " " + email).split { !$0.isLetter && !$0.isNumber }.map { Evidence.normalised(String($0)) }
        if own.contains(where: { $0.count >= 3 && folded.contains($0) }) {
            return "Choose a password without your name or e-mail address in it"
        }
        let letters = folded.filter { $0.isLetter || $0.isNumber }
        let rest = common.reduce(letters) { $0.replacing($1, with: "") }
        if Set(letters).count < 5 || rest.count < 6 {
            return "Choose a password that is harder to guess, for example four words that do not belong together"
        }
        return nil
    }

    /// What is tried first, the longest first; a password must be more than these.
    private static let common = [
        "correcthorsebatterystaple", "schoolpassword", "administrator", "123456789012", "1q2w3e4r5t6y",
        "abcdefghijkl", "headteacher", "1234567890", "qwertyuiop", "chaperone", "liverpool", "september",
        "changeme", "football", "iloveyou", "pa55word", "passw0rd", "password", "princess", "sunshine",
        "superman", "letmein", "october", "pssword", "teacher", "welcome", "abc123", "autumn", "dragon",
        "master", "monkey", "qwerty", "school", "spring", "summer", "winter", "admin", "hello",
    ]
}
