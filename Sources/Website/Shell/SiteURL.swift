import Governance

/// Every address of the product, once: `pattern` for the router, `link(in:)` for pages.
package enum SiteURL: Sendable, Hashable {
    // outside an organisation
    case health
    case asset(digest: Part, name: Part)
    case start
    case setUp, setUpOrganisation, setUpSchools, setUpPolicy, setUpAdministrator
    // at the door
    case signIn, signOut, whoWillYouBe, newPassword(token: Part), schoolColour(digest: Part)
    case signInElsewhere, signInBack, linkElsewhere(token: Part), bindElsewhere
    case signInCode, codeSetUp, forgotten, myCodes, myMail, userCodes(id: Part)
    case home, tellDSL, concern(Part), todo, notices, task(Part)
    // of whoever is signed in
    case me, myTraining, myPassword, myDeputies, myDeputy(deputising: Part)
    // handbook
    case policy, policyRemarks, policyCoverage, policyGuidance, policyVersions, scope
    case newPolicyVersion, newPolicyVersionDecision
    case policyVersion(Part), policyVersionFile(Part), policyVersionApproval(Part), policyVersionForce(Part)
    case policySchools, policySchoolEnd(Part)
    case policyAcknowledgement(Part), policyRegister, policyRegisterFile, policyRegisterPrint, policyReminders
    case training, trainingFile, trainingPrint, trainingOf(Part), newTraining, trainingRecord(Part), trainingBack(Part)
    case trainingList, trainingListDecision
    case newCourse, course(Part), newSession, trainingSession(Part), sessionEnd(Part), sessionAttendance(Part),
        sessionHeld(Part)
    case safeguarding, safeguardingFile, newEdition, families
    case learningPlatforms, newLearningPlatform, learningPlatform(Part), parentsTold(Part)
    // conduct
    case speaking, newAuthority, authorityEnd(Part)
    // consent
    case consent, consentAsk, consentFile, consentClass, consentLetters, pictureLists, pictureList(Part)
    case consentPerson(Part), consentAnswer(Part), consentAskOne(Part), consentNever(Part), consentNeverReason(Part),
        consentShown(Part)
    case myPictures, consentParents(Part), newVisitorObjection(Part), visitorObjectionEnd(Part)
    case pictures, pictureAnswer(token: Part)
    // people
    case roll, person(id: Part), personChange(id: Part), personLeft(id: Part), personReturn(id: Part), newPupil,
        newStaff, rollImport
    case importJob(Part), importColumns(Part), importDecision(Part), importCancel(Part)
    case personUser(id: Part), personUserEnd(id: Part)
    case classes, schoolClass(Part), parents
    case users, newUser, invitations, invitationsAgain, roleList, roleListDecision
    case user(id: Part), userRoles(id: Part), userRole(id: Part, grant: Part), userLink(id: Part)
    case userKind(id: Part)
    case userChange(id: Part), userReturn(id: Part)
    case userDeputies(id: Part), userDeputy(id: Part, deputising: Part), userEnd(id: Part)
    case sessions, session(id: Part), userSessions(id: Part)
    case settings, schoolSettings(Part)
    case onePerson(Part), onePersonConfirmed(Part), onePersonDeclined(Part)
    case mail, mailChange, mailTest
    case provider, providerChange, providerTrial, providerSwitch, providerRemoval, userProvider(id: Part)
    case schools, newSchool, schoolName(Part), schoolPupils(Part)
    // schools' calendars
    case schoolCalendar(Part), newSchoolDates(Part), schoolDates(Part, dates: Part), schoolDatesEnd(Part, dates: Part)
    case schoolCalendarNation(Part), calendarFile(Part), calendarTrial(Part), calendarDownload(Part)
    case bankHolidays, newBankHoliday, bankHoliday(nation: Part, day: Part)
    case myCalendar, myDeadlines, calendarAddress(token: Part)
    // publishing
    case newPost, editPost(Part), post(Part), postPrint(Part), postCompared(Part), postOnDay(Part)
    case postNotes(Part), postWithdrawal(Part), postReopening(Part), postKeeper(Part), postReview(Part)
    case secondOpinion(Part), mistake(Part)
    case postPictures(Part), postPicture(post: Part, picture: Part)
    case pictureFile(post: Part, picture: Part, size: Part), pictureEnd(post: Part, picture: Part)
    case pictureFetch(signed: Part), lockedPictures
    case repliesClosed(Part)
    case publishing(Part), takedown(Part), takedownProof(Part), screenshot(placement: Part, proof: Part)
    case approvals, approval(Part), approvalReleases(Part), approvalCorrections(Part)
    case posts, calendar, pause, news, newsFeed, schoolNews(Part), schoolNewsFeed(Part)
    // accounts
    case accounts, newAccount, account(Part), accountChange(Part), accountPeople(Part), accountSettings(Part)
    case accountCheck(Part), accountReview(Part), accountClosing(Part)
    case accountAsking, accountApplication(Part), accountDecision(Part), accountTelling(Part)
    case accountWithdrawal(Part), accountOpening(Part)
    case accountLogin(Part), accountLook(Part), accountLookLeave(Part)
    case accountConnection(Part), accountConnectionLook(Part), accountConnectionEnd(Part)
    case accountConnectionApp(Part), accountConnectionChoice(Part), accountJoined
    case accountFollowing(Part), accountReply(Part)
    case myLeaving, leaverSaid(Part)
    case accountList, accountListConfirmed, accountsFile
    case staffGroups, newStaffGroup, staffGroup(Part), staffGroupCheck(Part), staffGroupCreator(Part)
    case staffGroupEnd(Part)

    /// Words that cannot be an organisation's key, since addresses outside organisations begin with them.
    package static let reserved = Slug.reserved

    /// Whether the address stands under `/{organisation}`.
    package var isOfOrganisation: Bool {
        switch self {
        case .health, .asset, .start, .setUp, .setUpOrganisation, .setUpSchools, .setUpPolicy,
            .setUpAdministrator:
            false
        default: true
        }
    }

    /// As the router matches it.
    package var pattern: String { (isOfOrganisation ? "/{organisation}" : "") + path }

    /// As a page links to it.
    package func link(in organisation: String) -> String {
        (isOfOrganisation ? "/" + Part.value(organisation).named("organisation") : "") + path
    }

    private var path: String {
        switch self {
        case .health: "/health"
        case .asset(let digest, let name): "/assets/\(digest.named("digest"))/\(name.named("name"))"
        case .start: "/"
        case .setUp: "/set-up"
        case .setUpOrganisation: "/set-up/organisation"
        case .setUpSchools: "/set-up/schools"
        case .setUpPolicy: "/set-up/policy"
        case .setUpAdministrator: "/set-up/administrator"
        case .signIn: "/sign-in"
        case .signInCode: "/sign-in/code"
        case .codeSetUp: "/sign-in/code/set-up"
        case .forgotten: "/sign-in/forgotten"
        case .myCodes: "/me/codes"
        case .myMail: "/me/mail"
        case .userCodes(let id): "/users/\(id.named("user"))/codes"
        case .mail: "/mail"
        case .mailChange: "/mail/change"
        case .mailTest: "/mail/test"
        case .signInElsewhere: "/sign-in/school-account"
        case .signInBack: "/sign-in/back"
        case .linkElsewhere(let token): "/new-password/\(token.named("token"))/school-account"
        case .bindElsewhere: "/me/school-account"
        case .provider: "/sign-in-provider"
        case .providerChange: "/sign-in-provider/change"
        case .providerTrial: "/sign-in-provider/trial"
        case .providerSwitch: "/sign-in-provider/switch"
        case .providerRemoval: "/sign-in-provider/removal"
        case .userProvider(let id): "/users/\(id.named("user"))/school-account"
        case .signOut: "/sign-out"
        case .whoWillYouBe: "/who-will-you-be"
        case .newPassword(let token): "/new-password/\(token.named("token"))"
        case .schoolColour(let digest): "/colour/\(digest.named("digest"))"
        case .home: ""
        case .tellDSL: "/tell-the-dsl"
        case .concern(let id): "/tell-the-dsl/\(id.named("concern"))"
        case .todo: "/to-do"
        case .notices: "/notices"
        case .task(let id): "/tasks/\(id.named("task"))"
        case .me: "/me"
        case .myPassword: "/me/password"
        case .myTraining: "/me/training"
        case .myDeputies: "/me/deputies"
        case .myDeputy(let deputising): "/me/deputies/\(deputising.named("deputising"))"
        case .policy: "/policy"
        case .policyRemarks: "/policy/remarks"
        case .policyCoverage: "/policy/coverage"
        case .policyGuidance: "/policy/guidance"
        case .policyVersions: "/policy/versions"
        case .newPolicyVersion: "/policy/versions/new"
        case .newPolicyVersionDecision: "/policy/versions/new/decision"
        case .policyVersion(let id): "/policy/versions/\(id.named("version"))"
        case .policyVersionFile(let id): "/policy/versions/\(id.named("version"))/file"
        case .policyVersionApproval(let id): "/policy/versions/\(id.named("version"))/approval"
        case .policyVersionForce(let id): "/policy/versions/\(id.named("version"))/in-force"
        case .policyAcknowledgement(let id): "/policy/versions/\(id.named("version"))/acknowledgement"
        case .policyRegister: "/policy/register"
        case .policyRegisterFile: "/policy/register/file"
        case .policyRegisterPrint: "/policy/register/print"
        case .policyReminders: "/policy/register/reminders"
        case .policySchools: "/policy/schools"
        case .policySchoolEnd(let slug): "/policy/schools/\(slug.named("school"))/end"
        case .scope: "/policy/in-scope"
        case .training: "/policy/training"
        case .trainingFile: "/policy/training/file"
        case .trainingPrint: "/policy/training/print"
        case .trainingOf(let user): "/policy/training/people/\(user.named("user"))"
        case .newTraining: "/policy/training/records/new"
        case .trainingRecord(let id): "/policy/training/records/\(id.named("record"))"
        case .trainingBack(let id): "/policy/training/records/\(id.named("record"))/back"
        case .speaking: "/policy/speaking"
        case .newAuthority: "/policy/speaking/new"
        case .authorityEnd(let id): "/policy/speaking/\(id.named("authority"))/end"
        case .trainingList: "/policy/training/list"
        case .trainingListDecision: "/policy/training/list/decision"
        case .newCourse: "/policy/training/courses/new"
        case .course(let id): "/policy/training/courses/\(id.named("course"))"
        case .newSession: "/policy/training/sessions/new"
        case .trainingSession(let id): "/policy/training/sessions/\(id.named("session"))"
        case .sessionEnd(let id): "/policy/training/sessions/\(id.named("session"))/called-off"
        case .sessionAttendance(let id): "/policy/training/sessions/\(id.named("session"))/attendance"
        case .sessionHeld(let id): "/policy/training/sessions/\(id.named("session"))/held"
        case .safeguarding: "/policy/safeguarding"
        case .safeguardingFile: "/policy/safeguarding/file"
        case .newEdition: "/policy/safeguarding/new"
        case .families: "/for-families"
        case .learningPlatforms: "/policy/learning-platforms"
        case .newLearningPlatform: "/policy/learning-platforms/new"
        case .learningPlatform(let id): "/policy/learning-platforms/\(id.named("platform"))"
        case .parentsTold(let id): "/policy/learning-platforms/\(id.named("platform"))/told"
        case .consent: "/consent"
        case .consentAsk: "/consent/ask"
        case .consentFile: "/consent/consent.csv"
        case .consentClass: "/consent/class"
        case .consentLetters: "/consent/letters"
        case .lockedPictures: "/consent/locked"
        case .pictureLists: "/consent/list"
        case .pictureList(let school): "/consent/list/\(school.named("school"))"
        case .myPictures: "/me/pictures"
        case .consentPerson(let id): "/consent/people/\(id.named("person"))"
        case .consentAnswer(let id): "/consent/people/\(id.named("person"))/answer"
        case .consentAskOne(let id): "/consent/people/\(id.named("person"))/ask"
        case .consentNever(let id): "/consent/people/\(id.named("person"))/never"
        case .consentNeverReason(let id): "/consent/people/\(id.named("person"))/never/reason"
        case .consentShown(let id): "/consent/people/\(id.named("person"))/pictures"
        case .consentParents(let id): "/consent/people/\(id.named("person"))/parents"
        case .newVisitorObjection(let school): "/consent/list/\(school.named("school"))/visitors"
        case .visitorObjectionEnd(let id): "/consent/visitors/\(id.named("objection"))/end"
        case .pictures: "/pictures"
        case .pictureAnswer(let token): "/pictures/\(token.named("token"))"
        case .roll: "/people"
        case .person(let id): "/people/\(id.named("person"))"
        case .personChange(let id): "/people/\(id.named("person"))/change"
        case .personLeft(let id): "/people/\(id.named("person"))/leaving"
        case .personReturn(let id): "/people/\(id.named("person"))/return"
        case .personUser(let id): "/people/\(id.named("person"))/user"
        case .personUserEnd(let id): "/people/\(id.named("person"))/user/end"
        case .newPupil: "/people/new-pupil"
        case .newStaff: "/people/new-staff"
        case .rollImport: "/people/import"
        case .importJob(let id): "/people/import/\(id.named("import"))"
        case .importColumns(let id): "/people/import/\(id.named("import"))/columns"
        case .importDecision(let id): "/people/import/\(id.named("import"))/decision"
        case .importCancel(let id): "/people/import/\(id.named("import"))/cancel"
        case .users: "/users"
        case .newUser: "/users/new"
        case .invitations: "/users/invitations"
        case .invitationsAgain: "/users/invitations/again"
        case .roleList: "/users/roles"
        case .roleListDecision: "/users/roles/decision"
        case .user(let id): "/users/\(id.named("user"))"
        case .userRoles(let id): "/users/\(id.named("user"))/roles"
        case .userRole(let id, let grant): "/users/\(id.named("user"))/roles/\(grant.named("grant"))"
        case .userLink(let id): "/users/\(id.named("user"))/link"
        case .userKind(let id): "/users/\(id.named("user"))/kind"
        case .userDeputies(let id): "/users/\(id.named("user"))/deputies"
        case .userDeputy(let id, let deputising):
            "/users/\(id.named("user"))/deputies/\(deputising.named("deputising"))"
        case .userChange(let id): "/users/\(id.named("user"))/change"
        case .userReturn(let id): "/users/\(id.named("user"))/return"
        case .userEnd(let id): "/users/\(id.named("user"))/end"
        case .sessions: "/sessions"
        case .userSessions(let id): "/users/\(id.named("user"))/sessions"
        case .session(let id): "/sessions/\(id.named("session"))"
        case .settings: "/settings"
        case .schoolSettings(let school): "/settings/\(school.named("school"))"
        case .onePerson(let id): "/accounts/one-person/\(id.named("request"))"
        case .onePersonConfirmed(let id): "/accounts/one-person/\(id.named("request"))/confirmed"
        case .onePersonDeclined(let id): "/accounts/one-person/\(id.named("request"))/declined"
        case .schools: "/schools"
        case .newSchool: "/schools/new"
        case .schoolName(let school): "/schools/\(school.named("school"))/name"
        case .schoolPupils(let school): "/schools/\(school.named("school"))/pupils"
        case .classes: "/people/classes"
        case .schoolClass(let id): "/people/classes/\(id.named("class"))"
        case .parents: "/people/parents"
        case .schoolCalendar(let school): "/schools/\(school.named("school"))/calendar"
        case .newSchoolDates(let school): "/schools/\(school.named("school"))/calendar/new"
        case .schoolDates(let school, let id): "/schools/\(school.named("school"))/calendar/dates/\(id.named("dates"))"
        case .schoolDatesEnd(let school, let id):
            "/schools/\(school.named("school"))/calendar/dates/\(id.named("dates"))/end"
        case .schoolCalendarNation(let school): "/schools/\(school.named("school"))/calendar/nation"
        case .calendarFile(let school): "/schools/\(school.named("school"))/calendar/file"
        case .calendarTrial(let school): "/schools/\(school.named("school"))/calendar/trial"
        case .calendarDownload(let school): "/schools/\(school.named("school"))/calendar/download"
        case .bankHolidays: "/bank-holidays"
        case .newBankHoliday: "/bank-holidays/new"
        case .bankHoliday(let nation, let day): "/bank-holidays/\(nation.named("nation"))/\(day.named("day"))"
        case .myCalendar: "/me/calendar"
        case .myDeadlines: "/me/calendar/download"
        case .calendarAddress(let token): "/calendar-address/\(token.named("token"))/chaperone.ics"
        case .newPost: "/posts/new"
        case .editPost(let id): "/posts/\(id.named("post"))/edit"
        case .post(let id): "/posts/\(id.named("post"))"
        case .postPrint(let id): "/posts/\(id.named("post"))/print"
        case .postCompared(let id): "/posts/\(id.named("post"))/revisions"
        case .postOnDay(let id): "/posts/\(id.named("post"))/as-published"
        case .postNotes(let id): "/posts/\(id.named("post"))/notes"
        case .postWithdrawal(let id): "/posts/\(id.named("post"))/withdrawal"
        case .postReopening(let id): "/posts/\(id.named("post"))/reopening"
        case .postKeeper(let id): "/posts/\(id.named("post"))/keeper"
        case .postReview(let id): "/posts/\(id.named("post"))/review"
        case .secondOpinion(let id): "/posts/\(id.named("post"))/second-opinion"
        case .mistake(let id): "/posts/\(id.named("post"))/mistake"
        case .postPictures(let id): "/posts/\(id.named("post"))/pictures"
        case .postPicture(let id, let picture): "/posts/\(id.named("post"))/pictures/\(picture.named("picture"))"
        case .pictureFile(let id, let picture, let size):
            "/posts/\(id.named("post"))/pictures/\(picture.named("picture"))/\(size.named("size"))"
        case .pictureEnd(let id, let picture):
            "/posts/\(id.named("post"))/pictures/\(picture.named("picture"))/end"
        case .pictureFetch(let signed): "/fetch/\(signed.named("signed"))"
        case .publishing(let id): "/placements/\(id.named("placement"))/publishing"
        case .repliesClosed(let id): "/placements/\(id.named("placement"))/replies-closed"
        case .takedown(let id): "/placements/\(id.named("placement"))/take-down"
        case .takedownProof(let id): "/placements/\(id.named("placement"))/take-down/proof"
        case .screenshot(let id, let proof):
            "/placements/\(id.named("placement"))/screenshots/\(proof.named("proof"))"
        case .approvals: "/approvals"
        case .approval(let id): "/approvals/\(id.named("post"))"
        case .approvalReleases(let id): "/approvals/\(id.named("post"))/releases"
        case .approvalCorrections(let id): "/approvals/\(id.named("post"))/corrections"
        case .pause: "/pause"
        case .accounts: "/accounts"
        case .newAccount: "/accounts/new"
        case .account(let id): "/accounts/\(id.named("account"))"
        case .accountChange(let id): "/accounts/\(id.named("account"))/change"
        case .accountPeople(let id): "/accounts/\(id.named("account"))/people"
        case .accountSettings(let id): "/accounts/\(id.named("account"))/settings"
        case .accountCheck(let id): "/accounts/\(id.named("account"))/check"
        case .accountReview(let id): "/accounts/\(id.named("account"))/review"
        case .accountClosing(let id): "/accounts/\(id.named("account"))/closing"
        case .accountLogin(let id): "/accounts/\(id.named("account"))/login"
        case .accountLook(let id): "/accounts/\(id.named("account"))/login/look"
        case .accountLookLeave(let id): "/accounts/\(id.named("account"))/login/leave"
        case .accountConnection(let id): "/accounts/\(id.named("account"))/connection"
        case .accountConnectionLook(let id): "/accounts/\(id.named("account"))/connection/look"
        case .accountFollowing(let id): "/accounts/\(id.named("account"))/connection/following"
        case .accountReply(let id): "/accounts/\(id.named("account"))/reply"
        case .accountConnectionEnd(let id): "/accounts/\(id.named("account"))/connection/end"
        case .accountConnectionApp(let id): "/accounts/\(id.named("account"))/connection/app"
        case .accountConnectionChoice(let id): "/accounts/\(id.named("account"))/connection/choice"
        case .accountJoined: "/accounts/joined"
        case .accountList: "/accounts/list"
        case .accountListConfirmed: "/accounts/list/confirmed"
        case .accountsFile: "/accounts/accounts.csv"
        case .staffGroups: "/accounts/groups"
        case .newStaffGroup: "/accounts/groups/new"
        case .staffGroup(let id): "/accounts/groups/\(id.named("group"))"
        case .staffGroupCheck(let id): "/accounts/groups/\(id.named("group"))/check"
        case .staffGroupCreator(let id): "/accounts/groups/\(id.named("group"))/creator"
        case .staffGroupEnd(let id): "/accounts/groups/\(id.named("group"))/end"
        case .myLeaving: "/me/leaving"
        case .leaverSaid(let id): "/users/\(id.named("user"))/leaving"
        case .accountAsking: "/accounts/apply"
        case .accountApplication(let id): "/accounts/applications/\(id.named("application"))"
        case .accountDecision(let id): "/accounts/applications/\(id.named("application"))/decision"
        case .accountTelling(let id): "/accounts/applications/\(id.named("application"))/telling"
        case .accountWithdrawal(let id): "/accounts/applications/\(id.named("application"))/withdrawal"
        case .accountOpening(let id): "/accounts/applications/\(id.named("application"))/opening"
        case .posts: "/posts"
        case .news: "/news"
        case .newsFeed: "/news/feed.xml"
        case .schoolNews(let school): "/news/\(school.named("school"))"
        case .schoolNewsFeed(let school): "/news/\(school.named("school"))/feed.xml"
        case .calendar: "/calendar"
        }
    }
}
