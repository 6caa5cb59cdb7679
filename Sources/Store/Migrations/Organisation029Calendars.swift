extension Migration {
    /// Bank holidays of the four nations, the days of each school, and the addresses that calendar programs ask. The list
    /// is the one published for each division until 2028, and what the law names for the two years after; whoever keeps
    /// it adds what is proclaimed.
    static let calendars = Migration(
        "029 calendars",
        sql: """
            CREATE TABLE bankHoliday (
                nation TEXT NOT NULL CHECK (nation IN ('england', 'wales', 'scotland', 'northern-ireland')),
                day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
                title TEXT NOT NULL CHECK (length(trim(title)) > 0),
                source TEXT NOT NULL,
                takenOut TEXT CHECK (length(trim(takenOut)) > 0),
                PRIMARY KEY (nation, day)
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

            CREATE INDEX schoolDatesOfSchool ON schoolDates(school, firstDay);

            CREATE UNIQUE INDEX schoolDatesOfFile ON schoolDates(school, uid) WHERE uid IS NOT NULL;

            CREATE TABLE schoolCalendar (
                school TEXT PRIMARY KEY REFERENCES school(id),
                nation TEXT NOT NULL CHECK (nation IN ('england', 'wales', 'scotland', 'northern-ireland')),
                keepsBankHolidays INTEGER NOT NULL CHECK (keepsBankHolidays IN (0, 1))
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE calendarTrial (
                school TEXT PRIMARY KEY REFERENCES school(id),
                trial TEXT NOT NULL CHECK (trial GLOB '{*}'),
                by TEXT NOT NULL REFERENCES user(id),
                at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE calendarAddress (
                tokenHash BLOB PRIMARY KEY CHECK (length(tokenHash) = 32),
                user TEXT NOT NULL REFERENCES user(id),
                school TEXT REFERENCES school(id),
                madeAt INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE UNIQUE INDEX oneCalendarAddress ON calendarAddress(user, coalesce(school, ''));

            ALTER TABLE task ADD COLUMN countedDay TEXT CHECK (countedDay GLOB '????-??-??');

            ALTER TABLE task ADD COLUMN countedAt TEXT REFERENCES school(id);

            CREATE INDEX countedTask ON task(countedDay) WHERE closedBy IS NULL AND countedDay IS NOT NULL;

            WITH nation(letter, name) AS (
                VALUES ('e', 'england'), ('w', 'wales'), ('s', 'scotland'), ('n', 'northern-ireland')
            ), listed(day, letters, title) AS (
                VALUES
                ('2025-01-01', 'ewsn', 'New Year’s Day'),
                ('2025-01-02', 's', '2 January'),
                ('2025-03-17', 'n', 'St Patrick’s Day'),
                ('2025-04-18', 'ewsn', 'Good Friday'),
                ('2025-04-21', 'ewn', 'Easter Monday'),
                ('2025-05-05', 'ewsn', 'Early May bank holiday'),
                ('2025-05-26', 'ewsn', 'Spring bank holiday'),
                ('2025-07-14', 'n', 'Battle of the Boyne (substitute day)'),
                ('2025-08-04', 's', 'Summer bank holiday'),
                ('2025-08-25', 'ewn', 'Summer bank holiday'),
                ('2025-12-01', 's', 'St Andrew’s Day (substitute day)'),
                ('2025-12-25', 'ewsn', 'Christmas Day'),
                ('2025-12-26', 'ewsn', 'Boxing Day'),
                ('2026-01-01', 'ewsn', 'New Year’s Day'),
                ('2026-01-02', 's', '2 January'),
                ('2026-03-17', 'n', 'St Patrick’s Day'),
                ('2026-04-03', 'ewsn', 'Good Friday'),
                ('2026-04-06', 'ewn', 'Easter Monday'),
                ('2026-05-04', 'ewsn', 'Early May bank holiday'),
                ('2026-05-25', 'ewsn', 'Spring bank holiday'),
                ('2026-06-15', 's', 'Men’s World Cup bank holiday'),
                ('2026-07-13', 'n', 'Battle of the Boyne (substitute day)'),
                ('2026-08-03', 's', 'Summer bank holiday'),
                ('2026-08-31', 'ewn', 'Summer bank holiday'),
                ('2026-11-30', 's', 'St Andrew’s Day'),
                ('2026-12-25', 'ewsn', 'Christmas Day'),
                ('2026-12-28', 'ewsn', 'Boxing Day (substitute day)'),
                ('2027-01-01', 'ewsn', 'New Year’s Day'),
                ('2027-01-04', 's', '2 January (substitute day)'),
                ('2027-03-17', 'n', 'St Patrick’s Day'),
                ('2027-03-26', 'ewsn', 'Good Friday'),
                ('2027-03-29', 'ewn', 'Easter Monday'),
                ('2027-05-03', 'ewsn', 'Early May bank holiday'),
                ('2027-05-31', 'ewsn', 'Spring bank holiday'),
                ('2027-07-12', 'n', 'Battle of the Boyne'),
                ('2027-08-02', 's', 'Summer bank holiday'),
                ('2027-08-30', 'ewn', 'Summer bank holiday'),
                ('2027-11-30', 's', 'St Andrew’s Day'),
                ('2027-12-27', 'ewsn', 'Christmas Day (substitute day)'),
                ('2027-12-28', 'ewsn', 'Boxing Day (substitute day)'),
                ('2028-01-03', 'ewsn', 'New Year’s Day (substitute day)'),
                ('2028-01-04', 's', '2 January (substitute day)'),
                ('2028-03-17', 'n', 'St Patrick’s Day'),
                ('2028-04-14', 'ewsn', 'Good Friday'),
                ('2028-04-17', 'ewn', 'Easter Monday'),
                ('2028-05-01', 'ewsn', 'Early May bank holiday'),
                ('2028-05-29', 'ewsn', 'Spring bank holiday'),
                ('2028-07-12', 'n', 'Battle of the Boyne'),
                ('2028-08-07', 's', 'Summer bank holiday'),
                ('2028-08-28', 'ewn', 'Summer bank holiday'),
                ('2028-11-30', 's', 'St Andrew’s Day'),
                ('2028-12-25', 'ewsn', 'Christmas Day'),
                ('2028-12-26', 'ewsn', 'Boxing Day'),
                ('2029-01-01', 'ewsn', 'New Year’s Day'),
                ('2029-01-02', 's', '2 January'),
                ('2029-03-19', 'n', 'St Patrick’s Day (substitute day)'),
                ('2029-03-30', 'ewsn', 'Good Friday'),
                ('2029-04-02', 'ewn', 'Easter Monday'),
                ('2029-05-07', 'ewsn', 'Early May bank holiday'),
                ('2029-05-28', 'ewsn', 'Spring bank holiday'),
                ('2029-07-12', 'n', 'Battle of the Boyne'),
                ('2029-08-06', 's', 'Summer bank holiday'),
                ('2029-08-27', 'ewn', 'Summer bank holiday'),
                ('2029-11-30', 's', 'St Andrew’s Day'),
                ('2029-12-25', 'ewsn', 'Christmas Day'),
                ('2029-12-26', 'ewsn', 'Boxing Day'),
                ('2030-01-01', 'ewsn', 'New Year’s Day'),
                ('2030-01-02', 's', '2 January'),
                ('2030-03-18', 'n', 'St Patrick’s Day (substitute day)'),
                ('2030-04-19', 'ewsn', 'Good Friday'),
                ('2030-04-22', 'ewn', 'Easter Monday'),
                ('2030-05-06', 'ewsn', 'Early May bank holiday'),
                ('2030-05-27', 'ewsn', 'Spring bank holiday'),
                ('2030-07-12', 'n', 'Battle of the Boyne'),
                ('2030-08-05', 's', 'Summer bank holiday'),
                ('2030-08-26', 'ewn', 'Summer bank holiday'),
                ('2030-12-02', 's', 'St Andrew’s Day (substitute day)'),
                ('2030-12-25', 'ewsn', 'Christmas Day'),
                ('2030-12-26', 'ewsn', 'Boxing Day')
            )
            INSERT INTO bankHoliday (nation, day, title, source)
            SELECT nation.name, listed.day, listed.title,
                CASE WHEN listed.day = '2026-06-15' THEN 'Royal proclamation'
                    WHEN listed.day < '2029' THEN 'www.gov.uk/bank-holidays, as of November 2026'
                    ELSE 'Banking and Financial Dealings Act 1971, with substitute days' END
            FROM nation JOIN listed ON instr(listed.letters, nation.letter) > 0;
            """)
}
