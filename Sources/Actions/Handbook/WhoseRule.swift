/// The sections that ask something, or, where none does, that the product asks it.
func whoseRule(_ sections: [String]) -> String {
    switch sections.count {
    case 0: "the product's own rule"
    case 1: "section \(sections[0])"
    default: "sections \(sections.dropLast().joined(separator: ", ")) and \(sections[sections.count - 1])"
    }
}
