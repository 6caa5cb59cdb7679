import Foundation

/// What an organisation or one of its schools chooses for itself, beside its policy. Nil: not chosen here.
package struct Settings: Sendable, Equatable, Codable {
    package var phones: [String]?
    package var emails: [String]?
    package var postcodes: [String]?
    package var suppliers: [String]?
    /// Words that must stay in.
    package var confidentialWords: [String]?
    package var allowedHosts: [String]?
    package var deniedHosts: [String]?
    /// Ours, not the papers': on unless somebody turns it off.
    package var approvalBeforePublication: Bool?
    /// After how many weeks an author looks again at a post.
    package var reviewAfterWeeks: Int?
    /// Within how many days a version of the policy is read.
    package var acknowledgeWithinDays: Int?
    /// After how many days the password of an account is changed.
    package var changePasswordAfterDays: Int?
    /// Whether a look at an account's log-in details takes two people.
    package var twoPeopleForLogins: Bool?
    /// Who lets posts go out again after a pause.
    package var resumedBy: [Role]?
    /// The most that posts which a program sends to X may cost a school in a month, in US dollars; nil: no limit.
    package var xDollarsAMonth: Int?
    /// Who writes vacancies, where the policy has the school itself do it (PUB-15).
    package var vacanciesBy: [Role]?
    /// Who answers questions about the policy, where it names nobody (HBK-09).
    package var questionsTo: Role?
    /// The school's own words for the tone of its posts.
    package var tone: String?
    /// The school's own guidance, shown where one writes.
    package var guidance: String?
    /// What its pages call a pupil, in the singular.
    package var pupilWord: String?
    /// `#1d5c63`; pages derive readable colours from it.
    package var colour: String?
    /// How the designated safeguarding lead is reached, on every page.
    package var dslContact: String?
    /// Whether anybody may read what the school has published on a page of its own, with a feed.
    package var publicNews: Bool?
    /// Whether families are asked about pictures when a pupil joins, where the policy does not ask for it.
    package var asksFamilies: Bool?
    /// So many days after families were to be asked again at a change of phase, their old answer stands; nil: until they
    /// give a new one.
    package var answersEndAfterPhaseDays: Int?
    /// So many years after somebody left, what was said about pictures of them is kept as proof.
    package var leaversAnswersYears: Int?
    /// The first and the last of the days before an election in which posts name nobody who stands in it (PUB-11).
    package var preElectionFrom: Day?
    package var preElectionUntil: Day?
    /// Whether the accounts that ours follow are compared with the roll, where the policy does not ask it (ACC-11).
    package var comparesFollowing: Bool?

    package init() {}

    /// Who may change them, where they hold the role.
    package static let keepers: [Role] = [.administrator, .headteacher, .slt, .trustMarketing]

    /// A school's choices over those of its organisation: lists add up, anything else replaces.
    package func over(_ organisation: Settings) -> Settings {
        var all = self
        for list in Self.lists {
            let both = (organisation[keyPath: list] ?? []) + (self[keyPath: list] ?? [])
            var seen: Set<String> = []
            all[keyPath: list] = both.filter { seen.insert($0).inserted }
        }
        all.approvalBeforePublication = approvalBeforePublication ?? organisation.approvalBeforePublication
        all.reviewAfterWeeks = reviewAfterWeeks ?? organisation.reviewAfterWeeks
        all.acknowledgeWithinDays = acknowledgeWithinDays ?? organisation.acknowledgeWithinDays
        all.changePasswordAfterDays = changePasswordAfterDays ?? organisation.changePasswordAfterDays
        // a school adds this protection and does not take it away
        all.twoPeopleForLogins =
            organisation.isTwoPeopleForLogins ? true : twoPeopleForLogins ?? organisation.twoPeopleForLogins
        all.publicNews = publicNews ?? organisation.publicNews
        all.asksFamilies = asksFamilies ?? organisation.asksFamilies
        all.answersEndAfterPhaseDays = answersEndAfterPhaseDays ?? organisation.answersEndAfterPhaseDays
        all.leaversAnswersYears = leaversAnswersYears ?? organisation.leaversAnswersYears
        all.comparesFollowing = comparesFollowing ?? organisation.comparesFollowing
        if preElectionFrom == nil, preElectionUntil == nil {
            all.preElectionFrom = organisation.preElectionFrom
            all.preElectionUntil = organisation.preElectionUntil
        }
        all.xDollarsAMonth = xDollarsAMonth ?? organisation.xDollarsAMonth
        all.vacanciesBy = vacanciesBy ?? organisation.vacanciesBy
        all.resumedBy = resumedBy ?? organisation.resumedBy
        all.questionsTo = questionsTo ?? organisation.questionsTo
        for text in Self.texts { all[keyPath: text] = self[keyPath: text] ?? organisation[keyPath: text] }
        return all
    }

    package var isApprovalNeeded: Bool { approvalBeforePublication ?? true }
    package var weeksToReview: Int { reviewAfterWeeks ?? 26 }
    package var daysToAcknowledge: Int { acknowledgeWithinDays ?? Acknowledgement.usualDays }
    package var daysToChangePassword: Int { changePasswordAfterDays ?? 180 }
    package var isTwoPeopleForLogins: Bool { twoPeopleForLogins ?? false }
    package var isNewsPublic: Bool { publicNews ?? false }
    package var isAskingFamilies: Bool { asksFamilies ?? false }
    /// One year, as the toolkit of the Information and Records Management Society for schools has it: while on the roll,
    /// then to the end of the picture's use and a year of proof (read November 2026, not confirmed).
    package var yearsToKeepLeaversAnswers: Int { leaversAnswersYears ?? 1 }
    package var isFollowingCompared: Bool { comparesFollowing ?? false }
    package var preElection: ElectionPeriod? {
        guard let first = preElectionFrom, let last = preElectionUntil else { return nil }
        return ElectionPeriod(first: first, last: last)
    }
    package var resumers: [Role] { resumedBy ?? [.headteacher, .trustCEO] }
    package var writersOfVacancies: [Role] { vacanciesBy ?? [.office, .slt, .headteacher] }
    package var pupil: String { pupilWord ?? "pupil" }

    /// The facts that controls ask for.
    package func facts(names: [String], school: String?) -> OrganisationFacts {
        OrganisationFacts(
            names: names, phones: phones ?? [], emails: emails ?? [], postcodes: postcodes ?? [],
            suppliers: suppliers ?? [], confidentialWords: confidentialWords ?? [], allowedHosts: allowedHosts ?? [],
            deniedHosts: deniedHosts ?? [], preElection: preElection, school: school)
    }

    private static var lists: [WritableKeyPath<Settings, [String]?>] {
        [
            \.phones, \.emails, \.postcodes, \.suppliers, \.confidentialWords, \.allowedHosts, \.deniedHosts,
        ]
    }

    private static var texts: [WritableKeyPath<Settings, String?>] {
        [\.tone, \.guidance, \.pupilWord, \.colour, \.dslContact]
    }
}

extension Settings {
    /// Without empty lines and texts, and what is wrong with the rest.
    package func checked() -> (Settings, [FieldError]) {
        var tidy = self
        for list in Self.lists {
            tidy[keyPath: list] = self[keyPath: list].map { $0.map(trimmed).filter { !$0.isEmpty } }
            if tidy[keyPath: list]?.isEmpty == true { tidy[keyPath: list] = nil }
        }
        for text in Self.texts {
            tidy[keyPath: text] = self[keyPath: text].map(trimmed)
            if tidy[keyPath: text]?.isEmpty == true { tidy[keyPath: text] = nil }
        }
        tidy.allowedHosts = tidy.allowedHosts.map { $0.map { $0.lowercased() } }
        tidy.deniedHosts = tidy.deniedHosts.map { $0.map { $0.lowercased() } }
        return (tidy, tidy.errors)
    }

    private var errors: [FieldError] {
        var errors: [FieldError] = []
        for (field, hosts) in [("allowedHosts", allowedHosts), ("deniedHosts", deniedHosts)] {
            if let host = hosts?.first(where: { $0.contains("/") || $0.contains(":") || !$0.contains(".") }) {
                errors.append(FieldError(field, "Enter names of sites such as bbc.co.uk; “\(host)” is none"))
            }
        }
        if let email = emails?.first(where: { !$0.contains("@") }) {
            errors.append(FieldError("emails", "“\(email)” is no e-mail address"))
        }
        if let phone = phones?.first(where: { $0.count(where: \.isNumber) < 5 }) {
            errors.append(FieldError("phones", "“\(phone)” is no telephone number"))
        }
        if let weeks = reviewAfterWeeks, !(1...520).contains(weeks) {
            errors.append(FieldError("reviewAfterWeeks", "Enter a number of weeks from 1 to 520"))
        }
        if let days = acknowledgeWithinDays, !(1...180).contains(days) {
            errors.append(FieldError("acknowledgeWithinDays", "Enter a number of days from 1 to 180"))
        }
        if let days = changePasswordAfterDays, !(1...730).contains(days) {
            errors.append(FieldError("changePasswordAfterDays", "Enter a number of days from 1 to 730"))
        }
        if let days = answersEndAfterPhaseDays, !(14...730).contains(days) {
            errors.append(FieldError("answersEndAfterPhaseDays", "Enter a number of days from 14 to 730"))
        }
        if let years = leaversAnswersYears, !(1...50).contains(years) {
            errors.append(FieldError("leaversAnswersYears", "Enter a number of years from 1 to 50"))
        }
        if let dollars = xDollarsAMonth, !(0...10_000).contains(dollars) {
            errors.append(FieldError("xDollarsAMonth", "Enter whole US dollars from 0 to 10,000"))
        }
        if let first = preElectionFrom, let last = preElectionUntil {
            if last < first { errors.append(FieldError("preElectionUntil", "It ends before it begins")) }
            if last > first.adding(days: 120) {
                errors.append(FieldError("preElectionUntil", "Enter a day within four months of the first"))
            }
        } else if preElectionFrom != nil || preElectionUntil != nil {
            errors.append(
                FieldError(
                    preElectionFrom == nil ? "preElectionFrom" : "preElectionUntil",
                    "Enter both days, or neither"))
        }
        if resumedBy?.isEmpty == true {
            errors.append(FieldError("resumedBy", "Choose who lets posts go out again after a pause"))
        }
        if let colour, colour.wholeMatch(of: /#[0-9a-fA-F]{6}/) == nil {
            errors.append(FieldError("colour", "Enter a colour such as #1d5c63"))
        }
        if let pupilWord, pupilWord.count > 30 { errors.append(FieldError("pupilWord", "Choose a shorter word")) }
        for (field, text) in [("tone", tone), ("guidance", guidance), ("dslContact", dslContact)] {
            if let text, text.count > 4000 { errors.append(FieldError(field, "Shorten it to 4,000 characters")) }
        }
        return errors
    }
}
