"""Whatever a case holds can be exported, and every word of it is the report's."""

from importlib.util import find_spec
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.dossier.exports.export import FORMATS
from sayso.dossier.exports.jsonl import read_holdings
from sayso.dossier.exports.tables.all_tables import TABLES
from sayso.model.comparison import Comparison
from sayso.model.decisions import Decision, DecisionKind, Holdings, Subject, Target
from tests.dossier.exports.held import MADE_AT, documents
from tests.dossier.exports.writing import check_words, export_anew, table_rows
from tests.strategies_compared import comparisons

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
VALUES = st.dictionaries(TEXTS, TEXTS | st.none() | st.booleans() | st.integers(-99, 99))


@st.composite
def holdings(draw: st.DrawFn) -> Holdings:
    """A case with decisions on facts that are there and on others."""
    comparison: Comparison = draw(comparisons())
    targets = [
        Subject(Target.CLAIM, claim.id, facts.document.id)
        for facts in comparison.facts
        for claim in facts.claims
    ] + [Subject(Target.POINT, point.id) for point in comparison.points]
    subjects = st.builds(
        Subject, st.sampled_from(Target), TEXTS, st.none() | TEXTS, st.tuples(TEXTS), TEXTS
    )
    one = st.sampled_from(targets) | subjects if targets else subjects
    decisions = tuple(
        Decision(
            number,
            MADE_AT,
            draw(TEXTS),
            draw(st.sampled_from(DecisionKind)),
            tuple(draw(st.lists(one, max_size=2))),
            draw(VALUES),
            draw(TEXTS),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    return Holdings(draw(TEXTS), "1.2.3", MADE_AT, comparison, decisions, decisions[:1])


@settings(max_examples=20)
@given(holdings())
def test_every_format_writes_it(held: Holdings) -> None:
    for name in sorted(FORMATS):
        if name != "parquet" or find_spec("pyarrow"):
            data, report = export_anew(name, held)
            assert report.rows >= 0
            assert data
    assert read_holdings(BytesIO(export_anew("jsonl", held)[0])) == held
    for table in TABLES:
        check_words(table_rows(table.name, held), table.name, documents(held))
