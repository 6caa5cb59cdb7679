import Governance

/// What a list of accounts would put on the register, before anything is kept.
struct AccountListPage: PageContent {
    let notes: [Note]
    let faults: [Fault]
    let anyFaults: Bool
    let accounts: [Line]
    let anyAccounts: Bool
    let confirm: Confirm?
    let again: HeadAction

    /// Why a row is not taken.
    struct Fault: Shows {
        let row: String
        let column: String
        let says: String
    }

    /// An account that would come onto the register, or is there.
    struct Line: Shows {
        let row: String
        let name: String
        let network: String
        let handle: String
        let lead: String
        let school: String
        let tag: Tag
    }

    struct Confirm: Shows {
        let action: String
        let bytes: String
        /// By which the trial that is shown is told from another.
        let shown: String
        let button: String
    }

    init(notes: [Note], faults: [Fault] = [], accounts: [Line] = [], confirm: Confirm? = nil, again: HeadAction) {
        self.notes = notes
        self.faults = faults
        anyFaults = !faults.isEmpty
        self.accounts = accounts
        anyAccounts = !accounts.isEmpty
        self.confirm = confirm
        self.again = again
    }

    package static var examples: [Page] {
        let again = HeadAction("Choose another file", "/harbour-view/accounts/list")
        return [
            Page(
                "2 accounts would come onto the register", room: .accounts,
                AccountListPage(
                    notes: [Note(.quiet, "Nothing is kept yet.", "Look at it, then confirm.")],
                    accounts: [
                        Line(
                            row: "2", name: "School X", network: "X", handle: "@harbourview", lead: "Tom Ashworth",
                            school: "Harbour View School", tag: Tag(.clear, "New"))
                    ],
                    confirm: Confirm(
                        action: "/harbour-view/accounts/list/confirmed", bytes: "YQ==", shown: "3f",
                        button: "Put them on the register"
                    ), again: again)),
            Page(
                "The list has faults", room: .accounts,
                AccountListPage(
                    notes: [Note(.block, "Nothing of it is taken.", "Mend it and bring it in again.")],
                    faults: [Fault(row: "3", column: "Platform", says: "“Myspace” is none of: X")], again: again)),
        ]
    }
}
