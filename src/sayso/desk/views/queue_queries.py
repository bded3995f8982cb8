"""The queries behind the queue. `:story` is one story, or NULL for all.

They leave the table of reports alone, whose rows hold long texts; HEADS is for those few that are shown.
"""
# ruff: noqa: S608 they are put together from words of our own

# Nobody decided on the thing that is called {id} and is in the report {report}; a note decides nothing.
UNTOUCHED = (
    "NOT EXISTS (SELECT 1 FROM decision_subject AS subject JOIN decision ON decision.number = "
    "subject.decision WHERE subject.id = {id} AND subject.report IS {report} AND decision.kind "
    "NOT IN ('undo', 'note') AND decision.number NOT IN (SELECT decision FROM taken_back))"
)
DISPUTED = (
    "SELECT * FROM point WHERE state IN ('contested', 'conceded') AND status IS NULL "
    "AND (:story IS NULL OR story = :story)"
)
DISPUTES = (
    f"SELECT *, (origins_for + origins_against) * 4 * probability * (1 - probability) AS weight "
    f"FROM ({DISPUTED}) AS one WHERE decision IS NULL AND probability IS NOT NULL "
    f"AND {UNTOUCHED.format(id='one.id', report='NULL')} ORDER BY weight DESC, id LIMIT :most"
)
LARGEST = (
    f"WITH large AS ({DISPUTED} ORDER BY origins_for + origins_against DESC, id LIMIT :points) "
)
WITHOUT_SPEAKER = (
    LARGEST + "SELECT claim.*, stand.side, large.title AS point_title, large.id AS point, "
    "(origins_for + origins_against) * 1.0 / max(1, CASE stand.side WHEN 'for' THEN origins_for "
    "ELSE origins_against END) AS weight "
    "FROM large JOIN stand ON stand.point = large.id JOIN claim ON claim.report = stand.report "
    "AND claim.id = stand.claim WHERE claim.speaker_id IS NULL AND claim.chain != '' AND claim.decision IS NULL "
    f"AND {UNTOUCHED.format(id='claim.id', report='claim.report')} "
    "ORDER BY weight DESC, claim.number LIMIT :most"
)
# Those that give the lowest or the highest number of a toll, alone or together.
DECIDING_FIGURES = (
    "SELECT figure.*, toll.id AS toll, toll.policy, toll.low AS toll_low, toll.high AS toll_high, "
    "toll.reports AS toll_reports, toll.harm AS toll_harm, toll.who AS toll_who, "
    f"figure.decision IS NULL AND {UNTOUCHED.format(id='figure.id', report='figure.report')} AS untouched "
    "FROM (SELECT * FROM toll WHERE low < high AND (:story IS NULL OR story = :story) "
    "ORDER BY reports DESC, id LIMIT :points) AS toll "
    "JOIN toll_figure ON toll_figure.toll = toll.id AND toll_figure.why LIKE 'used:%' "
    "JOIN figure ON figure.report = toll_figure.report AND figure.id = toll_figure.figure "
    "AND (coalesce(figure.low, figure.high) = toll.low OR coalesce(figure.high, figure.low) = toll.high) "
    "ORDER BY toll.id, toll_figure.position"
)
SPEAKERS = (
    LARGEST + "SELECT coalesce(shared.id, speaker.report || '/' || speaker.id) AS id, "
    "coalesce(shared.name, speaker.name) AS name, large.story, speaker.role, count(*) AS claims "
    "FROM large JOIN stand ON stand.point = large.id JOIN claim ON claim.report = stand.report "
    "AND claim.id = stand.claim JOIN speaker ON speaker.report = claim.report "
    "AND speaker.id = claim.speaker_id AND speaker.named = 1 AND speaker.status IS NOT 'rejected' "
    "LEFT JOIN shared_speaker AS shared ON shared.report = speaker.report "
    "AND shared.speaker = speaker.id GROUP BY 1, 3 ORDER BY claims DESC, 1"
)
TOGETHER = (
    "SELECT subject.decision, subject.id, subject.report, subject.members FROM decision "
    "JOIN decision_subject AS subject ON subject.decision = decision.number "
    "WHERE decision.kind IN ('merge', 'split') AND subject.kind IN ('speaker', 'shared speaker') "
    "AND decision.number NOT IN (SELECT decision FROM taken_back)"
)
OF_STORY = "SELECT report FROM story_report WHERE story = ?"
HEADS = "SELECT id, outlet, published, title, name FROM report WHERE id IN ({places})"
