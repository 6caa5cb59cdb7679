/// What the policy does not say, with its reason: `{{>ours}}`.
package struct OursChip: Shows {
    package var text: String
    package var icon: Icon

    package static let byLaw = OursChip(text: "Ours, by law", icon: .ours)
    package static let goodPractice = OursChip(text: "Ours, good practice", icon: .ours)
    package static let setting = OursChip(text: "School setting", icon: .setting)
}
