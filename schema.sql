-- Made by the migrations in Sources/Store/Migrations; a test compares. Never edited by hand.

-- installation.sqlite

CREATE TABLE installation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    publicAddress TEXT,
    setUpTokenHash BLOB CHECK (length(setUpTokenHash) = 32),
    setUpAnswers BLOB,
    madeAt INTEGER NOT NULL
) STRICT;

CREATE TABLE organisation (
    slug TEXT PRIMARY KEY CHECK (slug NOT GLOB '*[^a-z0-9-]*' AND length(slug) BETWEEN 1 AND 60),
    name TEXT NOT NULL CHECK (length(name) > 0),
    addedAt INTEGER NOT NULL
) STRICT;

-- organisations/SLUG/record.sqlite

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    school TEXT NOT NULL REFERENCES school(id),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    network TEXT NOT NULL,
    handle TEXT NOT NULL CHECK (length(trim(handle)) > 0),
    type TEXT NOT NULL CHECK (type IN ('school_main', 'department', 'friends', 'individual', 'teaching')),
    readers TEXT NOT NULL CHECK (readers IN ('families', 'children')),
    addedAt INTEGER NOT NULL,
    closedAt INTEGER, state TEXT NOT NULL DEFAULT 'legacy'
    CHECK (state IN ('active', 'legacy', 'closed')), details TEXT NOT NULL DEFAULT '{}',
    UNIQUE (network, handle)
) STRICT;

CREATE INDEX accountOfSchool ON account(school, name);

CREATE TRIGGER activeAccountHasItsDecision BEFORE UPDATE OF state ON account
WHEN NEW.state = 'active' AND OLD.state <> 'active'
    AND NOT EXISTS (SELECT 1 FROM accountApplication
        WHERE account = NEW.id AND state IN ('approved', 'told', 'opened') AND settledAt IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'no account is active without a decision on record'); END;

CREATE TABLE accountApplication (
    id TEXT PRIMARY KEY,
    school TEXT NOT NULL REFERENCES school(id),
    askedBy TEXT NOT NULL REFERENCES user(id),
    askedAt INTEGER NOT NULL,
    asked TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('asked', 'approved', 'rejected', 'told', 'opened', 'withdrawn')),
    settledBy TEXT REFERENCES user(id),
    settledAt INTEGER,
    reason TEXT,
    address TEXT,
    trained TEXT NOT NULL DEFAULT '[]',
    account TEXT REFERENCES account(id),
    CHECK (state <> 'rejected' OR coalesce(length(trim(reason)), 0) > 0),
    CHECK (state NOT IN ('approved', 'rejected', 'told') OR settledBy IS NOT NULL),
    CHECK (state <> 'opened' OR account IS NOT NULL)
) STRICT;

CREATE INDEX accountApplicationOfSchool ON accountApplication(school, state);

CREATE TABLE accountHandover (
    account TEXT NOT NULL REFERENCES account(id),
    leaver TEXT NOT NULL REFERENCES user(id),
    cause TEXT NOT NULL CHECK (cause IN ('refused', 'role', 'left')),
    openedAt INTEGER NOT NULL,
    settledAt INTEGER,
    PRIMARY KEY (account, leaver, openedAt)
) STRICT, WITHOUT ROWID;

CREATE INDEX handoverOfLeaver ON accountHandover(leaver) WHERE settledAt IS NULL;

CREATE INDEX openHandover ON accountHandover(account) WHERE settledAt IS NULL;

CREATE TABLE accountLogin (
    account TEXT PRIMARY KEY REFERENCES account(id),
    sealed BLOB NOT NULL,
    lodgedBy TEXT NOT NULL REFERENCES user(id),
    lodgedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE accountOperator (
    account TEXT NOT NULL REFERENCES account(id),
    user TEXT NOT NULL REFERENCES user(id),
    isLead INTEGER NOT NULL CHECK (isLead IN (0, 1)),
    isTrained INTEGER CHECK (isTrained IN (0, 1)),
    since INTEGER NOT NULL,
    until INTEGER,
    PRIMARY KEY (account, user, since)
) STRICT, WITHOUT ROWID;

CREATE INDEX accountOfOperator ON accountOperator(user) WHERE until IS NULL;

CREATE UNIQUE INDEX accountOperatorNow ON accountOperator(account, user) WHERE until IS NULL;

CREATE TABLE acknowledgement (
    user TEXT NOT NULL REFERENCES user(id),
    version TEXT NOT NULL REFERENCES policyVersion(id),
    at INTEGER NOT NULL,
    PRIMARY KEY (user, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER acknowledgementIsNeverChanged BEFORE UPDATE ON acknowledgement
BEGIN SELECT RAISE(ABORT, 'what somebody said they had read is never changed'); END;

CREATE TRIGGER acknowledgementStays BEFORE DELETE ON acknowledgement
BEGIN SELECT RAISE(ABORT, 'what somebody said they had read is never deleted'); END;

CREATE TABLE attendance (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES user(id),
    course TEXT NOT NULL REFERENCES course(id),
    doneOn TEXT NOT NULL CHECK (doneOn GLOB '????-??-??'),
    countsUntil TEXT CHECK (countsUntil >= doneOn),
    session TEXT REFERENCES trainingSession(id),
    certificate TEXT CHECK (length(trim(certificate)) > 0),
    takenBack TEXT CHECK (length(trim(takenBack)) > 0)
, recordedBy TEXT REFERENCES user(id)) STRICT;

CREATE INDEX attendanceOfSession ON attendance(session) WHERE session IS NOT NULL;

CREATE UNIQUE INDEX oneAttendanceOfACourseADay ON attendance(user, course, doneOn) WHERE takenBack IS NULL;

CREATE TABLE bankHoliday (
    nation TEXT NOT NULL CHECK (nation IN ('england', 'wales', 'scotland', 'northern-ireland')),
    day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
    title TEXT NOT NULL CHECK (length(trim(title)) > 0),
    source TEXT NOT NULL,
    takenOut TEXT CHECK (length(trim(takenOut)) > 0),
    PRIMARY KEY (nation, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendarAddress (
    tokenHash BLOB PRIMARY KEY CHECK (length(tokenHash) = 32),
    user TEXT NOT NULL REFERENCES user(id),
    school TEXT REFERENCES school(id),
    madeAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX oneCalendarAddress ON calendarAddress(user, coalesce(school, ''));

CREATE TABLE calendarTrial (
    school TEXT PRIMARY KEY REFERENCES school(id),
    trial TEXT NOT NULL CHECK (trial GLOB '{*}'),
    by TEXT NOT NULL REFERENCES user(id),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE class (
    ref TEXT PRIMARY KEY CHECK (length(ref) > 0),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    school TEXT REFERENCES school(id),
    endedAt INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE classMember (
    class TEXT NOT NULL REFERENCES class(ref),
    person TEXT NOT NULL REFERENCES person(id),
    PRIMARY KEY (class, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX classOfMember ON classMember(person);

CREATE TABLE codeStep (
    tokenHash BLOB PRIMARY KEY CHECK (length(tokenHash) = 32),
    user TEXT NOT NULL REFERENCES user(id),
    device TEXT NOT NULL,
    secret BLOB,
    begunAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX codeStepByTime ON codeStep(begunAt);

CREATE TABLE connection (
    account TEXT PRIMARY KEY REFERENCES account(id),
    server TEXT NOT NULL,
    userName TEXT NOT NULL,
    identity TEXT NOT NULL,
    capabilities TEXT NOT NULL,
    secret BLOB NOT NULL,
    connectedBy TEXT NOT NULL REFERENCES user(id),
    connectedAt INTEGER NOT NULL,
    checkedAt INTEGER NOT NULL,
    nextCheckAt INTEGER NOT NULL,
    brokenSince INTEGER,
    trouble TEXT, endsAt INTEGER, silentSince INTEGER,
    CHECK ((brokenSince IS NULL) = (trouble IS NULL))
) STRICT;

CREATE INDEX connectionByCheck ON connection(nextCheckAt);

CREATE TABLE consentAnswer (
    number INTEGER PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person(id),
    giver TEXT NOT NULL CHECK (giver IN ('parent', 'themselves', 'form', 'school')),
    giverName TEXT CHECK (length(trim(giverName)) > 0),
    status TEXT NOT NULL,
    channels TEXT,
    fromDay TEXT,
    untilDay TEXT,
    withdrawnOn TEXT,
    way TEXT NOT NULL CHECK (way IN ('link', 'paper', 'said', 'import')),
    wording TEXT,
    language TEXT,
    signedAs TEXT,
    saidOn TEXT NOT NULL CHECK (saidOn GLOB '????-??-??'),
    at INTEGER NOT NULL,
    by TEXT NOT NULL, takesBack INTEGER REFERENCES consentAnswer(number),
    CHECK ((giver = 'parent') = (giverName IS NOT NULL))
) STRICT;

CREATE INDEX consentAnswerOfPerson ON consentAnswer(person, number);

CREATE INDEX consentAnswerTakenBack ON consentAnswer(takesBack) WHERE takesBack IS NOT NULL;

CREATE TRIGGER consentAnswerIsNeverChanged BEFORE UPDATE ON consentAnswer
BEGIN SELECT RAISE(ABORT, 'an answer is never changed, only followed by another'); END;

CREATE TRIGGER consentAnswerStays BEFORE DELETE ON consentAnswer
BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;

CREATE TABLE consentReason (
    answer INTEGER PRIMARY KEY REFERENCES consentAnswer(number),
    reason BLOB NOT NULL
) STRICT;

CREATE TABLE correction (
    id TEXT PRIMARY KEY,
    post TEXT NOT NULL REFERENCES post(id),
    finding TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('not-our-pupil', 'public-number', 'place', 'not-a-party', 'other')),
    says TEXT NOT NULL CHECK (length(trim(says)) > 0),
    by TEXT NOT NULL REFERENCES user(id),
    at INTEGER NOT NULL,
    outcome TEXT CHECK (outcome IN ('confirmed', 'rejected', 'withdrawn')),
    outcomeBy TEXT REFERENCES user(id),
    outcomeAt INTEGER,
    outcomeWhy TEXT, schools TEXT NOT NULL DEFAULT '[]',
    CHECK ((outcome IS NULL) = (outcomeBy IS NULL) AND (outcome IS NULL) = (outcomeAt IS NULL)),
    CHECK (outcome IS NOT 'confirmed' OR outcomeBy <> by)
) STRICT;

CREATE INDEX correctionOfPost ON correction(post, at);

CREATE UNIQUE INDEX oneStandingCorrection ON correction(post, finding)
    WHERE outcome IS NULL OR outcome = 'confirmed';

CREATE TABLE course (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(name)) > 0),
    months INTEGER CHECK (months > 0),
    counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
    isOver INTEGER NOT NULL DEFAULT 0 CHECK (isOver IN (0, 1))
) STRICT;

CREATE TABLE deputy (
    id TEXT PRIMARY KEY,
    absent TEXT NOT NULL REFERENCES user(id),
    deputy TEXT NOT NULL REFERENCES user(id) CHECK (deputy <> absent),
    beginsAt INTEGER NOT NULL,
    endsAt INTEGER NOT NULL CHECK (endsAt > beginsAt)
) STRICT;

CREATE INDEX deputyByAbsent ON deputy(absent, beginsAt);

CREATE INDEX deputyByDeputy ON deputy(deputy, beginsAt);

CREATE TABLE "dispatch" (
    placement TEXT NOT NULL REFERENCES placement(id),
    work TEXT NOT NULL CHECK (work IN ('publish', 'take-down', 'clear-up')),
    account TEXT NOT NULL REFERENCES account(id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'begun', 'done', 'given-up', 'dropped')),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    nextAt INTEGER NOT NULL,
    begunAt INTEGER,
    mayBeOut INTEGER NOT NULL DEFAULT 0 CHECK (mayBeOut IN (0, 1)),
    trouble TEXT,
    prepared TEXT,
    lease TEXT,
    leasedUntil INTEGER,
    PRIMARY KEY (placement, work),
    CHECK (attempts = 0 OR begunAt IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX dispatchByTime ON dispatch(nextAt) WHERE state IN ('waiting', 'begun');

CREATE INDEX dispatchOfAccount ON dispatch(account, state);

CREATE TABLE disposal (
    event INTEGER PRIMARY KEY REFERENCES event(number),
    why TEXT NOT NULL CHECK (length(trim(why)) > 0),
    recordedBy INTEGER NOT NULL REFERENCES event(number) DEFERRABLE INITIALLY DEFERRED
        CHECK (recordedBy > event)
) STRICT;

CREATE TRIGGER disposalIsNeverChanged BEFORE UPDATE ON disposal
BEGIN SELECT RAISE(ABORT, 'a disposal is never changed'); END;

CREATE TRIGGER disposalIsNeverDeleted BEFORE DELETE ON disposal
BEGIN SELECT RAISE(ABORT, 'a disposal is never deleted'); END;

CREATE TABLE due (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind GLOB '[a-z]*.[a-z]*'),
    subject TEXT NOT NULL,
    at INTEGER NOT NULL,
    leasedUntil INTEGER,
    lease TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    UNIQUE (kind, subject)
) STRICT;

CREATE INDEX dueByTime ON due(at);

CREATE TABLE editionRead (
    user TEXT NOT NULL REFERENCES user(id),
    edition INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (user, edition)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER editionReadIsNeverChanged BEFORE UPDATE ON editionRead
BEGIN SELECT RAISE(ABORT, 'what somebody said they had read is never changed'); END;

CREATE TRIGGER editionReadStays BEFORE DELETE ON editionRead
BEGIN SELECT RAISE(ABORT, 'what somebody said they had read is never deleted'); END;

CREATE TABLE event (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind GLOB '[a-z]*.[a-z]*'),
    at INTEGER NOT NULL,
    actor TEXT NOT NULL CHECK (length(actor) > 0),
    subjectKind TEXT NOT NULL CHECK (length(subjectKind) > 0),
    subject TEXT NOT NULL CHECK (length(subject) > 0),
    contentDigest BLOB NOT NULL CHECK (length(contentDigest) = 32),
    previousHash BLOB NOT NULL CHECK (length(previousHash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX eventOfActor ON event(actor, number);

CREATE INDEX eventOfSubject ON event(subjectKind, subject, number);

CREATE TRIGGER eventContinuesTheChain BEFORE INSERT ON event
WHEN new.number <> (SELECT coalesce(max(number), 0) + 1 FROM event)
    OR new.previousHash <> coalesce((SELECT hash FROM event ORDER BY number DESC LIMIT 1), zeroblob(32))
BEGIN SELECT RAISE(ABORT, 'an event continues the chain'); END;

CREATE TRIGGER eventIsNeverChanged BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;

CREATE TRIGGER eventIsNeverDeleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;

CREATE TABLE eventContent (
    event INTEGER PRIMARY KEY REFERENCES event(number),
    salt BLOB NOT NULL CHECK (length(salt) = 32),
    content TEXT NOT NULL CHECK (content GLOB '{*}')
) STRICT;

CREATE TRIGGER contentIsDeletedOnlyByDisposal BEFORE DELETE ON eventContent
WHEN NOT EXISTS (SELECT 1 FROM disposal WHERE disposal.event = old.event)
BEGIN SELECT RAISE(ABORT, 'the content of an event is deleted only by a disposal'); END;

CREATE TRIGGER contentIsNeverChanged BEFORE UPDATE ON eventContent
BEGIN SELECT RAISE(ABORT, 'the content of an event is never changed'); END;

CREATE TABLE familyLanguage (
    email TEXT PRIMARY KEY CHECK (email = lower(email)),
    language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 8)
) STRICT, WITHOUT ROWID;

CREATE TABLE findingRelease (
    id TEXT PRIMARY KEY,
    post TEXT NOT NULL REFERENCES post(id),
    school TEXT NOT NULL REFERENCES school(id),
    finding TEXT NOT NULL,
    role TEXT NOT NULL,
    by TEXT NOT NULL REFERENCES user(id),
    reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    at INTEGER NOT NULL,
    UNIQUE (post, school, finding)
) STRICT;

CREATE TABLE followedLearner (
    account TEXT NOT NULL REFERENCES account(id),
    handle TEXT NOT NULL,
    name TEXT NOT NULL,
    foundAt INTEGER NOT NULL,
    PRIMARY KEY (account, handle)
) STRICT, WITHOUT ROWID;

CREATE TABLE followingCompared (
    account TEXT PRIMARY KEY REFERENCES account(id),
    at INTEGER NOT NULL,
    followed INTEGER NOT NULL CHECK (followed >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE followingLooked (
    account TEXT PRIMARY KEY REFERENCES account(id),
    at INTEGER NOT NULL,
    by TEXT NOT NULL REFERENCES user(id)
, foundSome INTEGER NOT NULL DEFAULT 0 CHECK (foundSome IN (0, 1))) STRICT, WITHOUT ROWID;

CREATE TABLE groupGrant (
    roleGrant TEXT PRIMARY KEY REFERENCES roleGrant(id),
    user TEXT NOT NULL REFERENCES user(id),
    groupName TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX groupGrantOfUser ON groupGrant(user);

CREATE TABLE importMapping (
    headings TEXT PRIMARY KEY,
    mapping TEXT NOT NULL CHECK (mapping GLOB '{*}'),
    usedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE joining (
    account TEXT PRIMARY KEY REFERENCES account(id),
    user TEXT NOT NULL REFERENCES user(id),
    server TEXT NOT NULL,
    userName TEXT NOT NULL,
    stateHash BLOB UNIQUE CHECK (length(stateHash) = 32),
    browserHash BLOB NOT NULL CHECK (length(browserHash) = 32),
    verifier TEXT NOT NULL CHECK (length(verifier) BETWEEN 43 AND 128),
    app BLOB NOT NULL CHECK (length(app) > 16),
    choices BLOB CHECK (length(choices) > 16),
    begunAt INTEGER NOT NULL
) STRICT;

CREATE TABLE learningPlatform (
    id TEXT PRIMARY KEY,
    school TEXT NOT NULL REFERENCES school(id),
    name TEXT NOT NULL COLLATE NOCASE CHECK (length(trim(name)) > 0),
    address TEXT,
    parentsPost INTEGER NOT NULL CHECK (parentsPost IN (0, 1)),
    rules TEXT NOT NULL,
    isOver INTEGER NOT NULL DEFAULT 0 CHECK (isOver IN (0, 1)),
    UNIQUE (school, name)
) STRICT;

CREATE TABLE linkDestination (
    link TEXT PRIMARY KEY,
    followedAt INTEGER NOT NULL,
    destination TEXT NOT NULL,
    ending TEXT NOT NULL
        CHECK (ending IN ('arrived', 'refused', 'unreachable', 'inside', 'too-many', 'no-address')),
    hops INTEGER NOT NULL CHECK (hops >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE listGrant (
    roleGrant TEXT PRIMARY KEY REFERENCES roleGrant(id)
) STRICT, WITHOUT ROWID;

CREATE TABLE loginLook (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account(id),
    askedBy TEXT NOT NULL REFERENCES user(id),
    askedAt INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    allowedBy TEXT REFERENCES user(id) CHECK (allowedBy IS NULL OR allowedBy <> askedBy),
    shownAt INTEGER
) STRICT;

CREATE INDEX loginLookOfAccount ON loginLook(account, askedAt);

CREATE TABLE mail (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    user TEXT REFERENCES user(id),
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text BLOB,
    queuedAt INTEGER NOT NULL,
    dueAt INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    lease TEXT,
    leasedUntil INTEGER,
    trouble TEXT,
    sentAt INTEGER,
    givenUpAt INTEGER,
    CHECK (sentAt IS NULL OR givenUpAt IS NULL),
    CHECK ((text IS NULL) = (sentAt IS NOT NULL OR givenUpAt IS NOT NULL))
) STRICT;

CREATE INDEX mailByAge ON mail(queuedAt);

CREATE INDEX mailByTime ON mail(dueAt) WHERE text IS NOT NULL;

CREATE INDEX mailToSend ON mail(recipient) WHERE text IS NOT NULL;

CREATE TABLE mailChoice (
    user TEXT PRIMARY KEY REFERENCES user(id),
    choice TEXT NOT NULL CHECK (choice GLOB '{*}')
) STRICT, WITHOUT ROWID;

CREATE TABLE mailServer (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    settings TEXT NOT NULL CHECK (settings GLOB '{*}'),
    password BLOB,
    changedAt INTEGER NOT NULL
) STRICT;

CREATE TABLE mistake (
    id TEXT PRIMARY KEY,
    post TEXT NOT NULL REFERENCES post(id),
    by TEXT NOT NULL REFERENCES user(id),
    at INTEGER NOT NULL,
    isOwn INTEGER NOT NULL CHECK (isOwn IN (0, 1)),
    wish TEXT NOT NULL CHECK (wish IN ('take-down', 'correct', 'advice')),
    says TEXT NOT NULL CHECK (length(trim(says)) > 0),
    section TEXT,
    told TEXT NOT NULL,
    advice TEXT,
    advisedBy TEXT REFERENCES user(id),
    advisedAt INTEGER, harmsStanding INTEGER NOT NULL DEFAULT 0 CHECK (harmsStanding IN (0, 1)), standingSection TEXT,
    CHECK ((advice IS NULL) = (advisedBy IS NULL) AND (advice IS NULL) = (advisedAt IS NULL))
) STRICT;

CREATE INDEX mistakeOfPost ON mistake(post, at);

CREATE TABLE networkApp (
    network TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    secret BLOB NOT NULL CHECK (length(secret) > 16),
    enteredBy TEXT NOT NULL REFERENCES user(id),
    enteredAt INTEGER NOT NULL
) STRICT;

CREATE TABLE networkRead (
    account TEXT NOT NULL REFERENCES account(id),
    day INTEGER NOT NULL,
    users INTEGER NOT NULL CHECK (users >= 0),
    posts INTEGER NOT NULL CHECK (posts >= 0),
    PRIMARY KEY (account, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE noPupils (
    school TEXT PRIMARY KEY REFERENCES school(id),
    statedAt INTEGER NOT NULL,
    why TEXT NOT NULL CHECK (length(trim(why)) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES user(id),
    kind TEXT NOT NULL CHECK (kind GLOB '[a-z]*.[a-z]*'),
    subjectKind TEXT NOT NULL,
    subject TEXT NOT NULL,
    says TEXT NOT NULL CHECK (length(says) > 0),
    event INTEGER NOT NULL REFERENCES event(number),
    sentAt INTEGER NOT NULL,
    readAt INTEGER
) STRICT;

CREATE INDEX noticeOfKind ON notice(kind, user, sentAt);

CREATE INDEX noticeOfUser ON notice(user, sentAt DESC);

CREATE INDEX unreadNoticeOfUser ON notice(user, sentAt DESC) WHERE readAt IS NULL;

CREATE TABLE noticeToMail (
    notice TEXT PRIMARY KEY REFERENCES notice(id),
    user TEXT NOT NULL REFERENCES user(id),
    kind TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX noticeToMailOfUser ON noticeToMail(user, at);

CREATE TABLE officeMatter (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account(id),
    asks TEXT NOT NULL,
    says TEXT NOT NULL CHECK (length(trim(says)) > 0),
    by TEXT NOT NULL REFERENCES user(id),
    at INTEGER NOT NULL,
    answeredBy TEXT REFERENCES user(id),
    answeredAt INTEGER,
    CHECK ((answeredBy IS NULL) = (answeredAt IS NULL))
) STRICT;

CREATE INDEX officeMatterOfAccount ON officeMatter(account, at);

CREATE TABLE onePersonRequest (
    id TEXT PRIMARY KEY,
    school TEXT REFERENCES school(id),
    askedBy TEXT NOT NULL REFERENCES user(id),
    askedAt INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    answer TEXT CHECK (answer IN ('confirmed', 'declined', 'lapsed')),
    answeredBy TEXT REFERENCES user(id),
    settledAt INTEGER,
    CHECK ((answer IS NULL) = (settledAt IS NULL)),
    CHECK (answer IS NOT 'confirmed' OR (answeredBy IS NOT NULL AND answeredBy <> askedBy))
) STRICT;

CREATE UNIQUE INDEX onePersonRequestOpen ON onePersonRequest(coalesce(school, '')) WHERE answer IS NULL;

CREATE TABLE oneTimeCode (
    user TEXT PRIMARY KEY REFERENCES user(id),
    secret BLOB NOT NULL CHECK (length(secret) > 16),
    setUpAt INTEGER NOT NULL,
    lastStep INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE oneTimeLink (
    tokenHash BLOB PRIMARY KEY CHECK (length(tokenHash) = 32),
    user TEXT NOT NULL REFERENCES user(id),
    purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'lost-password')),
    madeAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL CHECK (expiresAt > madeAt),
    usedAt INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX oneTimeLinkOfUser ON oneTimeLink(user);

CREATE TABLE orderOnceOut (
    placement TEXT PRIMARY KEY NOT NULL REFERENCES placement(id),
    reason TEXT NOT NULL,
    section TEXT,
    deadline INTEGER NOT NULL,
    by TEXT REFERENCES user(id),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    slug TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    nation TEXT NOT NULL CHECK (nation IN ('england', 'wales', 'scotland', 'northern-ireland')),
    isDemonstration INTEGER NOT NULL CHECK (isDemonstration IN (0, 1)),
    madeAt INTEGER NOT NULL
) STRICT;

CREATE TABLE parent (
    pupil TEXT NOT NULL REFERENCES person(id),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    email TEXT CHECK (email = lower(email)),
    relation TEXT,
    PRIMARY KEY (pupil, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX parentOfEmail ON parent(email) WHERE email IS NOT NULL;

CREATE TABLE parentRenamed (
    pupil TEXT NOT NULL REFERENCES person(id),
    was TEXT NOT NULL,
    name TEXT CHECK (length(trim(name)) > 0),
    PRIMARY KEY (pupil, was)
) STRICT, WITHOUT ROWID;

CREATE TABLE parentsTold (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL REFERENCES learningPlatform(id),
    whom TEXT CHECK (length(trim(whom)) > 0),
    how TEXT NOT NULL,
    toldOn TEXT NOT NULL CHECK (toldOn GLOB '????-??-??'),
    toldBy TEXT NOT NULL REFERENCES user(id)
) STRICT;

CREATE INDEX parentsToldOfPlatform ON parentsTold(platform, toldOn);

CREATE TRIGGER parentsToldIsNeverChanged BEFORE UPDATE ON parentsTold
BEGIN SELECT RAISE(ABORT, 'that parents were told is never changed'); END;

CREATE TABLE password (
    user TEXT PRIMARY KEY REFERENCES user(id),
    salt BLOB NOT NULL CHECK (length(salt) >= 16),
    rounds INTEGER NOT NULL CHECK (rounds > 1),
    key BLOB NOT NULL CHECK (length(key) = 32),
    setAt INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE CHECK (length(ref) > 0),
    kind TEXT NOT NULL CHECK (kind IN ('pupil', 'staff')),
    given TEXT NOT NULL,
    family TEXT NOT NULL,
    preferred TEXT,
    middle TEXT,
    form TEXT,
    title TEXT,
    school TEXT REFERENCES school(id) CHECK (school IS NOT NULL OR kind = 'staff'),
    consentStatus TEXT NOT NULL,
    consentChannels TEXT,
    consentFrom TEXT,
    consentUntil TEXT,
    consentWithdrawnOn TEXT,
    leftAt INTEGER, email TEXT CHECK (email = lower(email) AND email LIKE '_%@_%'), number TEXT NOT NULL DEFAULT '', picturesAskedOn TEXT CHECK (picturesAskedOn GLOB '????-??-??'),
    CHECK (length(given) + length(family) > 0)
) STRICT;

CREATE INDEX leaverOfName ON person(given || ' ' || family) WHERE leftAt IS NOT NULL;

CREATE INDEX personOfEmail ON person(email) WHERE email IS NOT NULL;

CREATE UNIQUE INDEX personOfNumber ON person(number, kind, coalesce(school, ''));

CREATE INDEX personOfSchool ON person(school, kind) WHERE leftAt IS NULL;

CREATE TABLE picture (
    id TEXT PRIMARY KEY,
    post TEXT NOT NULL REFERENCES post(id),
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'video')),
    state TEXT NOT NULL CHECK (state IN ('ready', 'removed', 'destroyed', 'sealed-away')),
    addedBy TEXT NOT NULL REFERENCES user(id),
    addedAt INTEGER NOT NULL,
    width INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 16),
    hadPosition INTEGER NOT NULL CHECK (hadPosition IN (0, 1)),
    takenOn TEXT CHECK (takenOn GLOB '????-??-??')
, milliseconds INTEGER CHECK (milliseconds >= 0), digest TEXT CHECK (length(digest) = 64), heldAt INTEGER, likesLetInAt INTEGER) STRICT;

CREATE INDEX pictureEnded ON picture(state, fingerprint) WHERE state IN ('destroyed', 'sealed-away');

CREATE INDEX pictureOfPost ON picture(post);

CREATE TABLE pictured (
    person TEXT NOT NULL REFERENCES person(id),
    picture TEXT NOT NULL REFERENCES picture(id),
    PRIMARY KEY (person, picture)
) STRICT, WITHOUT ROWID;

CREATE INDEX picturedIn ON pictured(picture);

CREATE TABLE picturedName (
    picture TEXT NOT NULL REFERENCES picture(id),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0), letters TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (picture, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX picturedNameByLetters ON picturedName(letters);

CREATE TABLE pictureFile (
    picture TEXT NOT NULL REFERENCES picture(id),
    size TEXT NOT NULL CHECK (size IN ('full', 'post', 'thumbnail', 'film')),
    file TEXT NOT NULL UNIQUE CHECK (length(file) >= 26),
    mediaType TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (picture, size)
) STRICT, WITHOUT ROWID;

CREATE TABLE pictureFileToErase (
    file TEXT PRIMARY KEY,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pictureJudgement (
    picture TEXT NOT NULL REFERENCES picture(id),
    side TEXT NOT NULL CHECK (side IN ('author', 'approver')),
    by TEXT NOT NULL REFERENCES user(id),
    at INTEGER NOT NULL,
    PRIMARY KEY (picture, side)
) STRICT, WITHOUT ROWID;

CREATE TABLE pictureKey (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sealed BLOB NOT NULL,
    madeAt INTEGER NOT NULL
) STRICT;

CREATE TABLE pictureLink (
    tokenHash BLOB PRIMARY KEY CHECK (length(tokenHash) = 32),
    email TEXT NOT NULL CHECK (email = lower(email)),
    madeAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL CHECK (expiresAt > madeAt),
    usedAt INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX pictureLinkOfEmail ON pictureLink(email) WHERE usedAt IS NULL;

CREATE TABLE pictureLinkWish (
    id TEXT PRIMARY KEY,
    email BLOB NOT NULL,
    at INTEGER NOT NULL
, language TEXT) STRICT;

CREATE TABLE pictureListChange (
    school TEXT NOT NULL REFERENCES school(id),
    version INTEGER NOT NULL CHECK (version > 0),
    person TEXT NOT NULL REFERENCES person(id),
    at INTEGER NOT NULL,
    PRIMARY KEY (school, version, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE pictureListKnown (
    user TEXT NOT NULL REFERENCES user(id),
    school TEXT NOT NULL REFERENCES school(id),
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (user, school, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER pictureListKnownIsNeverChanged BEFORE UPDATE ON pictureListKnown
BEGIN SELECT RAISE(ABORT, 'what somebody said they had read is never changed'); END;

CREATE TABLE pictureQuestion (
    mail TEXT NOT NULL,
    request TEXT NOT NULL REFERENCES pictureRequest(id),
    email TEXT NOT NULL CHECK (email = lower(email)),
    deliveredAt INTEGER,
    failedAt INTEGER,
    PRIMARY KEY (mail, request),
    CHECK (deliveredAt IS NULL OR failedAt IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX pictureQuestionOfRequest ON pictureQuestion(request, email);

CREATE INDEX questionUnderWay ON pictureQuestion(email) WHERE deliveredAt IS NULL AND failedAt IS NULL;

CREATE TABLE pictureRequest (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person(id),
    because TEXT NOT NULL CHECK (because IN ('joined', 'ends', 'phase', 'office')),
    openedAt INTEGER NOT NULL,
    askedAt INTEGER,
    way TEXT CHECK (way IN ('link', 'paper')),
    closedAt INTEGER, oldEndsOn TEXT CHECK (oldEndsOn GLOB '????-??-??'),
    CHECK ((askedAt IS NULL) = (way IS NULL))
) STRICT;

CREATE UNIQUE INDEX oneOpenPictureRequest ON pictureRequest(person) WHERE closedAt IS NULL;

CREATE TABLE placement (
    id TEXT PRIMARY KEY,
    post TEXT NOT NULL REFERENCES post(id),
    revision TEXT NOT NULL REFERENCES revision(id),
    account TEXT NOT NULL REFERENCES account(id),
    draft TEXT NOT NULL,
    publishAt INTEGER NOT NULL, corrects TEXT REFERENCES placement(id),
    UNIQUE (revision, account)
) STRICT;

CREATE INDEX placementByTime ON placement(publishAt);

CREATE INDEX placementCorrects ON placement(corrects) WHERE corrects IS NOT NULL;

CREATE INDEX placementOfAccount ON placement(account, publishAt);

CREATE INDEX placementOfPost ON placement(post);

CREATE TRIGGER placementIsNeverChanged BEFORE UPDATE ON placement
WHEN NOT (new.id = old.id AND new.post = old.post AND new.revision = old.revision
    AND new.account = old.account AND new.publishAt = old.publishAt AND new.corrects IS old.corrects
    AND NOT EXISTS (
        SELECT fullkey FROM (
            SELECT fullkey, type, atom FROM json_tree(old.draft)
            UNION ALL SELECT fullkey, type, atom FROM json_tree(new.draft)) AS part
        WHERE NOT EXISTS (SELECT 1 FROM json_each(old.draft, '$.media') AS one,
                json_each(one.value) AS named, picture
            WHERE named.key = 'id' AND picture.id = named.value AND picture.state = 'destroyed'
                AND substr(part.fullkey, 1, length(one.fullkey) + 1) = one.fullkey || '.'
                AND part.fullkey <> one.fullkey || '.id')
        GROUP BY fullkey, type, atom HAVING count(*) <> 2))
BEGIN SELECT RAISE(ABORT, 'a placement is never changed'); END;

CREATE TRIGGER placementIsNeverDeleted BEFORE DELETE ON placement
BEGIN SELECT RAISE(ABORT, 'a placement is never deleted'); END;

CREATE TABLE placementDecision (
    id INTEGER PRIMARY KEY,
    placement TEXT NOT NULL REFERENCES placement(id),
    stage TEXT NOT NULL CHECK (stage IN ('sent', 'approved', 'due', 'published')),
    decision TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('clear', 'warn', 'hold', 'block')),
    policy TEXT NOT NULL,
    digest TEXT NOT NULL,
    controlsRevision TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX decisionOfPlacement ON placementDecision(placement, id);

CREATE TRIGGER decisionIsNeverChanged BEFORE UPDATE ON placementDecision
WHEN NOT (new.id = old.id AND new.placement = old.placement AND new.stage = old.stage
    AND new.verdict = old.verdict AND new.policy = old.policy AND new.digest = old.digest
    AND new.controlsRevision = old.controlsRevision AND new.at = old.at
    AND EXISTS (SELECT 1 FROM placementPicture JOIN picture ON picture.id = placementPicture.picture
        WHERE placementPicture.placement = old.placement AND picture.state = 'destroyed')
    AND NOT EXISTS (
        SELECT fullkey FROM (
            SELECT fullkey, type, atom FROM json_tree(old.decision)
            UNION ALL SELECT fullkey, type, atom FROM json_tree(new.decision)) AS part
        WHERE NOT (fullkey GLOB '$.findings[[]*].evidence' OR fullkey GLOB '$.findings[[]*].says'
            OR fullkey GLOB '$.findings[[]*].advice' OR fullkey GLOB '$.findings[[]*].refs*')
        GROUP BY fullkey, type, atom HAVING count(*) <> 2))
BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;

CREATE TABLE placementPicture (
    placement TEXT NOT NULL REFERENCES placement(id),
    picture TEXT NOT NULL REFERENCES picture(id),
    PRIMARY KEY (picture, placement)
) STRICT, WITHOUT ROWID;

CREATE INDEX pictureOfPlacement ON placementPicture(placement);

CREATE TABLE "placementState" (
    id INTEGER PRIMARY KEY,
    placement TEXT NOT NULL REFERENCES placement(id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'returned', 'expired', 'withdrawn', 'superseded',
        'scheduled', 'stopped', 'ready', 'sending', 'published', 'ordered', 'taken-down')),
    since INTEGER NOT NULL,
    until INTEGER CHECK (until >= since),
    by TEXT NOT NULL,
    why TEXT,
    event INTEGER NOT NULL REFERENCES event(number) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE UNIQUE INDEX onePlacementStateAtATime ON placementState(placement) WHERE until IS NULL;

CREATE INDEX placementInState ON placementState(state, since) WHERE until IS NULL;

CREATE INDEX placementStateBy ON placementState(by, since);

CREATE INDEX placementStates ON placementState(placement, id);

CREATE TABLE policyVersion (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    bytes BLOB NOT NULL,
    school TEXT REFERENCES school(id),
    addedAt INTEGER NOT NULL,
    approvedBy TEXT,
    approvedOn TEXT,
    minute TEXT,
    inForceFrom INTEGER,
    endsAt INTEGER CHECK (endsAt >= inForceFrom), correction TEXT
    CHECK (correction IS NULL OR (length(trim(correction)) > 0 AND inForceFrom IS NOT NULL)),
    CHECK ((approvedBy IS NULL) = (approvedOn IS NULL)),
    CHECK (endsAt IS NULL OR inForceFrom IS NOT NULL)
) STRICT;

CREATE INDEX policyVersionInForce ON policyVersion(school, inForceFrom);

CREATE TRIGGER policyBytesAreNeverChanged BEFORE UPDATE OF bytes, digest, key, school ON policyVersion
BEGIN SELECT RAISE(ABORT, 'the words of a policy version are never changed'); END;

CREATE TRIGGER policyVersionInForceStays BEFORE DELETE ON policyVersion
WHEN old.inForceFrom IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a policy version that was in force is never deleted'); END;

CREATE TABLE post (
    id TEXT PRIMARY KEY,
    school TEXT NOT NULL REFERENCES school(id),
    author TEXT NOT NULL REFERENCES user(id),
    keeper TEXT NOT NULL REFERENCES user(id),
    startedAt INTEGER NOT NULL
) STRICT;

CREATE INDEX postOfAuthor ON post(author, startedAt);

CREATE INDEX postOfKeeper ON post(keeper);

CREATE INDEX postOfSchool ON post(school, startedAt);

CREATE TRIGGER postKeepsItsAuthor BEFORE UPDATE OF id, school, author, startedAt ON post
BEGIN SELECT RAISE(ABORT, 'a post keeps its author'); END;

CREATE TABLE postDraft (
    post TEXT PRIMARY KEY REFERENCES post(id),
    version INTEGER NOT NULL CHECK (version > 0),
    content TEXT NOT NULL,
    words TEXT NOT NULL,
    writers TEXT NOT NULL,
    savedAt INTEGER NOT NULL,
    savedBy TEXT NOT NULL REFERENCES user(id),
    discardedAt INTEGER
) STRICT;

CREATE INDEX postDraftByTime ON postDraft(savedAt);

CREATE TABLE postNote (
    id TEXT PRIMARY KEY,
    post TEXT NOT NULL REFERENCES post(id),
    revision INTEGER NOT NULL,
    fromScalar INTEGER,
    toScalar INTEGER CHECK (toScalar > fromScalar),
    quote TEXT,
    says TEXT NOT NULL CHECK (length(trim(says)) > 0),
    by TEXT NOT NULL REFERENCES user(id),
    at INTEGER NOT NULL,
    answer TEXT,
    answeredBy TEXT REFERENCES user(id),
    answeredAt INTEGER
) STRICT;

CREATE INDEX noteOfPost ON postNote(post, at);

CREATE TABLE postReview (
    id TEXT PRIMARY KEY,
    placement TEXT NOT NULL REFERENCES placement(id),
    askedAt INTEGER NOT NULL,
    dueAt INTEGER NOT NULL,
    outcome TEXT CHECK (outcome IN ('still-right', 'take-down')),
    by TEXT REFERENCES user(id),
    at INTEGER
) STRICT;

CREATE UNIQUE INDEX oneOpenPostReview ON postReview(placement) WHERE outcome IS NULL;

CREATE TABLE proofPicture (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
    bytes BLOB NOT NULL,
    keptAt INTEGER NOT NULL
) STRICT;

CREATE TRIGGER proofPictureIsNeverChanged BEFORE UPDATE ON proofPicture
BEGIN SELECT RAISE(ABORT, 'a proof is never changed'); END;

CREATE TABLE providerCheck (
    user TEXT PRIMARY KEY REFERENCES user(id),
    issuer TEXT NOT NULL,
    refreshToken BLOB NOT NULL CHECK (length(refreshToken) > 16),
    dueAt INTEGER NOT NULL,
    checkedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX providerCheckByTime ON providerCheck(dueAt);

CREATE TABLE providerIdentity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    user TEXT NOT NULL REFERENCES user(id),
    boundAt INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX oneIdentityPerUserAndProvider ON providerIdentity(user, issuer);

CREATE TABLE providerSignIn (
    stateHash BLOB PRIMARY KEY CHECK (length(stateHash) = 32),
    browserHash BLOB NOT NULL CHECK (length(browserHash) = 32),
    purpose TEXT NOT NULL CHECK (purpose IN ('sign-in', 'link', 'try')),
    link BLOB CHECK (length(link) = 32),
    user TEXT REFERENCES user(id),
    nonce TEXT NOT NULL,
    verifier TEXT NOT NULL CHECK (length(verifier) BETWEEN 43 AND 128),
    begunAt INTEGER NOT NULL
, client BLOB CHECK (length(client) = 32)) STRICT, WITHOUT ROWID;

CREATE INDEX providerSignInByTime ON providerSignIn(begunAt);

CREATE INDEX providerSignInOfClient ON providerSignIn(client, begunAt);

CREATE TABLE "publication" (
    placement TEXT PRIMARY KEY REFERENCES placement(id),
    proof TEXT NOT NULL,
    by TEXT REFERENCES user(id),
    at INTEGER NOT NULL,
    networkID TEXT,
    networkAccount TEXT,
    CHECK (by IS NOT NULL OR networkID IS NOT NULL),
    CHECK ((networkID IS NULL) = (networkAccount IS NULL))
) STRICT;

CREATE INDEX publicationByTime ON publication(at);

CREATE TRIGGER publicationIsNeverChanged BEFORE UPDATE ON publication
BEGIN SELECT RAISE(ABORT, 'a publication is never changed'); END;

CREATE TRIGGER publicationIsNeverDeleted BEFORE DELETE ON publication
BEGIN SELECT RAISE(ABORT, 'a publication is never deleted'); END;

CREATE TABLE publishingPause (
    id TEXT PRIMARY KEY,
    school TEXT REFERENCES school(id),
    reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    endedBy TEXT,
    endedAt INTEGER,
    endedWhy TEXT
) STRICT;

CREATE UNIQUE INDEX onePauseAtATime ON publishingPause(coalesce(school, '')) WHERE endedAt IS NULL;

CREATE TABLE recoveryCode (
    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
    user TEXT NOT NULL REFERENCES user(id),
    usedAt INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX recoveryCodeOfUser ON recoveryCode(user);

CREATE TABLE replyOpinion (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account(id),
    asks TEXT NOT NULL,
    asked TEXT NOT NULL,
    reply TEXT NOT NULL CHECK (length(trim(reply)) > 0),
    flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
    by TEXT NOT NULL REFERENCES user(id),
    at INTEGER NOT NULL,
    goesOut INTEGER CHECK (goesOut IN (0, 1)),
    says TEXT,
    saidBy TEXT REFERENCES user(id),
    saidAt INTEGER,
    CHECK ((saidAt IS NULL) = (says IS NULL) AND (saidAt IS NULL) = (saidBy IS NULL)
        AND (saidAt IS NULL) = (goesOut IS NULL))
) STRICT;

CREATE INDEX replyOpinionOfAccount ON replyOpinion(account, at);

CREATE TABLE revision (
    id TEXT PRIMARY KEY,
    post TEXT NOT NULL REFERENCES post(id),
    number INTEGER NOT NULL CHECK (number > 0),
    content TEXT NOT NULL,
    draftVersion INTEGER NOT NULL,
    writers TEXT NOT NULL,
    sentBy TEXT NOT NULL REFERENCES user(id),
    sentAt INTEGER NOT NULL,
    UNIQUE (post, number)
) STRICT;

CREATE TRIGGER revisionIsNeverChanged BEFORE UPDATE ON revision
WHEN NOT (new.id = old.id AND new.post = old.post AND new.number = old.number
    AND new.draftVersion = old.draftVersion AND new.writers = old.writers AND new.sentBy = old.sentBy
    AND new.sentAt = old.sentAt
    AND NOT EXISTS (
        SELECT fullkey FROM (
            SELECT fullkey, type, atom FROM json_tree(old.content)
            UNION ALL SELECT fullkey, type, atom FROM json_tree(new.content)) AS part
        WHERE NOT EXISTS (SELECT 1 FROM json_each(old.content, '$.pictures') AS one,
                json_each(one.value) AS named, picture
            WHERE named.key = 'picture' AND picture.id = named.value AND picture.state = 'destroyed'
                AND substr(part.fullkey, 1, length(one.fullkey) + 1) = one.fullkey || '.'
                AND part.fullkey <> one.fullkey || '.picture')
        GROUP BY fullkey, type, atom HAVING count(*) <> 2))
BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;

CREATE TRIGGER revisionIsNeverDeleted BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END;

CREATE TABLE roleGrant (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES user(id),
    role TEXT NOT NULL,
    school TEXT REFERENCES school(id),
    beginsAt INTEGER NOT NULL,
    endsAt INTEGER CHECK (endsAt >= beginsAt),
    why TEXT
) STRICT;

CREATE INDEX roleGrantOfRole ON roleGrant(role, school);

CREATE INDEX roleGrantOfUser ON roleGrant(user);

CREATE TABLE rollRevision (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL
) STRICT;

CREATE TABLE school (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE CHECK (slug NOT GLOB '*[^a-z0-9-]*' AND length(slug) BETWEEN 1 AND 60),
    name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0),
    addedAt INTEGER NOT NULL
) STRICT;

CREATE TABLE schoolCalendar (
    school TEXT PRIMARY KEY REFERENCES school(id),
    nation TEXT NOT NULL CHECK (nation IN ('england', 'wales', 'scotland', 'northern-ireland')),
    keepsBankHolidays INTEGER NOT NULL CHECK (keepsBankHolidays IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE schoolDates (
    id TEXT PRIMARY KEY,
    school TEXT REFERENCES school(id),
    kind TEXT NOT NULL CHECK (kind IN ('term', 'half-term', 'inset', 'closure')),
    firstDay TEXT NOT NULL CHECK (firstDay GLOB '????-??-??'),
    lastDay TEXT NOT NULL CHECK (lastDay GLOB '????-??-??' AND lastDay >= firstDay),
    title TEXT NOT NULL CHECK (length(trim(title)) > 0),
    uid TEXT
) STRICT;

CREATE UNIQUE INDEX schoolDatesOfFile ON schoolDates(school, uid) WHERE uid IS NOT NULL;

CREATE INDEX schoolDatesOfSchool ON schoolDates(school, firstDay);

CREATE TABLE secondOpinion (
    id TEXT PRIMARY KEY,
    post TEXT NOT NULL REFERENCES post(id),
    asks TEXT NOT NULL REFERENCES user(id),
    asked TEXT NOT NULL REFERENCES user(id) CHECK (asked <> asks),
    question TEXT NOT NULL,
    at INTEGER NOT NULL,
    answer TEXT,
    answeredAt INTEGER
) STRICT;

CREATE INDEX secondOpinionOfPost ON secondOpinion(post, at);

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    tokenHash BLOB NOT NULL UNIQUE CHECK (length(tokenHash) = 32),
    user TEXT NOT NULL REFERENCES user(id),
    device TEXT NOT NULL,
    madeAt INTEGER NOT NULL,
    lastUsedAt INTEGER NOT NULL,
    endedAt INTEGER
, provedBy TEXT
    CHECK (provedBy IN ('password', 'code', 'provider', 'demonstration'))) STRICT;

CREATE INDEX openSessionOfUser ON session(user) WHERE endedAt IS NULL;

CREATE TABLE settings (
    scope TEXT PRIMARY KEY,
    school TEXT REFERENCES school(id),
    settings TEXT NOT NULL CHECK (settings GLOB '{*}'),
    CHECK (scope = coalesce(school, 'organisation'))
) STRICT, WITHOUT ROWID;

CREATE TABLE signInProvider (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    settings TEXT NOT NULL CHECK (settings GLOB '{*}'),
    secret BLOB NOT NULL CHECK (length(secret) > 16),
    changedAt INTEGER NOT NULL,
    triedAt INTEGER
) STRICT;

CREATE TABLE speakingAuthority (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES user(id),
    school TEXT REFERENCES school(id),
    givenBy TEXT REFERENCES user(id) CHECK (givenBy <> user),
    givenAt INTEGER NOT NULL,
    lastDay TEXT NOT NULL CHECK (lastDay GLOB '????-??-??'),
    course TEXT REFERENCES course(id),
    why TEXT NOT NULL CHECK (length(trim(why)) > 0),
    takenBack TEXT CHECK (length(trim(takenBack)) > 0)
) STRICT;

CREATE INDEX speakingAuthorityOfUser ON speakingAuthority(user);

CREATE TABLE staffGroup (
    id TEXT PRIMARY KEY,
    school TEXT REFERENCES school(id),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    network TEXT NOT NULL,
    address TEXT NOT NULL CHECK (length(trim(address)) > 0),
    purpose TEXT NOT NULL,
    creator TEXT NOT NULL REFERENCES user(id),
    everyDays INTEGER NOT NULL CHECK (everyDays BETWEEN 1 AND 366),
    addedAt INTEGER NOT NULL,
    checkedAt INTEGER,
    closedAt INTEGER
) STRICT;

CREATE INDEX staffGroupOfCreator ON staffGroup(creator) WHERE closedAt IS NULL;

CREATE TABLE statutoryEdition (
    edition INTEGER PRIMARY KEY,
    title TEXT NOT NULL CHECK (length(trim(title)) > 0),
    fromDay TEXT NOT NULL CHECK (fromDay GLOB '????-??-??'),
    link TEXT NOT NULL CHECK (link GLOB 'https://*')
) STRICT;

CREATE TABLE "takedown" (
    id TEXT PRIMARY KEY,
    placement TEXT NOT NULL UNIQUE REFERENCES placement(id),
    reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    section TEXT,
    deadline INTEGER NOT NULL,
    by TEXT REFERENCES user(id),
    at INTEGER NOT NULL,
    overdueAt INTEGER,
    proof TEXT,
    doneBy TEXT REFERENCES user(id),
    doneAt INTEGER
) STRICT;

CREATE TABLE task (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind GLOB '[a-z]*.[a-z]*'),
    subjectKind TEXT NOT NULL,
    subject TEXT NOT NULL,
    assigneeUser TEXT REFERENCES user(id),
    assigneeRole TEXT,
    school TEXT REFERENCES school(id) CHECK (school IS NULL OR assigneeRole IS NOT NULL),
    dueAt INTEGER,
    rule TEXT NOT NULL CHECK (length(trim(rule)) > 0),
    openedAt INTEGER NOT NULL,
    openedBy INTEGER NOT NULL REFERENCES event(number),
    claimedBy TEXT REFERENCES user(id),
    closedAt INTEGER,
    closedBy INTEGER REFERENCES event(number), countedDay TEXT CHECK (countedDay GLOB '????-??-??'), countedAt TEXT REFERENCES school(id),
    CHECK ((assigneeUser IS NULL) <> (assigneeRole IS NULL)),
    CHECK ((closedAt IS NULL) = (closedBy IS NULL))
) STRICT;

CREATE INDEX countedTask ON task(countedDay) WHERE closedBy IS NULL AND countedDay IS NOT NULL;

CREATE UNIQUE INDEX oneOpenTaskPerDutySubjectAndAssignee ON task(
    kind, subjectKind, subject, coalesce(assigneeUser, ''), coalesce(assigneeRole, ''),
    coalesce(school, '')
) WHERE closedBy IS NULL;

CREATE INDEX openTaskOfRole ON task(assigneeRole, school, dueAt) WHERE closedBy IS NULL;

CREATE INDEX openTaskOfUser ON task(assigneeUser, dueAt) WHERE closedBy IS NULL;

CREATE INDEX taskOfSubject ON task(subjectKind, subject);

CREATE TABLE taskHiddenFrom (
    task TEXT NOT NULL REFERENCES task(id),
    user TEXT NOT NULL REFERENCES user(id),
    PRIMARY KEY (task, user)
) STRICT, WITHOUT ROWID;

CREATE TABLE throttle (
    key BLOB PRIMARY KEY CHECK (length(key) = 32),
    failures INTEGER NOT NULL CHECK (failures >= 0),
    lastAt INTEGER NOT NULL,
    waitsUntil INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX throttleByTime ON throttle(lastAt);

CREATE TABLE trainingSession (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL CHECK (length(trim(title)) > 0),
    audiences TEXT NOT NULL CHECK (length(audiences) > 0),
    course TEXT REFERENCES course(id),
    school TEXT REFERENCES school(id),
    heldOn TEXT NOT NULL CHECK (heldOn GLOB '????-??-??'),
    arrangedBy TEXT NOT NULL REFERENCES user(id),
    about TEXT,
    cancelled TEXT CHECK (length(trim(cancelled)) > 0)
, heldSaidAt INTEGER, heldSaidBy TEXT REFERENCES user(id)) STRICT;

CREATE INDEX trainingSessionByDay ON trainingSession(heldOn);

CREATE TABLE user (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    email TEXT NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '_%@_%'),
    addedAt INTEGER NOT NULL,
    endedAt INTEGER
, kind TEXT NOT NULL DEFAULT 'employee' CHECK (length(kind) > 0)) STRICT;

CREATE TABLE userOfPerson (
    person TEXT PRIMARY KEY REFERENCES person(id),
    user TEXT NOT NULL UNIQUE REFERENCES user(id),
    linkedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE visitorObjection (
    id TEXT PRIMARY KEY,
    school TEXT NOT NULL REFERENCES school(id),
    given TEXT NOT NULL,
    family TEXT NOT NULL,
    description TEXT NOT NULL CHECK (length(trim(description)) > 0),
    saidOn TEXT NOT NULL CHECK (saidOn GLOB '????-??-??'),
    version INTEGER NOT NULL CHECK (version > 0),
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    liftedVersion INTEGER,
    liftedAt INTEGER,
    CHECK (length(given) + length(family) > 0),
    CHECK ((liftedVersion IS NULL) = (liftedAt IS NULL))
) STRICT;
