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
    case secondOpinion(Part), mistake(Part), likeness(Part)
    case postPictures(Part), postPicture(post: Part, picture: Part)
    case pictureFile(post: Part, picture: Part, size: Part), pictureEnd(post: Part, picture: Part)
    case pictureFetch(signed: Part), lockedPictures, notLetIn
    case repliesClosed(Part)
    case publishing(Part), placementPictures(Part), takedown(Part), takedownProof(Part)
    case screenshot(placement: Part, proof: Part)
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
}
