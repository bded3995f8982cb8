import json
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from sayso.dossier.exports.lookup import Lookup
from sayso.model.comparison import CopyKind
from sayso.model.decisions import Holdings
from sayso.model.points import Side
from sayso.model.speech import Stance
from tests.dossier.exports.held import demo, documents, empty, every_claim
from tests.dossier.exports.other_programs import demo_bytes, hostile_bytes
from tests.dossier.exports.writing import export, written

WHICH = ("demo", "hostile")


@cache
def lines(name: str, which: str = "demo") -> list[dict[str, Any]]:
    written = demo_bytes(name) if which == "demo" else hostile_bytes(name)
    return [json.loads(line) for line in written.splitlines()]


def entities(which: str = "demo", schema: str | None = None) -> list[dict[str, Any]]:
    return [one for one in lines("ftm", which) if schema in (None, one["schema"])]


def linked(role: str) -> list[dict[str, Any]]:
    links = entities(schema="UnknownLink")
    return [one["properties"] for one in links if one["properties"]["role"] == [role]]


@pytest.mark.parametrize("which", WHICH)
def test_ids_are_given_once_and_every_link_leads_to_one(which: str):
    ids = [one["id"] for one in entities(which)]
    assert len(ids) == len(set(ids))
    ends = ("subject", "object", "document", "entity", "resolved", "proof", "involved")
    for one in entities(which):
        for prop in ends:
            assert set(one["properties"].get(prop, ())) <= set(ids)


def test_every_report_and_every_speaker_is_an_entity():
    reports = sum(len(facts.document.heads) for facts in demo().comparison.facts)
    assert len(entities(schema="Article")) == reports
    actors = sum(len(facts.actors) for facts in demo().comparison.facts)
    assert len(entities(schema="Mention")) == actors
    notes = [note for one in entities(schema="Article") for note in one["properties"]["notes"]]
    for name in documents(demo()):
        assert f"SHA-256 of the text: {name}" in notes


def test_what_is_said_is_a_link_in_the_words_of_the_report():
    by_id = {
        f"{document.id}/{claim.id}": (document, claim) for document, claim in every_claim(demo())
    }
    said = [
        one["properties"]
        for one in entities(schema="UnknownLink")
        if one["id"].startswith("sayso-claim-")
    ]
    lookup = Lookup(demo().comparison)
    known = [
        claim
        for document, claim in every_claim(demo())
        if claim.speaker or (not claim.chain and document.outlet)
    ]
    assert len(said) == len(known) > 0
    for link in said:
        document, claim = by_id[link["recordId"][0]]
        assert link["role"] == [str(claim.stance)]
        words = " … ".join(document[span] for span in claim.content)
        assert link["description"] == [words.strip()]
        assert link["summary"][0].startswith(lookup.report(document.id).label)
    missing = sum(1 for _ in every_claim(demo())) - len(known)
    report = export("ftm", demo())[1]
    assert any(line.startswith(f"{missing} claims: ") for line in report.left_out)


def test_denials_link_those_who_deny_with_those_who_claim():
    lookup = Lookup(demo().comparison)
    pairs = 0
    for point in demo().comparison.points:
        sides = {
            side: [
                lookup.claims[one.document, one.claim] for one in point.claims if one.side is side
            ]
            for side in Side
        }
        denials = [one for one in sides[Side.AGAINST] if one.stance is Stance.DENIES]
        pairs += sum(bool(one.speaker) for one in denials) * len(sides[Side.FOR])
    assert 0 < len(linked("denies what was said")) <= pairs


def test_citations_and_copies_link_reports():
    assert len(linked("cites")) == len(demo().comparison.citations)
    repeated = [one for one in demo().comparison.copies if one.kind is not CopyKind.CITATION]
    copies = [one for one in entities() if one["id"].startswith("sayso-copy-")]
    assert len(copies) == len(repeated)


def test_an_event_has_its_days_its_words_and_its_tolls():
    (shelled,) = [
        one["properties"]
        for one in entities(schema="Event")
        if any("killed" in note for note in one["properties"].get("notes", ()))
        and one["properties"].get("date") == ["2023-03-12"]
    ]
    tolls = [toll for toll in demo().comparison.tolls if toll.event == shelled["recordId"][0]]
    for toll in tolls:
        best = "unknown" if toll.best is None else toll.best
        assert any(f"best {best}," in note for note in shelled["notes"])
    assert len(shelled["proof"]) > 1


@pytest.mark.parametrize("which", WHICH)
def test_statements_and_entities_say_the_same(which: str):
    held: dict[str, dict[str, list[str]]] = {}
    for one in lines("ftm-statements", which):
        held.setdefault(one["entity_id"], {}).setdefault(one["prop"], []).append(one["value"])
    assert held == {one["id"]: one["properties"] for one in entities(which)}


def test_what_a_person_corrected_is_stated_as_theirs():
    origins = Counter(one["origin"] for one in lines("ftm-statements"))
    assert origins == {"sayso 1.2.3": len(lines("ftm-statements"))}  # a figure is no entity
    document, claim = next((d, c) for d, c in every_claim(demo()) if c.speaker)
    decision = demo().decisions[0]
    held = Holdings(
        demo().name,
        demo().version,
        demo().made_at,
        demo().comparison,
        (decision,),
        (),
        {f"{document.id}/{claim.id}": decision.number},
    )
    written, _ = export("ftm-statements", held)
    theirs = {
        one["entity_id"]
        for one in map(json.loads, written.splitlines())
        if one["origin"] == f"person: {decision.author}"
    }
    (link,) = [
        one
        for one in entities()
        if one["properties"].get("recordId") == [f"{document.id}/{claim.id}"]
    ]
    assert theirs >= {link["id"]}


def test_a_case_without_reports_has_no_line():
    assert written("ftm", empty()) == written("ftm-statements", empty()) == b""


@pytest.mark.parametrize("which", WHICH)
def test_followthemoney_takes_every_value(which: str):
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    schemata = {one["id"]: ftm.model.get(one["schema"]) for one in entities(which)}
    for one in entities(which):
        schema = schemata[one["id"]]
        assert set(schema.required) <= set(one["properties"])
        for name, values in one["properties"].items():
            prop = schema.get(name)
            assert prop is not None
            assert not prop.stub
            for value in values:
                assert prop.type.clean(value), (schema.name, name, value)
                if prop.range is not None:
                    assert schemata[value].is_a(prop.range), (schema.name, name)


def test_followthemoney_reads_the_same_values_from_the_bundled_case():
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    for one in entities():
        schema = ftm.model.get(one["schema"])
        for name, values in one["properties"].items():
            assert [schema.get(name).type.clean(value) for value in values] == values


@pytest.mark.parametrize("which", WHICH)
def test_followthemoney_gives_the_statements_the_same_ids(which: str):
    statement = pytest.importorskip(
        "followthemoney.statement.statement", reason="followthemoney is not installed"
    ).Statement
    for line in lines("ftm-statements", which):
        read = statement.from_dict(line)
        assert read.generate_key() == line["id"]
        assert read.to_dict() == line


def test_an_outlet_with_nothing_to_see_is_no_entity():
    held = demo()
    facts = tuple(
        replace(one, document=replace(one.document, outlet="\u200b"))
        for one in held.comparison.facts
    )
    data, _ = export("ftm", replace(held, comparison=replace(held.comparison, facts=facts)))
    read = [json.loads(line) for line in data.splitlines()]
    assert not [one for one in read if one["schema"] == "Documentation"]
    assert all("name" in one["properties"] for one in read if one["schema"] == "Organization")
