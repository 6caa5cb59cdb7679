import Testing

@testable import Governance

@Suite struct ImportFieldTests {
    @Test func eachFieldHasItsOwnPlaceInARow() {
        #expect(ImportField.allCases.map(\.number) == Array(0..<ImportField.allCases.count))
    }

    @Test(arguments: ["yes", "YES", "Granted", "no", "nO", "Z", "not"])
    func wordsOfPlainLettersReadAsEveryOtherDoes(_ word: String) {
        #expect(ConsentWords.plain(word) == Evidence.normalised(word))
    }

    @Test(arguments: ["[yes", "yes_", "{no}", "y@s", "`no`"])
    func signsBesideTheLettersAreNoLetters(_ word: String) {
        #expect(ConsentWords.plain(word) == Evidence.normalised(word).replacing("_", with: " "))
    }
}
