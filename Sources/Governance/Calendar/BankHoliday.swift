/// A day on which banks are shut in one nation, as the law or a proclamation has it, or as the organisation entered it.
package struct BankHoliday: Sendable, Equatable, Codable {
    package var nation: Nation
    package var day: Day
    package var title: String
    /// Where that is said.
    package var source: String
    /// Why it counts here no more, where somebody took it out.
    package var takenOut: String?

    package init(nation: Nation, day: Day, title: String, source: String, takenOut: String? = nil) {
        self.nation = nation
        self.day = day
        self.title = title
        self.source = source
        self.takenOut = takenOut
    }
}

extension Nation {
    package var title: String {
        switch self {
        case .england: "England"
        case .wales: "Wales"
        case .scotland: "Scotland"
        case .northernIreland: "Northern Ireland"
        }
    }
}
