import Governance

/// The school's rules and welcome for families, for everyone to read: linked from the school's own website (HBK-12).
struct FamiliesPage: PageContent {
    let says: [Line]
    let anySays: Bool
    /// Accounts in the school's name, so that families know which are real.
    let accounts: [Account]
    let anyAccounts: Bool
    /// Where a parent asks for a link to answer about pictures.
    let pictures: String
    let contact: [String]
    let anyContact: Bool
    let foot: String

    struct Line: Shows {
        let text: String
        /// `Policy 3.9`
        let section: String
    }

    struct Account: Shows {
        let name: String
        let network: String
        let handle: String
    }

    package static var examples: [Page] {
        [
            Page(
                "Social media and your family", eyebrow: "Harbour View School", frame: .journey,
                FamiliesPage(
                    says: [
                        Line(
                            text: "Parents and carers are welcome to write about the school, fittingly.",
                            section: "Policy 3.9")
                    ], anySays: true,
                    accounts: [Account(name: "Harbour View School", network: "Facebook", handle: "harbourview")],
                    anyAccounts: true, pictures: "/harbour-view/pictures",
                    contact: ["0191 498 0123", "office@harbourview.example"], anyContact: true,
                    foot: "From the Social Media Policy, in force since 1 September 2026.")),
            Page(
                "Social media and your family", eyebrow: "Harbour View School", frame: .journey,
                FamiliesPage(
                    says: [], anySays: false, accounts: [], anyAccounts: false, pictures: "/harbour-view/pictures",
                    contact: [], anyContact: false,
                    foot: "")),
        ]
    }
}
