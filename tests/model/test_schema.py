"""The schema against the contract, against the values, and against the reader."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from sayso.errors import BrokenWire
from sayso.model import comparison, happening, speech
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.schema import schema
from sayso.model.text import Document, Head
from sayso.model.wire import (
    comparison_from_wire,
    comparison_to_wire,
    facts_from_wire,
    facts_to_wire,
)
from tests.model.example import COMPARISON, FACTS
from tests.model.mutations import GONE, changed, mutations
from tests.strategies import facts
from tests.strategies_compared import comparisons

EXTRACT = Draft202012Validator(schema("extract"), format_checker=FormatChecker())
COMPARE = Draft202012Validator(schema("compare"), format_checker=FormatChecker())
LINE = facts_to_wire(FACTS, text=True)
WHOLE = comparison_to_wire(COMPARISON)

# The contract: what each object has, whoever writes it.
CONTRACT = {
    "extract": "sayso document attributions claims actors figures events",
    "document": "id name title outlet byline url published language raw_sha256 length remaining",
    "head": "name title outlet byline url published raw_sha256",
    "span": "start end quote",
    "attribution": "id source cue content speech kind within score",
    "claim": "id content chain stance hedges speaker",
    "basis": "kind span",
    "actor": "id name type named role mentions",
    "figure": "id span low high kind harm who event claim part_of hypothetical",
    "event": "id trigger kind participants place when negated",
    "participant": "role span actor",
    "place": "span name country lat lon",
    "when": "span from to",
    "compare": "sayso documents stories copies origins events points tolls timeline",
    "story": "id documents",
    "copy": "left right kind from share passages",
    "origin": "id documents",
    "shared_event": "id mentions kind place from to",
    "point": "id title claims state origins_for origins_against",
    "stand": "document claim side",
    "toll": "id event harm who figures policy low best high why",
    "entry": "from to event documents",
}
# Which value each object is.
VALUES = {
    "extract": Facts,
    "document": Document,
    "attribution": speech.Attribution,
    "head": Head,
    "claim": speech.Claim,
    "basis": speech.Basis,
    "actor": speech.Actor,
    "figure": happening.Figure,
    "event": happening.Event,
    "participant": happening.Participant,
    "place": happening.Place,
    "when": happening.When,
    "compare": Comparison,
    "story": comparison.Story,
    "copy": comparison.Copy,
    "citation": comparison.Citation,
    "evidence": comparison.Evidence,
    "origin": comparison.Origin,
    "shared_actor": comparison.SharedActor,
    "shared_event": comparison.SharedEvent,
    "point": comparison.Point,
    "stand": comparison.Stand,
    "toll": comparison.Toll,
    "entry": comparison.Entry,
}
CHOICES = {
    ("attribution", "speech"): speech.Speech,
    ("attribution", "kind"): speech.Kind,
    ("claim", "stance"): speech.Stance,
    ("basis", "kind"): speech.Knowing,
    ("actor", "type"): speech.ActorType,
    ("figure", "kind"): happening.Precision,
    ("copy", "kind"): comparison.CopyKind,
    ("point", "state"): comparison.State,
    ("stand", "side"): comparison.Side,
}


def test_it_is_a_schema() -> None:
    for validator in (EXTRACT, COMPARE):
        Draft202012Validator.check_schema(validator.schema)


@settings(deadline=None, max_examples=40)
@given(facts())
def test_whatever_is_extracted_is_of_that_form(any_facts: Facts) -> None:
    EXTRACT.validate(facts_to_wire(any_facts))
    EXTRACT.validate(facts_to_wire(any_facts, text=True))


@settings(deadline=None, max_examples=15)
@given(comparisons())
def test_whatever_is_compared_is_of_that_form(any_comparison: Comparison) -> None:
    COMPARE.validate(comparison_to_wire(any_comparison))


@pytest.mark.parametrize("name", CONTRACT)
def test_every_field_of_the_contract_is_required_and_typed(name: str) -> None:
    one = schema("extract")["$defs"][name]
    assert set(one["required"]) == set(CONTRACT[name].split())
    assert one["required"] == [field for field in one["properties"] if field in one["required"]]
    assert all(one["properties"].values())


@pytest.mark.parametrize("name", VALUES)
def test_every_field_of_a_value_is_described(name: str) -> None:
    names = set(schema("extract")["$defs"][name]["properties"])
    value = VALUES[name]
    given = {one.metadata.get("wire", one.name) for one in fields(value)}
    given |= {f"{one.name}_span" for one in fields(value) if one.metadata.get("words")}
    extra = {
        "extract": {"sayso"},
        "compare": {"sayso", "documents"},
        "document": {"length", "places"},
    }
    assert names == given - {"facts"} | extra.get(name, set())


@pytest.mark.parametrize(("name", "field"), CHOICES)
def test_every_choice_is_listed(name: str, field: str) -> None:
    listed = schema("extract")["$defs"][name]["properties"][field]["enum"]
    assert listed == [str(one) for one in CHOICES[name, field]]


def test_harms_and_likelihoods_are_listed() -> None:
    parts = schema("extract")["$defs"]
    assert parts["harm"]["enum"] == [str(one) for one in happening.Harm]
    likelihood = parts["point"]["properties"]["likelihood"]
    assert likelihood["enum"] == [*(str(one) for one in comparison.Likelihood), None]


REFUSED: list[tuple[str, Any]] = [
    ("sayso", 2),
    ("sayso", True),
    ("document.id", "0" * 63),
    ("document.id", f"{FACTS.document.id}\n"),
    ("document.length", -1),
    ("document.published", "yesterday"),
    ("document.published", "2024-07-27T10:00"),
    ("document.remaining", 24.79),
    ("document.furniture.0.quote", ""),
    ("attributions", GONE),
    ("attributions.0.kind", "song"),
    ("attributions.0.cue.quote", ""),
    ("attributions.0.cue.start", 1.5),
    ("attributions.0.cue.end", 0),
    ("attributions.0.content", []),
    ("attributions.0.content", None),
    ("attributions.0.within", "outer"),
    ("attributions.0.score", "0.9"),
    ("claims.0.stance", None),
    ("claims.0.chain.0", "1"),
    ("actors.0.named", 1),
    ("actors.0.name", ""),
    ("figures.0.low", True),
    ("figures.0.low", 2**53),
    ("figures.0.harm", "sad"),
    ("events.0.when.to", "27 July"),
    ("events.0.when.to", "2031-02-29"),
    ("events.0.place.lon", 181),
]


@pytest.mark.parametrize(("where", "what"), REFUSED)
def test_what_the_contract_rules_out_is_refused(where: str, what: Any) -> None:
    assert EXTRACT.is_valid(LINE)
    assert not EXTRACT.is_valid(changed(LINE, where, what))


@settings(deadline=None, max_examples=300)
@given(mutations(LINE))
def test_facts_that_the_reader_takes_are_of_that_form(data: Any) -> None:
    try:
        read = facts_from_wire(data)
    except BrokenWire:
        return
    EXTRACT.validate(data)
    EXTRACT.validate(facts_to_wire(read, text=True))


@settings(deadline=None, max_examples=300)
@given(mutations(WHOLE))
def test_a_comparison_that_the_reader_takes_keeps_its_form(data: Any) -> None:
    try:
        read = comparison_from_wire(data, COMPARISON.facts)
    except BrokenWire:
        return
    COMPARE.validate(comparison_to_wire(read))
