import json
from typing import Any

import pytest

from sayso.dossier.exports.marks import Marks
from sayso.dossier.exports.web.jsonld import (
    fact_iri,
    json_line,
    mark_values,
    report_iri,
    with_values,
)
from sayso.dossier.report_words import numbered_reports
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.text import Document
from tests.dossier.exports.other_programs import hostile_bytes
from tests.dossier.exports.web.contexts import ANNO, SCHEMA_CONTEXT, local


@pytest.mark.parametrize(
    ("url", "is_kept"),
    [
        ("https://a.example/live?x=1#y", True),
        ("https://пример.example/", True),
        ("https://a.example/{x}", False),
        ("https://a.example/a^b|c", False),
        ("https://a.example/a b", False),
        ("https://user@a.example/", False),
        ("javascript:alert(1)", False),
        ("file:///home/secret/a.html", False),
        (None, False),
    ],
)
def test_a_report_is_named_by_its_address_only_if_that_is_safe(url: str | None, is_kept: bool):
    document = Document("a.txt", "Words.", url=url)
    report = numbered_reports(Comparison((Facts(document),)))[document.id]
    assert report_iri(report) == (url if is_kept else f"urn:sha256:{document.id}")


def test_json_comes_back_as_it_was_and_has_nothing_that_acts():
    words = "</script><!-- & \u2028\u202e\x00 ]]> 🚑"
    line = json_line({"x": [words]})
    assert json.loads(line) == {"x": [words]}
    assert not set("<>&\u2028\u202e\x00\n") & set(line)


def test_a_fact_has_the_same_name_every_time_and_no_other_has_it():
    assert fact_iri("claim", "a", "b") == fact_iri("claim", "a", "b")
    assert fact_iri("claim", "a", "b") != fact_iri("figure", "a", "b")
    assert fact_iri("claim", "a", "b") != fact_iri("claim", "a\nb", "")


def test_no_value_is_left_away_that_is_one():
    held: dict[str, object] = {
        "no": False,
        "zero": 0,
        "none": None,
        "empty": "",
        "list": [],
        "words": "x",
    }
    assert with_values(held) == {"no": False, "zero": 0, "words": "x"}


def test_a_thing_without_decisions_says_only_who_made_it():
    assert mark_values(Marks("machine", ())) == {"sayso:by": "machine"}


@pytest.mark.parametrize(
    ("name", "context"), [("annotation", ANNO), ("schema-org", SCHEMA_CONTEXT)]
)
def test_hostile_words_come_through_rdf_unchanged(name: str, context: dict[str, Any]):
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    data = json.dumps(local(json.loads(hostile_bytes(name)), context))
    graph = rdflib.Graph().parse(data=data, format="json-ld")
    again = rdflib.Graph().parse(data=graph.serialize(format="nt"), format="nt")
    assert len(again) == len(graph) > 0
    words = {str(one) for one in graph.objects() if isinstance(one, rdflib.Literal)}
    assert words == {str(one) for one in again.objects() if isinstance(one, rdflib.Literal)}
    assert any("<script>alert(1)</script>" in one for one in words)
