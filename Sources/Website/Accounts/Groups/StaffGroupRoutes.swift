import Actions
import Foundation
import Governance
import Reading

/// The register of groups of staff.
enum StaffGroupRoutes {
    static let all: [Route] = [
        .get(.staffGroups, .signedIn) { visit in .page(try await StaffGroupDesk(visit).list()) },
        .get(.newStaffGroup, .signedIn) { visit in .page(try await form(visit)) },
        .post(.newStaffGroup, .signedIn, .form, register),
        .get(.staffGroup(.any), .signedIn) { visit in .page(try await StaffGroupDesk(visit).page()) },
        .post(.staffGroupCheck(.any), .signedIn, .form, check),
        .post(.staffGroupCreator(.any), .signedIn, .form, handOn),
        .post(.staffGroupEnd(.any), .signedIn, .form, close),
    ]

    private static func form(_ visit: Visit, _ problems: [Problem] = []) async throws -> Page {
        let desk = try AccountDesk(visit)
        let schools = try await desk.work.database.schools()
        let form = visit.form
        let text = { (id: String, label: String, hint: String?) in
            TextField(id, label, hint: hint, value: form[id], autocomplete: "off", problems: problems)
        }
        var parts: [FormPage.Part] = [
            .text(text("name", "What is it called?", nil)),
            .select(
                SelectField(
                    "network", "Where is it?", [("", "Choose")] + Network.allCases.map { ($0.rawValue, $0.title) },
                    chosen: form["network"], problems: problems)),
            .text(text("address", "Its address, or how one finds it", nil)),
            .area(text("purpose", "What is it for, and who is in it?", "No names of children.")),
            .choices(
                ChoiceField(
                    "everyDays", "How often do you look at what stands on it?",
                    StaffGroup.rota.map { (String($0), StaffGroupDesk.often($0), nil) },
                    chosen: [form.has("everyDays") ? form["everyDays"] : "7"], problems: problems)),
        ]
        if desk.me.authority.reach(as: StaffGroup.keepers) != .only([]) {
            let colleagues = try await WhoChoice(
                StaffGroupDesk(visit).able(at: nil, besides: desk.me.user.id), in: visit)
            parts.append(
                .select(
                    colleagues.field(
                        "creator", "Who answers for it?",
                        hint: "You may enter a group for a colleague, who is told. Empty: you do.", first: "You do",
                        chosen: form["creator"], problems: problems)))
        }
        if schools.count > 1 {
            parts.insert(
                .select(
                    SelectField(
                        "school", "Whose is it?",
                        [("", "Of several schools")] + schools.map { ($0.id.text, $0.name) }, chosen: form["school"],
                        problems: problems)), at: 0)
        }
        let terms = AccountTerms(try await desk.work.policyInForce()?.policy)
        return Page(
            "Register a group of staff",
            lead: "Whoever makes a group answers for what stands on it, and looks at it in turn.",
            crumb: Crumb("Staff groups", visit.link(.staffGroups)), problems: problems, frame: .journey,
            room: .accounts,
            FormPage(
                to: visit.link(.newStaffGroup), notes: try await StaffGroupDesk(visit).guidance(terms, at: nil), parts,
                button: "Put it on the register",
                cancel: HeadAction("Not now", visit.link(.staffGroups))))
    }

    @Sendable private static func register(_ visit: Visit) async throws -> Reply {
        let desk = try AccountDesk(visit)
        let schools = try await desk.work.database.schools()
        let form = visit.form
        guard let network = Network(rawValue: form["network"]) else {
            return .page(try await self.form(visit, [Problem("network", "Choose where it is")]))
        }
        do {
            let school = schools.count == 1 ? schools[0] : schools.first { $0.id.text == form["school"] }
            guard school != nil || form["school"].isEmpty else {
                return .page(try await self.form(visit, [Problem("school", "Choose one of the schools")]))
            }
            let colleagues = try await StaffGroupDesk(visit).able(at: nil, besides: desk.me.user.id)
            let group = try await RegisterGroup(
                school: school?.id, name: form["name"], network: network, address: form["address"],
                purpose: form["purpose"], creator: try await visit.chosen("creator", among: colleagues),
                everyDays: Int(form["everyDays"]) ?? 0
            ).perform(in: desk.work, by: desk.actor)
            return .see(.staffGroup(.value(group.text)))
        } catch ActionError.invalid(let errors) {
            return .page(try await self.form(visit, errors.map(Problem.init)))
        }
    }

    @Sendable private static func check(_ visit: Visit) async throws -> Reply {
        try await change(visit) { group, desk in
            try await CheckGroup(group, found: visit.form["found"]).perform(in: desk.work, by: desk.actor)
        }
    }

    @Sendable private static func handOn(_ visit: Visit) async throws -> Reply {
        try await change(visit) { group, desk in
            let known = try await StaffGroupDesk(visit).group()
            let able = try await StaffGroupDesk(visit).able(at: known.school, besides: known.creator)
            guard let to = try await visit.chosen("to", among: able) else {
                throw ActionError.invalid("to", "Choose who answers for it now")
            }
            try await HandOnGroup(group, to: to, why: visit.form["why"])
                .perform(in: desk.work, by: desk.actor)
        }
    }

    @Sendable private static func close(_ visit: Visit) async throws -> Reply {
        try await change(visit) { group, desk in
            do {
                try await CloseGroup(group, why: visit.form["reason"]).perform(in: desk.work, by: desk.actor)
            } catch ActionError.invalid(let errors) {
                throw ActionError.invalid(errors.map { FieldError("reason", $0.says) })
            }
        }
    }

    private static func change(
        _ visit: Visit, _ act: (Identifier<StaffGroup>, AccountDesk) async throws -> Void
    ) async throws -> Reply {
        let desk = try StaffGroupDesk(visit)
        let group = try await desk.group()
        do { try await act(group.id, desk.desk) } catch ActionError.invalid(let errors) {
            return .page(try await desk.page(problems: errors.map(Problem.init)))
        }
        return .see(.staffGroup(.value(group.id.text)))
    }
}
