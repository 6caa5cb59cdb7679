/// Public numbers that anyone may be told to call.
enum Helplines {
    static func contains(_ digits: String) -> Bool { numbers.contains(digits) || digits.count <= 6 }

    /// By their national digits: charities, emergency and reporting lines that schools name.
    private static let numbers: Set<String> = [
        "08001111", "116123", "116000", "08088005000", "08000280285", "08000283550", "08000113764",
        "0800789321", "0800555111", "08000684141", "03001233393", "08088002222", "08088025544", "08088084994",
        "08088010677", "03704967622", "02070080151", "03001236600", "08000119100", "08081000900", "03443814772",
        "08001448848", "08088004444", "08000562561", "03003230169", "08082000247",
    ]
}
