/// Every cell that is exercised, in the order of the rooms.
let dutyCells: [DutyCell] =
    handbookCells + accountsCells + publishingCells + consentCells + conductCells
    + incidentCells

private let handbookCells: [DutyCell] =
    controlledDocument + reviewOnTime + whomItBinds + anyPlatform + otherDocuments + guidance + oversight + inScope
    + noContract + everyoneReads + trained + questionsAnswered + familiesTaught + leadersTrain + guidanceRead
    + parentsTold

private let accountsCells: [DutyCell] =
    applications + twoOfStaff + decisions + readAndTrained + openings + whichAccounts + apart
    + custody + handovers + passwords + leavers + groups + professional + noFollowing + oneWay + tagging

private let publishingCells: [DutyCell] =
    whoPosts + checkedFirst + pupilNames + personalData + confidentialMatter + offence + gainAndSuppliers + politics
    + tone + colleagues + references + reviewedPosts + takedowns + heatedWords + rightsAndPrivacy + goodName
    + childReaders + authority + othersWork + linksFollowed + vacancies + teaching

private let consentCells: [DutyCell] =
    permission + objections + doNotPublish + schoolAccountsOnly + judgement + destruction + withdrawing + films
    + askedOnJoining

private let conductCells: [DutyCell] = speaking

private let incidentCells: [DutyCell] = mistakes
