import Actions
import Foundation
import Governance

/// The first visit: the console's code, then organisation, policy, administrator; one thing a page.
enum SetUpRoutes {
    static let all: [Route] = [
        .get(.start, .anyone, start),
        .get(.setUp, .anyone, journey),
        .post(.setUp, .anyone) { visit in
            let code = visit.form.trimmed("code").lowercased()
            guard try await installation(visit).isSetUpToken(code) else {
                return .page(SetUpForms.token(problems: [Problem("code", "That is not the code, or it has been used")]))
            }
            return .setUpBegun(token: code)
        },
        .get(.setUpOrganisation, .setUp) { visit in
            .page(SetUpForms.organisation(try await answers(visit), address: try await address(visit)))
        },
        .post(.setUpOrganisation, .setUp, .form, organisation),
        .get(.setUpSchools, .setUp) { visit in .page(SetUpSchools.page(try await answers(visit))) },
        .post(.setUpSchools, .setUp, .form) { visit in
            let before = try await answers(visit)
            do {
                try await keep(SetUpSchools.answers(before, visit.form), visit)
                return .see(.setUpSchools)
            } catch ActionError.invalid(let errors) {
                return .page(SetUpSchools.page(before, form: visit.form, problems: errors.map(Problem.init)))
            }
        },
        .get(.setUpPolicy, .setUp) { visit in
            .page(SetUpForms.policy(try policyOffers(), chosen: try await answers(visit).policy ?? ""))
        },
        .post(.setUpPolicy, .setUp, .upload(megabytes: 2), policy),
        .get(.setUpAdministrator, .setUp) { visit in
            let answers = try await answers(visit)
            guard answers.hasOrganisation, answers.hasSchools, answers.hasPolicy else { return .see(.setUp) }
            return .page(SetUpForms.administrator())
        },
        .post(.setUpAdministrator, .setUp, .form, administrator),
    ]

    private static func installation(_ visit: Visit) throws -> Installation {
        guard let installation = visit.site.installation else { throw TurnedAway.notFound }
        return installation
    }

    private static func answers(_ visit: Visit) async throws -> SetUpAnswers {
        SetUpAnswers(try await installation(visit).setUpAnswers())
    }

    private static func keep(_ answers: SetUpAnswers, _ visit: Visit) async throws {
        try await installation(visit).keepSetUpAnswers(JSONEncoder().encode(answers))
    }

    private static func address(_ visit: Visit) async throws -> String {
        try await installation(visit).publicAddress() ?? visit.site.trust.publicAddress ?? ""
    }

    // MARK: - Handlers

    @Sendable private static func start(_ visit: Visit) async throws -> Reply {
        let organisations = try await installation(visit).organisations()
        if organisations.count == 1, let only = organisations.first {
            return .seeLink(SiteURL.home.link(in: only.slug))
        }
        var entries: [StartPage.Entry] = []
        for organisation in organisations {
            let shown = try await visit.site.reception.arrive(at: organisation.slug, token: nil)?.shown
            entries.append(
                StartPage.Entry(organisation.name, SiteURL.home.link(in: organisation.slug), says: shown?.usesPolicy))
        }
        return .page(StartPage.page(entries))
    }

    @Sendable private static func journey(_ visit: Visit) async throws -> Reply {
        if let code = visit.query["code"].isEmpty ? nil : visit.query["code"],
            try await installation(visit).isSetUpToken(code)
        {
            return .setUpBegun(token: code)
        }
        guard let token = visit.setUpToken, try await installation(visit).isSetUpToken(token) else {
            return .page(SetUpForms.token())
        }
        return .page(SetUpPage.page(try await answers(visit)))
    }

    @Sendable private static func organisation(_ visit: Visit) async throws -> Reply {
        var answers = try await answers(visit)
        answers.name = visit.form.trimmed("name")
        let typed = visit.form.trimmed("slug")
        answers.slug = typed.isEmpty ? Slug.made(from: answers.name ?? "", beside: Slug.reserved) : typed
        answers.isTrust = ["one": false, "several": true][visit.form["schools"]]
        answers.nation = visit.form["nation"]
        answers.publicAddress = visit.form.trimmed("publicAddress")
        var problems: [Problem] = []
        if answers.name == "" { problems.append(Problem("name", "Enter the name of the school or trust")) }
        let slug = answers.slug ?? ""
        if !Slug.isOne(slug), answers.name != "" {
            problems.append(Problem("slug", "Use small letters, figures and hyphens, for example harbour-view"))
        } else if Slug.reserved.contains(slug) {
            problems.append(Problem("slug", "This word is taken by Chaperone itself"))
        } else if try await installation(visit).organisations().contains(where: { $0.slug == slug }) {
            problems.append(Problem("slug", "There is an organisation at this address already"))
        }
        if answers.isTrust == nil { problems.append(Problem("schools", "Say whether it is one school or several")) }
        if Nation(rawValue: answers.nation ?? "") == nil { problems.append(Problem("nation", "Choose a nation")) }
        if let address = answers.publicAddress, !address.isEmpty, !isPublicAddress(address) {
            problems.append(Problem("publicAddress", publicAddressWanted))
        }
        guard problems.isEmpty else {
            answers.slug = typed
            return .page(SetUpForms.organisation(answers, address: "", problems: problems))
        }
        try await keep(answers, visit)
        if !answers.hasSchools { return .see(.setUpSchools) }
        return .see(answers.hasPolicy ? .setUp : .setUpPolicy)
    }

    @Sendable private static func policy(_ visit: Visit) async throws -> Reply {
        var answers = try await answers(visit)
        let chosen = visit.form["policy"]
        let again = { (problems: [Problem]) in
            Reply.page(SetUpForms.policy(try policyOffers(), chosen: chosen, problems: problems))
        }
        if chosen == "upload" {
            guard let file = visit.form.files["file"] else { return try again([Problem("file", "Choose the file")]) }
            let faults = faults(inPolicy: file.bytes)
            guard faults.isEmpty else { return try again(faults.prefix(20).map { Problem("file", $0.says) }) }
            answers.upload = Data(file.bytes)
        } else if builtInPolicy(chosen) == nil {
            return try again([Problem("policy", "Choose a policy")])
        }
        answers.policy = chosen
        try await keep(answers, visit)
        return .see(answers.hasOrganisation && answers.hasSchools ? .setUpAdministrator : .setUp)
    }

    private static func schools(
        _ answers: SetUpAnswers, _ name: String, _ slug: String
    ) -> [SetUpOrganisation.SchoolPlan] {
        guard answers.isTrust == true else {
            let taken = Slug.reservedOfSchools
            return [.init(name: name, slug: taken.contains(slug) ? Slug.made(from: name, beside: taken) : slug)]
        }
        return (answers.schools ?? []).map { .init(name: $0.name, slug: $0.slug) }
    }

    @Sendable private static func administrator(_ visit: Visit) async throws -> Reply {
        let answers = try await answers(visit)
        guard let name = answers.name, let slug = answers.slug, let nation = answers.nation.flatMap(Nation.init),
            let key = answers.policy,
            let bytes = key == "upload" ? answers.upload.map(Array.init) : builtInPolicy(key)
        else { return .see(.setUp) }
        guard visit.form["password"] == visit.form["again"] else {
            return .page(SetUpForms.administrator(visit.form, problems: [Problem("again", "The two do not agree")]))
        }
        do {
            let made = try await SetUpOrganisation(
                name: name, slug: slug, nation: nation,
                publicAddress: answers.publicAddress.flatMap { $0.isEmpty ? nil : $0 },
                schools: schools(answers, name, slug), policy: bytes,
                administrator: .init(
                    name: visit.form.trimmed("administratorName"), email: visit.form.trimmed("administratorEmail"),
                    password: visit.form["password"])
            ).perform(in: installation(visit), token: visit.setUpToken ?? "")
            return .page(SetUpPage.done(school: name, signIn: SiteURL.signIn.link(in: made.slug)))
        } catch ActionError.invalid(let errors) {
            let here: Set<String> = ["administratorName", "administratorEmail", "password"]
            let problems = errors.map(Problem.init)
            if problems.allSatisfy({ here.contains($0.field) }) {
                return .page(SetUpForms.administrator(visit.form, problems: problems))
            }
            return .page(
                SetUpForms.organisation(answers, address: "", problems: problems.filter { !here.contains($0.field) }))
        }
    }
}
