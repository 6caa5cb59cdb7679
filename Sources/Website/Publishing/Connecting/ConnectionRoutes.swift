import Actions
import Foundation
import Governance
import Reading

/// Joining an account to its network, looking whether it still stands, and parting it.
enum ConnectionRoutes {
    static let all: [Route] = [
        .get(.accountConnection(.any), .accountReaders) { visit in
            .page(try await AccountDesk(visit).connectionPage())
        },
        .post(.accountConnection(.any), .accountReaders, .form, join),
        .post(.accountConnectionLook(.any), .accountReaders, .form, look),
        .post(.accountConnectionEnd(.any), .accountReaders, .form, end),
        .post(.accountConnectionApp(.any), .accountReaders, .form, enterApp),
        .post(.accountConnectionChoice(.any), .accountReaders, .form, choose),
        .get(.accountJoined, .accountReaders, joined),
        .post(.accountFollowing(.any), .accountReaders, .form) { visit in
            let desk = try AccountDesk(visit)
            let account = try await desk.account()
            if account.account.network.saysWhomItFollows {
                try await CompareFollowing(account.id).perform(in: desk.work, by: desk.actor)
            } else {
                guard let found = ["none": false, "some": true][visit.form["follows"]] else {
                    let problem = Problem("follows", "Choose what you found")
                    return .page(try await desk.connectionPage(of: account, problems: [problem]))
                }
                try await SayFollowingLooked(account.id, followsSome: found).perform(in: desk.work, by: desk.actor)
            }
            return .seeLink(visit.link(.accountConnection(.value(account.id.text))) + "#following")
        },
    ]

    @Sendable private static func join(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        let network = account.account.network
        do {
            if case .page? = network.wayToConnect {
                let begun = try await BeginJoining(
                    account.id, server: visit.form["server"], userName: visit.form["userName"],
                    back: desk.joinedAddress(), website: try await visit.site.installation?.publicAddress()
                ).perform(in: desk.work, by: desk.actor)
                return .stepTo(token: begun.browser, onward(network, account, to: begun.address, visit))
            }
            try await ConnectAccount(
                account.id, server: visit.form["server"], userName: visit.form["userName"],
                secret: visit.form["secret"]
            ).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.connectionPage(problems: errors.map(Problem.init)))
        }
        return .see(.accountConnection(.value(account.id.text)))
    }

    /// A form may not lead outside, so the way there is a link.
    private static func onward(
        _ network: Network, _ account: OfficialAccount, to address: String, _ visit: Visit
    ) -> Page {
        Page(
            "Allow it on \(network.title)",
            crumb: Crumb(
                "Going out on \(account.account.name)", visit.link(.accountConnection(.value(account.id.text)))),
            room: .accounts,
            OnwardPage(
                says: [
                    "Sign in there as whoever runs the account, and allow everything that is asked. You come back by "
                        + "yourself, within a quarter of an hour."
                ], next: HeadAction("Go on to \(network.title)", address)))
    }

    /// Back from the network.
    @Sendable private static func joined(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let answer = try await FinishJoining(
            state: visit.query["state"], code: visit.query["code"], refusal: visit.query["error"],
            browser: visit.step, back: desk.joinedAddress()
        ).perform(in: desk.work, by: desk.actor)
        switch answer {
        case .joined(let account), .choose(let account): return .see(.accountConnection(.value(account.text)))
        case .refused(let account?, let says):
            guard let known = try await desk.work.database.officialAccount(account), desk.reach.reaches(known) else {
                throw TurnedAway.notFound
            }
            return .page(
                try await desk.connectionPage(of: known, notes: [Note(.hold, "That did not work.", says + ".")]))
        case .refused(nil, let says): throw ActionError.conflict(says)
        }
    }

    @Sendable private static func choose(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        do {
            try await ChooseJoined(account.id, choice: visit.form["choice"]).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.connectionPage(problems: errors.map(Problem.init)))
        }
        return .see(.accountConnection(.value(account.id.text)))
    }

    @Sendable private static func enterApp(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        do {
            try await EnterNetworkApp(
                account.account.network, id: visit.form["appID"], secret: visit.form["appSecret"]
            ).perform(in: desk.work, by: desk.actor)
        } catch ActionError.invalid(let errors) {
            return .page(try await desk.connectionPage(problems: errors.map(Problem.init)))
        }
        return .see(.accountConnection(.value(account.id.text)))
    }

    @Sendable private static func look(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        guard try await desk.mayConnect(account) else { throw TurnedAway.notFound }
        try await CheckConnection().check(account.id, in: desk.work)
        return .see(.accountConnection(.value(account.id.text)))
    }

    @Sendable private static func end(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let account = try await desk.account()
        try await DisconnectAccount(account.id).perform(in: desk.work, by: desk.actor)
        return .see(.accountConnection(.value(account.id.text)))
    }
}
