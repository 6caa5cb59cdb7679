import Governance

/// Between settings and the fields of their form.
enum SettingsFields {
    /// The form as it is filled in at first.
    ///
    /// - Parameter isBelow: whether what the school does not say comes from the organisation.
    static func form(of settings: Settings, isBelow: Bool) -> Form {
        let lines = { (list: [String]?) in [(list ?? []).joined(separator: "\n")] }
        let needed = isBelow ? settings.approvalBeforePublication : settings.isApprovalNeeded
        return Form(
            values: [
                "phones": lines(settings.phones), "emails": lines(settings.emails),
                "postcodes": lines(settings.postcodes), "allowedHosts": lines(settings.allowedHosts),
                "deniedHosts": lines(settings.deniedHosts), "confidentialWords": lines(settings.confidentialWords),
                "suppliers": lines(settings.suppliers), "approval": [needed.map { $0 ? "yes" : "no" } ?? ""],
                "reviewAfterWeeks": [settings.reviewAfterWeeks.map(String.init) ?? ""],
                "acknowledgeWithinDays": [settings.acknowledgeWithinDays.map(String.init) ?? ""],
                "changePasswordAfterDays": [settings.changePasswordAfterDays.map(String.init) ?? ""],
                "twoPeopleForLogins": [
                    (isBelow ? settings.twoPeopleForLogins : settings.isTwoPeopleForLogins).map { $0 ? "yes" : "no" }
                        ?? ""
                ],
                "publicNews": [
                    (isBelow ? settings.publicNews : settings.isNewsPublic).map { $0 ? "yes" : "no" } ?? ""
                ],
                "asksFamilies": [
                    (isBelow ? settings.asksFamilies : settings.isAskingFamilies).map { $0 ? "yes" : "no" } ?? ""
                ],
                "answersEndAfterPhaseDays": [settings.answersEndAfterPhaseDays.map(String.init) ?? ""],
                "leaversAnswersYears": [settings.leaversAnswersYears.map(String.init) ?? ""],
                "comparesFollowing": [
                    (isBelow ? settings.comparesFollowing : settings.isFollowingCompared).map { $0 ? "yes" : "no" }
                        ?? ""
                ],
                "xDollarsAMonth": [settings.xDollarsAMonth.map(String.init) ?? ""],
                "preElectionFrom": [settings.preElectionFrom?.description ?? ""],
                "preElectionUntil": [settings.preElectionUntil?.description ?? ""],
                "resumedBy": settings.resumedBy?.map(\.rawValue) ?? [],
                "vacanciesBy": settings.vacanciesBy?.map(\.rawValue) ?? [],
                "questionsTo": [settings.questionsTo?.rawValue ?? ""], "tone": [settings.tone ?? ""],
                "guidance": [settings.guidance ?? ""], "dslContact": [settings.dslContact ?? ""],
                "colour": [settings.colour ?? ""], "pupilWord": [settings.pupilWord ?? ""],
            ], files: [:])
    }

    /// What was typed. Throws `ActionError.invalid` for what cannot be read.
    static func settings(_ form: Form) throws -> Settings {
        var settings = Settings()
        settings.phones = form.lines("phones")
        settings.emails = form.lines("emails")
        settings.postcodes = form.lines("postcodes")
        settings.allowedHosts = form.lines("allowedHosts")
        settings.deniedHosts = form.lines("deniedHosts")
        settings.confidentialWords = form.lines("confidentialWords")
        settings.suppliers = form.lines("suppliers")
        settings.approvalBeforePublication = ["yes": true, "no": false][form["approval"]]
        let weeks = form.trimmed("reviewAfterWeeks")
        settings.reviewAfterWeeks = Int(weeks)
        guard weeks.isEmpty || settings.reviewAfterWeeks != nil else {
            throw ActionError.invalid("reviewAfterWeeks", "Enter a number of weeks from 1 to 520")
        }
        let days = form.trimmed("acknowledgeWithinDays")
        settings.acknowledgeWithinDays = Int(days)
        guard days.isEmpty || settings.acknowledgeWithinDays != nil else {
            throw ActionError.invalid("acknowledgeWithinDays", "Enter a number of days from 1 to 180")
        }
        let age = form.trimmed("changePasswordAfterDays")
        settings.changePasswordAfterDays = Int(age)
        guard age.isEmpty || settings.changePasswordAfterDays != nil else {
            throw ActionError.invalid("changePasswordAfterDays", "Enter a number of days from 1 to 730")
        }
        settings.twoPeopleForLogins = ["yes": true, "no": false][form["twoPeopleForLogins"]]
        settings.publicNews = ["yes": true, "no": false][form["publicNews"]]
        settings.asksFamilies = ["yes": true, "no": false][form["asksFamilies"]]
        let phase = form.trimmed("answersEndAfterPhaseDays")
        settings.answersEndAfterPhaseDays = Int(phase)
        guard phase.isEmpty || settings.answersEndAfterPhaseDays != nil else {
            throw ActionError.invalid("answersEndAfterPhaseDays", "Enter a number of days from 14 to 730")
        }
        let kept = form.trimmed("leaversAnswersYears")
        settings.leaversAnswersYears = Int(kept)
        guard kept.isEmpty || settings.leaversAnswersYears != nil else {
            throw ActionError.invalid("leaversAnswersYears", "Enter a number of years from 1 to 50")
        }
        settings.comparesFollowing = ["yes": true, "no": false][form["comparesFollowing"]]
        let dollars = form.trimmed("xDollarsAMonth")
        settings.xDollarsAMonth = Int(dollars)
        guard dollars.isEmpty || settings.xDollarsAMonth != nil else {
            throw ActionError.invalid("xDollarsAMonth", "Enter whole US dollars from 0 to 10,000")
        }
        for (field, path) in [
            ("preElectionFrom", \Settings.preElectionFrom), ("preElectionUntil", \.preElectionUntil),
        ] {
            let typed = form.trimmed(field)
            settings[keyPath: path] = Day(typed)
            guard typed.isEmpty || settings[keyPath: path] != nil else {
                throw ActionError.invalid(field, "Enter a day, such as 2027-05-06")
            }
        }
        let resumers = form.all("resumedBy").compactMap(Role.init(rawValue:))
        settings.resumedBy = resumers.isEmpty ? nil : resumers
        let writers = form.all("vacanciesBy").compactMap(Role.init(rawValue:))
        settings.vacanciesBy = writers.isEmpty ? nil : writers
        settings.questionsTo = Role(rawValue: form["questionsTo"])
        settings.tone = form["tone"]
        settings.guidance = form["guidance"]
        settings.dslContact = form["dslContact"]
        settings.colour = form.trimmed("colour")
        settings.pupilWord = form.trimmed("pupilWord")
        return settings
    }

    /// The fields as the record names them, as a page calls them.
    static let names: [(field: String, words: String)] = [
        ("phones", "telephone numbers"), ("emails", "e-mail addresses"), ("postcodes", "postcodes"),
        ("allowedHosts", "sites known to be fit"), ("deniedHosts", "sites known to be unfit"),
        ("confidentialWords", "words that must stay in"), ("suppliers", "suppliers"),
        ("approvalBeforePublication", "approval before publication"),
        ("reviewAfterWeeks", "weeks until an author looks again"),
        ("acknowledgeWithinDays", "days to read a new version of the policy"),
        ("changePasswordAfterDays", "days until the password of an account is changed"),
        ("twoPeopleForLogins", "two people for a look at log-in details"),
        ("publicNews", "a public page of what was published"),
        ("asksFamilies", "asking families about pictures when a pupil joins"),
        ("answersEndAfterPhaseDays", "days until old answers about pictures end after a change of phase"),
        ("leaversAnswersYears", "years for which answers of leavers are kept as proof"),
        ("comparesFollowing", "comparing followed accounts with the roll"),
        ("resumedBy", "who resumes after a pause"), ("vacanciesBy", "who writes vacancies"),
        ("xDollarsAMonth", "US dollars that X may charge in a month"),
        ("preElectionFrom", "first day of care before an election"),
        ("preElectionUntil", "last day of care before an election"),
        ("questionsTo", "who answers questions"),
        ("tone", "our tone"), ("guidance", "our own guidance"), ("pupilWord", "our word for a pupil"),
        ("colour", "the school’s colour"), ("dslContact", "how to reach the safeguarding lead"),
    ]
}
