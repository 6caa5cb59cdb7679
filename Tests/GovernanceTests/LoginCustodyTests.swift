import Foundation
import Testing

@testable import Governance

@Suite("Custody of log-in details") struct LoginCustodyTests {
    private let quay = Identifier<School>("quay")
    private let lead = Identifier<User>("lead")

    private func account(_ state: AccountState = .active) -> OfficialAccount {
        OfficialAccount(
            account: PostingAccount(id: Identifier("a"), school: quay, name: "Quay on X", network: .x, handle: "@quay"),
            state: state, addedAt: .distantPast,
            operators: [
                AccountOperator(user: lead, name: "Priya Nair", isLead: true),
                AccountOperator(user: Identifier("second"), name: "Tom Ashworth"),
            ])
    }

    private func asker(
        _ user: String, _ roles: Role..., at school: String? = "quay", handsOver: Bool = false, isRefused: Bool = false
    ) -> LoginCustody.Asker {
        let grants = roles.map { Grant($0, at: school.map { Identifier($0) }, from: .distantPast) }
        return LoginCustody.Asker(
            Identifier(user), Authority(grants: Set(grants)), handsOver: handsOver, isRefused: isRefused)
    }

    /// What a policy says that names nobody, so that the product's own rule holds: the administrator, IT, and the lead.
    private func custody(_ state: AccountState = .active) -> LoginCustody {
        LoginCustody(of: account(state), AccountTerms(nil))
    }

    @Test("is lodged by whoever runs the account or keeps its details, at its school")
    func lodging() {
        #expect(custody().lodges(asker("second")) && custody().lodges(asker("dean", .it)))
        #expect(custody().lodges(asker("lead", handsOver: true)), "a leaver hands the details over")
        #expect(!custody().lodges(asker("dean", .it, at: "mill")) && !custody().lodges(asker("helen", .headteacher)))
    }

    @Test("is shown to those who keep it, and to the lead with a role where nobody is named; not to leavers")
    func showing() {
        #expect(custody().sees(asker("dean", .it)) && custody().sees(asker("lead", .author)))
        #expect(!custody().sees(asker("lead")) && !custody().sees(asker("second", .author)))
        #expect(!custody().sees(asker("dean", .it, handsOver: true)))
        #expect(!custody().sees(asker("dean", .it, isRefused: true)))
        #expect(custody(.closed).sees(asker("dean", .it)) && !custody(.closed).sees(asker("lead", .author)))
    }

    @Test("is allowed a second person by those who keep it or decide on accounts, and by nobody refused")
    func allowing() {
        #expect(custody().allowing == [.administrator, .it, .slt])
        #expect(custody().allows(asker("sanjay", .slt)) && !custody().allows(asker("lead", .author)))
        #expect(!custody().allows(asker("sanjay", .slt, isRefused: true)))
    }
}
