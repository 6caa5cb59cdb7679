extension Migration {
    /// What was sent is never changed, save that what it said of a picture is taken out when that is destroyed. Of SQLite's
    /// JSON only `json_each` and `json_tree` may stand in a trigger: the schema is not trusted with the functions.
    static let destroyedPictures = Migration(
        "065 destroyedPictures",
        sql: """
            DROP TRIGGER revisionIsNeverChanged;
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
            DROP TRIGGER placementIsNeverChanged;
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
            DROP TRIGGER decisionIsNeverChanged;
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
            """)
}
