-- A case: one file that holds reports, what was read in them, what comparing them gave, and what people
-- decided. docs/case-file.md explains it table by table. Whoever opens it with another program may read
-- everything; what is changed by hand is found by `sayso verify`.
--
-- Times are ISO 8601 in UTC. Places in texts are code points, from 0, the end exclusive. `report` is
-- always the SHA-256 of the report's text, as UTF-8.

-- Names and values: case (a random name of this case), made_at, version (of the sayso that made it);
-- changes (how often what is compared has changed), compared (the number of changes that the comparison
-- follows), comparer (the sayso that compared, by a hash of what decides what it finds).
CREATE TABLE case_info (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Everything that came in and every decision, in order. `hash` is the SHA-256 of the row before and of
-- this row, so that no row can be changed, taken out or put in without a trace.
CREATE TABLE log (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;

-- Files as they came, by the SHA-256 of their bytes. `kept` is 0 where only the hash was wanted.
CREATE TABLE evidence (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    kept INTEGER NOT NULL CHECK (kept IN (0, 1))
) STRICT;

-- Their bytes in pieces of a megabyte, each packed by zlib.
CREATE TABLE evidence_piece (
    sha256 TEXT NOT NULL REFERENCES evidence,
    number INTEGER NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (sha256, number)
) STRICT;

-- When a file came in, how, from where, and by which version of sayso it was taken in. `given` is what
-- the user said of its reports, as JSON. `reports` is how many were found in it, and `problems` how many
-- could not be read; both are NULL until the file was read to its end.
CREATE TABLE arrival (
    number INTEGER PRIMARY KEY REFERENCES log,
    evidence TEXT NOT NULL REFERENCES evidence,
    name TEXT NOT NULL,
    how TEXT NOT NULL,
    at TEXT NOT NULL,
    version TEXT NOT NULL,
    given TEXT NOT NULL,
    reports INTEGER,
    problems INTEGER
) STRICT;
CREATE INDEX arrival_evidence ON arrival (evidence);

-- A report. The columns from `name` on are of its main head, as people corrected it; `head` is a hash of
-- what can change a reading, such as its date. `removed` is the row of the log that took
-- the report out of the case; its evidence and the decisions on it stay.
CREATE TABLE report (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    words INTEGER NOT NULL,
    name TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    byline TEXT,
    url TEXT,
    published TEXT,
    head TEXT NOT NULL DEFAULT '',
    removed INTEGER REFERENCES log
) STRICT;
CREATE INDEX report_outlet ON report (outlet);

-- A publication of a report: what its file said of it, as a document of the wire format without text.
CREATE TABLE publication (
    number INTEGER PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (id),
    arrival INTEGER REFERENCES arrival,
    document TEXT NOT NULL,
    log INTEGER NOT NULL REFERENCES log,
    UNIQUE (report, document)
) STRICT;

-- Who read: a version of sayso with its networks and words.
CREATE TABLE reader (
    id TEXT PRIMARY KEY,
    version TEXT NOT NULL
) STRICT;

-- What a reader read in a report: a line of `sayso extract`, packed by zlib, and its SHA-256. A reading
-- is never changed; a new reader, or one that is told another date of the report, writes another one.
CREATE TABLE reading (
    number INTEGER PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (id),
    reader TEXT NOT NULL REFERENCES reader,
    head TEXT NOT NULL,
    facts BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    log INTEGER NOT NULL REFERENCES log,
    UNIQUE (report, reader, head)
) STRICT;

-- The reading that is shown of each report.
CREATE TABLE shown (
    report TEXT PRIMARY KEY REFERENCES report (id),
    reading INTEGER NOT NULL REFERENCES reading
) STRICT;

-- Reports that a reader failed on, and why.
CREATE TABLE failure (
    report TEXT NOT NULL REFERENCES report (id),
    reader TEXT NOT NULL,
    head TEXT NOT NULL,
    what TEXT NOT NULL,
    remedy TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (report, reader, head)
) STRICT;

-- What people decided, one row each; `number` is that of its row in the log, which holds the same.
-- `undoes` is the decision that it takes back.
CREATE TABLE decision (
    number INTEGER PRIMARY KEY REFERENCES log,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    undoes INTEGER REFERENCES decision
) STRICT;

-- What a decision was made on, with the words that a person saw.
CREATE TABLE decision_subject (
    decision INTEGER NOT NULL REFERENCES decision,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    report TEXT,
    members TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (decision, position)
) STRICT;
CREATE INDEX subject_id ON decision_subject (id);
CREATE INDEX subject_report ON decision_subject (report);

-- Tokens of time stamps (RFC 3161) for rows of the log, as another service gave them.
CREATE TABLE seal (
    number INTEGER PRIMARY KEY,
    log INTEGER NOT NULL REFERENCES log,
    hash TEXT NOT NULL,
    token BLOB NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TRIGGER log_is_kept BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER log_is_whole BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER decision_is_kept BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decision_is_whole BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER subject_is_kept BEFORE UPDATE ON decision_subject BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER subject_is_whole BEFORE DELETE ON decision_subject BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER evidence_is_kept BEFORE UPDATE ON evidence WHEN new.sha256 != old.sha256 OR new.size != old.size OR old.kept = 1 BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER evidence_is_whole BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER piece_is_kept BEFORE UPDATE ON evidence_piece BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER piece_is_whole BEFORE DELETE ON evidence_piece BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER reading_is_kept BEFORE UPDATE ON reading BEGIN SELECT RAISE(ABORT, 'readings are never changed'); END;
CREATE TRIGGER text_is_kept BEFORE UPDATE OF id, text ON report BEGIN SELECT RAISE(ABORT, 'the text of a report is never changed'); END;

-- From here on, tables are made from those above, and can be made again. `sayso verify` makes again what
-- is shown of each report and its card, and says if they are not so; it says if the rows of the comparison
-- are not those that the stored parts and copies give. It does not compare anew, nor look up the words of
-- the searches.

-- What comparing all reports needs of each: its card (compare/cards.py), and its sketch, by which shared
-- words are found (compare/copies/known.py).
CREATE TABLE card (
    report TEXT PRIMARY KEY REFERENCES report (id),
    card BLOB NOT NULL,
    sketch BLOB NOT NULL
) STRICT;

-- The copies among the reports, so that only new ones are looked for, as JSON packed by zlib.
CREATE TABLE known_copies (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    copies BLOB NOT NULL
) STRICT;

-- What comparing the reports of a story gave, as JSON packed by zlib; `made_from` is the hash of all that
-- it was made from, so that a story that nothing touched is not compared again. `unmet` is 1 if a decision could not be
-- followed.
CREATE TABLE part (
    made_from TEXT PRIMARY KEY,
    part BLOB NOT NULL,
    unmet INTEGER NOT NULL CHECK (unmet IN (0, 1))
) STRICT;

-- What the network said of a story's claims when its part was made, packed by zlib; it need not read the
-- same claims again when one more report comes.
CREATE TABLE part_scores (
    made_from TEXT PRIMARY KEY REFERENCES part ON DELETE CASCADE,
    scores BLOB NOT NULL
) STRICT;

-- A story: reports of one happening and its aftermath. `made_from` names its part.
CREATE TABLE story (
    id TEXT PRIMARY KEY,
    reports INTEGER NOT NULL,
    first TEXT,
    last TEXT,
    made_from TEXT NOT NULL
) STRICT;
CREATE TABLE story_report (
    report TEXT PRIMARY KEY REFERENCES report (id),
    story TEXT NOT NULL REFERENCES story
) STRICT;
CREATE INDEX story_report_story ON story_report (story);

-- Reports that share words; `origin` is the one that had them first, where that is known.
CREATE TABLE copy (
    left TEXT NOT NULL REFERENCES report (id),
    right TEXT NOT NULL REFERENCES report (id),
    kind TEXT NOT NULL,
    origin TEXT,
    share REAL NOT NULL,
    PRIMARY KEY (left, right, kind)
) STRICT;
CREATE INDEX copy_right ON copy (right);

-- Reports that count as one voice.
CREATE TABLE origin (
    report TEXT PRIMARY KEY REFERENCES report (id),
    origin TEXT NOT NULL
) STRICT;
CREATE INDEX origin_origin ON origin (origin);

-- What is shown of the readings, with what people decided. `source` is 'machine' or 'person'; `decision`
-- is the last decision that changed the row. `status` is 'accepted', 'rejected' or NULL.
CREATE TABLE claim (
    number INTEGER PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (id),
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    stance TEXT NOT NULL,
    speaker TEXT,
    speaker_id TEXT,
    chain TEXT NOT NULL,
    source TEXT NOT NULL,
    decision INTEGER REFERENCES decision,
    status TEXT,
    UNIQUE (report, id)
) STRICT;
CREATE INDEX claim_speaker ON claim (report, speaker_id);
CREATE TABLE figure (
    report TEXT NOT NULL REFERENCES report (id),
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    low INTEGER,
    high INTEGER,
    kind TEXT NOT NULL,
    harm TEXT,
    who TEXT,
    claim TEXT,
    source TEXT NOT NULL,
    decision INTEGER REFERENCES decision,
    status TEXT,
    PRIMARY KEY (report, id)
) STRICT;
CREATE TABLE event (
    report TEXT NOT NULL REFERENCES report (id),
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    kind TEXT NOT NULL,
    place TEXT,
    first TEXT,
    last TEXT,
    negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
    source TEXT NOT NULL,
    decision INTEGER REFERENCES decision,
    status TEXT,
    PRIMARY KEY (report, id)
) STRICT;
CREATE TABLE speaker (
    report TEXT NOT NULL REFERENCES report (id),
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    named INTEGER NOT NULL CHECK (named IN (0, 1)),
    role TEXT,
    mentions INTEGER NOT NULL,
    source TEXT NOT NULL,
    decision INTEGER REFERENCES decision,
    status TEXT,
    PRIMARY KEY (report, id)
) STRICT;

-- Decisions that do not count now, because another one takes them back.
CREATE TABLE taken_back (
    decision INTEGER PRIMARY KEY REFERENCES decision
) STRICT;

-- Decisions whose subject is gone: from a report's reading, or (`report` is '') from the comparison.
CREATE TABLE orphan (
    decision INTEGER NOT NULL REFERENCES decision,
    report TEXT NOT NULL,
    PRIMARY KEY (decision, report)
) STRICT;

-- Speakers and events of several reports.
CREATE TABLE shared_speaker (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    report TEXT NOT NULL REFERENCES report (id),
    speaker TEXT NOT NULL,
    PRIMARY KEY (report, speaker)
) STRICT;
CREATE INDEX shared_speaker_id ON shared_speaker (id);
CREATE TABLE shared_event (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES story,
    kind TEXT NOT NULL,
    place TEXT,
    first TEXT,
    last TEXT,
    reports INTEGER NOT NULL,
    on_timeline INTEGER NOT NULL CHECK (on_timeline IN (0, 1))
) STRICT;
CREATE INDEX shared_event_story ON shared_event (story);
CREATE TABLE shared_event_mention (
    shared TEXT NOT NULL REFERENCES shared_event,
    report TEXT NOT NULL REFERENCES report (id),
    event TEXT NOT NULL,
    PRIMARY KEY (report, event)
) STRICT;
CREATE INDEX mention_shared ON shared_event_mention (shared);

CREATE TABLE point (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES story,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    likelihood TEXT,
    probability REAL,
    origins_for INTEGER NOT NULL,
    origins_against INTEGER NOT NULL,
    source TEXT NOT NULL,
    decision INTEGER REFERENCES decision,
    status TEXT
) STRICT;
CREATE INDEX point_story ON point (story);
CREATE TABLE stand (
    point TEXT NOT NULL REFERENCES point,
    position INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES report (id),
    claim TEXT NOT NULL,
    side TEXT NOT NULL,
    concedes INTEGER NOT NULL CHECK (concedes IN (0, 1)),
    reasons TEXT NOT NULL,
    PRIMARY KEY (point, position)
) STRICT;
CREATE INDEX stand_claim ON stand (report, claim);

CREATE TABLE toll (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES story,
    policy TEXT NOT NULL,
    harm TEXT NOT NULL,
    who TEXT,
    event TEXT,
    low INTEGER,
    best INTEGER,
    high INTEGER,
    figures INTEGER NOT NULL,
    reports INTEGER NOT NULL
) STRICT;
CREATE INDEX toll_story ON toll (story);
CREATE TABLE toll_figure (
    toll TEXT NOT NULL REFERENCES toll,
    position INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES report (id),
    figure TEXT NOT NULL,
    why TEXT NOT NULL,
    reasons TEXT NOT NULL,
    said_from TEXT,
    said_to TEXT,
    change TEXT,
    PRIMARY KEY (toll, position)
) STRICT;

-- Outlets that reports name as their source; `cited` is that outlet's report, where it is known.
CREATE TABLE citation (
    report TEXT NOT NULL REFERENCES report (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    outlet TEXT NOT NULL,
    cited TEXT REFERENCES report (id),
    PRIMARY KEY (report, start, end)
) STRICT;

-- Since which row of the log a claim has been in a dispute, the first time; it cannot be made again.
CREATE TABLE disputed_since (
    report TEXT NOT NULL REFERENCES report (id),
    claim TEXT NOT NULL,
    log INTEGER NOT NULL REFERENCES log,
    PRIMARY KEY (report, claim)
) STRICT;

-- Up to which row of the log somebody has looked at the case.
CREATE TABLE look (
    author TEXT PRIMARY KEY,
    log INTEGER NOT NULL REFERENCES log,
    at TEXT NOT NULL
) STRICT;

-- The words of reports and of claims, to search.
CREATE VIRTUAL TABLE report_search USING fts5 (title, text, content = 'report', content_rowid = 'number', tokenize = 'unicode61');
CREATE VIRTUAL TABLE claim_search USING fts5 (words, content = 'claim', content_rowid = 'number', tokenize = 'unicode61');

-- What a person would look for.
CREATE VIEW v_reports AS
SELECT report.id, report.title, report.outlet, report.byline, report.published, report.url, report.name,
    report.words, story_report.story, origin.origin, report.removed IS NOT NULL AS removed
FROM report
LEFT JOIN story_report ON story_report.report = report.id
LEFT JOIN origin ON origin.report = report.id;

CREATE VIEW v_claims AS
SELECT claim.id, claim.words, claim.stance, claim.speaker, claim.chain, report.outlet, report.published,
    report.title, claim.report, claim.start, claim.end, stand.point, stand.side,
    claim.source, claim.decision, claim.status
FROM claim
JOIN report ON report.id = claim.report AND report.removed IS NULL
LEFT JOIN stand ON stand.report = claim.report AND stand.claim = claim.id;

CREATE VIEW v_figures AS
SELECT figure.id, figure.words, figure.low, figure.high, figure.kind, figure.harm, figure.who, figure.claim,
    report.outlet, report.published, report.title, figure.report, figure.start, figure.end,
    figure.source, figure.decision, figure.status
FROM figure
JOIN report ON report.id = figure.report
WHERE report.removed IS NULL;

CREATE VIEW v_events AS
SELECT event.id, event.words, event.kind, event.place, event.first, event.last, event.negated,
    mention.shared, report.outlet, report.published, report.title, event.report, event.start, event.end,
    event.source, event.decision, event.status
FROM event
JOIN report ON report.id = event.report
LEFT JOIN shared_event_mention AS mention ON mention.report = event.report AND mention.event = event.id
WHERE report.removed IS NULL;

CREATE VIEW v_points AS
SELECT point.id, point.title, point.state, point.likelihood, point.probability,
    point.origins_for, point.origins_against,
    (SELECT count(DISTINCT stand.report) FROM stand WHERE stand.point = point.id) AS reports,
    (SELECT count(*) FROM stand WHERE stand.point = point.id) AS claims,
    point.story, point.source, point.decision, point.status
FROM point;

CREATE VIEW v_tolls AS
SELECT toll.id, toll.policy, toll.harm, toll.who, toll.low, toll.best, toll.high, toll.figures, toll.reports,
    shared_event.kind AS event, shared_event.place, shared_event.first, shared_event.last, toll.story
FROM toll
LEFT JOIN shared_event ON shared_event.id = toll.event;

CREATE VIEW v_speakers AS
WITH own AS (
    SELECT speaker.report, speaker.id, speaker.name, speaker.type, speaker.named, speaker.role,
        speaker.mentions, shared_speaker.id AS shared, shared_speaker.name AS shared_name,
        (SELECT count(*) FROM claim WHERE claim.report = speaker.report AND claim.speaker_id = speaker.id)
            AS claims
    FROM speaker
    JOIN report ON report.id = speaker.report AND report.removed IS NULL
    LEFT JOIN shared_speaker
        ON shared_speaker.report = speaker.report AND shared_speaker.speaker = speaker.id
)
SELECT coalesce(shared, report || '/' || id) AS id, min(coalesce(shared_name, name)) AS name,
    min(type) AS type, max(named) AS named, min(role) AS role, count(DISTINCT report) AS reports,
    sum(mentions) AS mentions, sum(claims) AS claims
FROM own
GROUP BY 1;

CREATE VIEW v_decisions AS
SELECT decision.number, decision.at, decision.author, decision.kind, decision_subject.kind AS subject,
    decision_subject.words, decision.value, decision.reason, decision.undoes,
    EXISTS (SELECT 1 FROM taken_back WHERE taken_back.decision = decision.number) AS taken_back
FROM decision
LEFT JOIN decision_subject ON decision_subject.decision = decision.number;
