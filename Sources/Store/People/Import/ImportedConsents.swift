import GRDB
import Governance

/// What a list may not undo of consents, by what is on the roll and what people said themselves.
extension ImportStaging {
    /// What was withdrawn or objected to stays so, since a list may be older than the family's word; only a person lifts
    /// it. Even another no does not replace it, for the list after that one could then replace the no.
    static func keepWithdrawals(_ db: Database) throws {
        let undone = """
            FROM roll.person AS p WHERE p.ref = row.ref AND row.outcome IS NULL AND (
                (p.consentStatus = 'objected' AND row.consentStatus <> 'objected')
                OR ((p.consentStatus = 'withdrawn' OR p.consentWithdrawnOn IS NOT NULL) AND NOT (
                    row.consentStatus = 'withdrawn' AND (row.consentWithdrawnOn IS NULL
                        OR coalesce(row.consentWithdrawnOn <= p.consentWithdrawnOn, 0)))))
            """
        try db.execute(
            sql: """
                INSERT INTO doubt (weight, file, line, "column", value, says, advice)
                    SELECT 'warning', file, line, 'consent', row.consentStatus,
                        'A no is on record, and a list never undoes that',
                        'If the family said yes again, change it on the person''s own page'
                    \(undone.replacing("FROM roll.person AS p WHERE", with: "FROM row, roll.person AS p WHERE"))
                        AND row.consentStatus NOT IN ('withdrawn', 'refused', 'objected', 'not_recorded');
                UPDATE row SET \(asOnTheRoll) \(undone);
                """)
    }

    /// An empty cell is no answer. It changes nothing that a person said, and takes back no no, no days of a yes, and not
    /// what nobody could read and so may have been a no: no more than a yes without an end that a list itself had brought.
    static func keepRefusals(_ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE row SET \(asOnTheRoll)
                FROM roll.person AS p WHERE p.ref = row.ref AND row.outcome IS NULL
                    AND row.consentStatus = 'not_recorded'
                    AND (p.consentStatus IN ('refused', 'restricted', 'unreadable') OR p.consentChannels IS NOT NULL
                        OR p.consentFrom IS NOT NULL OR p.consentUntil IS NOT NULL
                        OR EXISTS (SELECT 1 FROM roll.consentAnswer AS a WHERE a.person = p.id AND a.way <> 'import'
                            AND a.status <> 'not_recorded' AND NOT \(isTakenBack("a"))));
                """)
    }

    /// A yes ends on its day, whoever named it, and no list extends or renews it: it does not know what was said since.
    /// A list for a time after that says nothing new, and a list's own no in between ends no end.
    static func keepEnds(_ db: Database) throws {
        let extended = """
            FROM roll.person AS p WHERE p.ref = row.ref AND row.outcome IS NULL
                AND (row.consentStatus IN ('granted', 'no_objection', 'restricted')
                    OR (row.consentStatus = 'withdrawn' AND row.consentWithdrawnOn > (\(lastDay))))
                AND (\(lastDay)) IS NOT NULL AND coalesce(row.consentUntil > (\(lastDay)), 1)
            """
        try db.execute(
            sql: """
                INSERT INTO doubt (weight, file, line, "column", value, says, advice)
                    SELECT 'warning', file, line, 'consent', row.consentStatus,
                        'This consent ends, or ended, on a day, and a list never extends it',
                        'If they said yes again, put that on record on the page of pictures and consent'
                    \(extended.replacing("FROM roll.person AS p WHERE", with: "FROM row, roll.person AS p WHERE"));
                UPDATE row SET \(asOnTheRoll) \(extended) AND row.consentFrom > (\(lastDay));
                UPDATE row SET consentUntil = (\(lastDay)) \(extended);
                """)
    }

    /// The last day of the yes on the roll; where a no stands there, of the yes before it, unless a person has said yes
    /// since without naming a day.
    private static let lastDay = """
        CASE WHEN p.consentStatus IN ('granted', 'no_objection', 'restricted') THEN p.consentUntil
        WHEN p.consentStatus IN ('refused', 'unreadable') THEN (
            SELECT a.untilDay FROM roll.consentAnswer AS a WHERE a.person = p.id AND \(isYes("a"))
                AND a.untilDay IS NOT NULL AND NOT \(isTakenBack("a"))
                AND NOT EXISTS (SELECT 1 FROM roll.consentAnswer AS b WHERE b.person = p.id AND b.way <> 'import'
                    AND \(isYes("b")) AND b.untilDay IS NULL AND (b.saidOn, b.number) > (a.saidOn, a.number)
                    AND NOT \(isTakenBack("b")))
                ORDER BY a.saidOn DESC, a.number DESC LIMIT 1) END
        """

    private static func isYes(_ answer: String) -> String {
        "\(answer).status IN ('granted', 'no_objection', 'restricted')"
    }

    /// A no or a limit that a person said stays too, whatever lists came since, for a list may be older; so do the days
    /// of their yes. What shuts at least as much is taken, since no list can open it again. A list that shuts places
    /// and not days is taken for the days that the person said.
    static func keepWhatPeopleSaid(_ db: Database, on today: Day) throws {
        let shut = """
            FROM roll.person AS p WHERE p.ref = row.ref AND row.outcome IS NULL
                AND (p.consentStatus NOT IN ('granted', 'no_objection', 'not_recorded')
                    OR p.consentChannels IS NOT NULL OR p.consentFrom IS NOT NULL OR p.consentUntil IS NOT NULL)
                AND (row.consentStatus IS NOT p.consentStatus OR row.consentChannels IS NOT p.consentChannels
                    OR row.consentFrom IS NOT p.consentFrom OR row.consentUntil IS NOT p.consentUntil
                    OR row.consentWithdrawnOn IS NOT p.consentWithdrawnOn)
                AND NOT coalesce(\(isStricter), 0) AND \(somebodySaidNo)
            """
        try db.execute(
            sql: """
                INSERT INTO doubt (weight, file, line, "column", value, says, advice)
                    SELECT 'warning', file, line, 'consent', row.consentStatus,
                        iif(p.consentStatus IN ('refused', 'objected', 'withdrawn'), 'A no is on record',
                            'Somebody set a limit') || ', and a list never undoes that',
                        'If the family said yes again, change it on the person''s own page'
                    \(shut.replacing("FROM roll.person AS p WHERE", with: "FROM row, roll.person AS p WHERE"))
                        AND row.consentStatus NOT IN ('unreadable', 'not_recorded');
                """, arguments: ["today": today.description])
        try db.execute(
            sql: """
                UPDATE row SET
                    consentFrom = coalesce(max(row.consentFrom, p.consentFrom), row.consentFrom, p.consentFrom),
                    consentUntil = coalesce(min(row.consentUntil, p.consentUntil), row.consentUntil, p.consentUntil)
                FROM roll.person AS p WHERE p.ref = row.ref AND row.outcome IS NULL
                    AND (p.consentFrom IS NOT NULL OR p.consentUntil IS NOT NULL)
                    AND row.consentStatus <> 'withdrawn'
                    AND coalesce(row.consentFrom <= p.consentUntil, 1)
                    AND coalesce(p.consentFrom <= row.consentUntil, 1)
                    AND \(opensNoPlace) AND \(somebodySaidNo)
                """)
        try db.execute(
            sql: "UPDATE row SET \(asOnTheRoll) \(shut)", arguments: ["today": today.description])
    }

    private static let asOnTheRoll = """
        consentStatus = p.consentStatus, consentChannels = p.consentChannels, consentFrom = p.consentFrom,
            consentUntil = p.consentUntil, consentWithdrawnOn = p.consentWithdrawnOn
        """

    /// Whether the last word of somebody that came by no list, a person's own for each giver, shuts a place or a day.
    private static let somebodySaidNo = """
        EXISTS (SELECT 1 FROM roll.consentAnswer AS a WHERE a.person = p.id AND a.way <> 'import'
            AND (a.status IN ('refused', 'objected', 'withdrawn', 'restricted') OR a.channels IS NOT NULL
                OR a.fromDay IS NOT NULL OR a.untilDay IS NOT NULL OR a.withdrawnOn IS NOT NULL)
            AND NOT \(isTakenBack("a"))
            AND NOT EXISTS (SELECT 1 FROM roll.consentAnswer AS b
                WHERE b.person = a.person AND b.way <> 'import' AND b.giver = a.giver AND b.giverName IS a.giverName
                    AND b.status <> 'not_recorded' AND (b.saidOn, b.number) > (a.saidOn, a.number)
                    AND NOT \(isTakenBack("b"))))
        """

    /// Whether an answer was taken back as a typing mistake. The school lifts its never as a whole.
    private static func isTakenBack(_ answer: String) -> String {
        """
        (EXISTS (SELECT 1 FROM roll.consentAnswer AS t WHERE t.takesBack = \(answer).number)
            OR (\(answer).giver = 'school' AND EXISTS (SELECT 1 FROM roll.consentAnswer AS t
                WHERE t.person = \(answer).person AND t.giver = 'school' AND t.status = 'not_recorded'
                    AND t.number > \(answer).number)))
        """
    }

    /// Whether what the list says allows nothing that is shut on the roll. What nobody can read is no yes.
    private static let isStricter = """
        (row.consentStatus IN ('refused', 'objected')
            OR (row.consentStatus = 'unreadable' AND p.consentStatus IN ('granted', 'no_objection')
                AND p.consentChannels IS NULL)
            OR (row.consentStatus = 'withdrawn'
                AND (row.consentWithdrawnOn IS NULL OR row.consentWithdrawnOn <= :today))
            OR (\(opensNoPlace)
                AND (p.consentFrom IS NULL OR row.consentFrom >= p.consentFrom)
                AND (p.consentUntil IS NULL OR row.consentUntil <= p.consentUntil
                    OR row.consentWithdrawnOn <= p.consentUntil)))
        """

    /// Whether it is a yes like the one on the roll, or a narrower one, and to none but the same places.
    private static let opensNoPlace =
        "((row.consentStatus = p.consentStatus AND p.consentStatus IN ('granted', 'no_objection', 'restricted'))"
        + " OR (row.consentStatus IN ('restricted', 'withdrawn') AND p.consentStatus = 'granted')) AND "
        + Consent.Channel.allCases.map { place in
            "(NOT \(isOpen(place, in: "row")) OR \(isOpen(place, in: "p")))"
        }.joined(separator: " AND ")

    private static func isOpen(_ place: Consent.Channel, in table: String) -> String {
        "((\(table).consentStatus <> 'restricted' AND \(table).consentChannels IS NULL)"
            + " OR instr(coalesce(\(table).consentChannels, ''), '\(place.rawValue)') > 0)"
    }
}
