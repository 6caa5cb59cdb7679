import Foundation
import Governance

/// The forms that decide about a version: its approval, its coming into force, and the end of a school's own.
enum PolicyVersionForms {
    /// Bodies and offices that approve policies, as a minute names them.
    static let approvers = [
        "Governing body", "Management committee", "Board of trustees", "Headteacher", "Trust CEO", "Trust executive",
    ]

    static func approval(
        of version: PolicyVersion, to link: String, back: Crumb, form: Form = Form(), problems: [Problem] = []
    ) -> Page {
        let bodies = approvers.map { ($0, $0, nil as String?) } + [("other", "Another body or office", nil)]
        return Page(
            "Put its approval on record", eyebrow: name(version), crumb: back, problems: problems, frame: .journey,
            room: .policy,
            FormPage(
                to: link,
                intro: ["An approval that is on record is never changed, so have the minute before you."],
                [
                    .choices(
                        ChoiceField(
                            "approvedBy", "Who approved it?", bodies, chosen: [form["approvedBy"]], problems: problems)),
                    .text(
                        TextField(
                            "other", "Which other, if another", hint: "A body or office, never a person’s name.",
                            value: form.trimmed("other"), problems: problems)),
                    .text(
                        TextField(
                            "on", "On which day?", hint: "For example 2026-11-12.", value: form.trimmed("on"),
                            type: "date", short: true, problems: problems)),
                    .text(
                        TextField(
                            "minute", "The minute’s reference",
                            hint: "As the minutes number it. Leave it empty if none.",
                            value: form.trimmed("minute"), short: true, problems: problems)),
                    confirm("Yes, it was approved, and this can go on record", form, problems),
                ], button: "Put the approval on record", cancel: HeadAction("Back", back.link)))
    }

    static func force(
        of version: PolicyVersion, holdsFor: String, instead: String?, corrects: Bool, to link: String, back: Crumb,
        today: Day, form: Form = Form(), problems: [Problem] = []
    ) -> Page {
        var notes: [Note] = []
        if version.approval == nil {
            notes.append(
                Note(
                    .hold, "No approval is on record.",
                    "It can be put in force all the same, and every page will say that it is not approved."))
        }
        let when: [(String, String, String?)] = [
            ("now", "Now", nil), ("day", "From a later day", "From the first minute of that day."),
        ]
        var parts: [FormPage.Part] = [
            .choices(
                ChoiceField(
                    "when", "From when?", when, chosen: [form.has("when") ? form["when"] : ""], problems: problems)),
            .text(
                TextField(
                    "from", "The day, if later", hint: "After \(When.date(today)).", value: form.trimmed("from"),
                    type: "date", short: true, problems: problems)),
        ]
        if corrects { parts += asking(form, problems) }
        parts += [
            .area(
                TextField(
                    "why", "Why?", hint: "For the record, for example: adopted by the governing body, minute 7b.",
                    value: form["why"], short: true, problems: problems)),
            confirm("Yes, it shall hold from then", form, problems),
        ]
        return Page(
            "Put it in force", eyebrow: name(version), crumb: back, problems: problems, frame: .journey, room: .policy,
            FormPage(
                to: link,
                intro: [
                    "It will hold for: \(holdsFor).",
                    instead.map { "It replaces: \($0)." } ?? "No policy holds there now.",
                    "Everyone whom it binds is then asked to read it and to say so.",
                    "Posts that are approved and still wait are examined once more under it when their time comes.",
                ], notes: notes, parts, button: "Put it in force", cancel: HeadAction("Back", back.link)))
    }

    /// Who is asked to read it; offered where there is a version before that it could correct.
    private static func asking(_ form: Form, _ problems: [Problem]) -> [FormPage.Part] {
        let who: [(String, String, String?)] = [
            ("all", "Everyone whom it binds", "Each has a task until they have read it and said so."),
            (
                "correction", "Nobody again: it is a small correction",
                "Who has read the version before counts as having read this one, and the register says so."
            ),
        ]
        return [
            .choices(
                ChoiceField(
                    "asks", "Who is asked to read it?", who, chosen: [form.has("asks") ? form["asks"] : "all"],
                    problems: problems)),
            .area(
                TextField(
                    "correction", "If nobody: why need it not be read again?",
                    hint: "For the record, for example: a telephone number was wrong.", value: form["correction"],
                    short: true, problems: problems)),
        ]
    }

    static func end(
        of school: School, trust: String, instead: String, to link: String, back: Crumb, form: Form = Form(),
        problems: [Problem] = []
    ) -> Page {
        Page(
            "End the school’s own policy", eyebrow: school.name, crumb: back, problems: problems, frame: .journey,
            room: .policy,
            FormPage(
                to: link,
                intro: [
                    "From now on \(school.name) will follow the policy of \(trust) again: \(instead).",
                    "Its own version stays on record, and can be brought in again as a new one.",
                ],
                [
                    .area(TextField("why", "Why?", value: form["why"], short: true, problems: problems)),
                    confirm("Yes, end it now", form, problems),
                ], button: "End its own policy", cancel: HeadAction("Back", back.link)))
    }

    static func name(_ version: PolicyVersion) -> String { "\(version.title) (\(version.words.key))" }

    /// The box without which nothing is done.
    private static func confirm(_ words: String, _ form: Form, _ problems: [Problem]) -> FormPage.Part {
        .choices(
            ChoiceField(
                "confirm", "Are you sure?", several: true, [("yes", words, nil)],
                chosen: form["confirm"] == "yes" ? ["yes"] : [], problems: problems))
    }

    static let examples: [Page] = {
        guard let day = Day("2026-11-21") else { return [] }
        let words = PolicyVersionID(key: "LINK", digest: String(repeating: "0", count: 64))
        let version = PolicyVersion(
            id: Identifier("v1"), words: words, title: "Social Media Policy", school: nil, addedAt: Date.distantPast)
        let back = Crumb("The version", "/harbour-view/policy/versions/v1")
        return [
            approval(
                of: version, to: back.link + "/approval", back: back,
                problems: [Problem("confirm", "Tick the box if it shall go on record")]),
            force(
                of: version, holdsFor: "Harbour View School", instead: "Social Media Policy (LINK)",
                corrects: true,
                to: back.link + "/in-force", back: back, today: day),
            end(
                of: School(id: Identifier("s1"), slug: "mill", name: "Mill School"), trust: "Harbour View Trust",
                instead: "Social Media Policy (LLT)", to: "/harbour-view/policy/schools/mill/end",
                back: Crumb("Schools", "/harbour-view/policy/schools")),
        ]
    }()
}
