import json
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from sayso.dossier.exports.lookup import Lookup
from sayso.model.decisions import Decision, DecisionKind, Holdings, Subject, Target
from tests.dossier.exports.held import demo, documents, empty, hostile
from tests.dossier.exports.other_programs import demo_bytes, hostile_bytes
from tests.dossier.exports.web.contexts import ANNO, local, nodes
from tests.dossier.exports.writing import export, written

OA = "http://www.w3.org/ns/oa#"
KINDS = {"claim": "claims", "figure": "figures", "event": "events"}


@cache
def collection(which: str = "demo") -> dict[str, Any]:
    data = demo_bytes("annotation") if which == "demo" else hostile_bytes("annotation")
    return dict(json.loads(data))


def items(which: str = "demo") -> list[dict[str, Any]]:
    return list(collection(which)["first"]["items"])


def values(item: dict[str, Any]) -> dict[str, Any]:
    return dict(item["body"][-1])


def of_kind(kind: str, which: str = "demo") -> list[dict[str, Any]]:
    return [item for item in items(which) if values(item)["sayso:kind"] == kind]


def test_it_is_a_collection_that_counts_its_annotations():
    assert collection()["type"] == "AnnotationCollection"
    assert collection()["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection()["total"] == len(items())
    assert len({item["id"] for item in items()}) == len(items())
    nothing = json.loads(written("annotation", empty()))
    assert (nothing["total"], nothing["first"]["items"]) == (0, [])


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_has_one_annotation(kind: str):
    facts = demo().comparison.facts
    assert len(of_kind(kind)) == sum(len(getattr(one, KINDS[kind])) for one in facts) > 0


@pytest.mark.parametrize("which", ["demo", "hostile"])
def test_both_selectors_give_the_words_of_the_text(which: str):
    held: Holdings = demo() if which == "demo" else hostile()
    texts = {f"urn:sha256:{name}": one.text for name, one in documents(held).items()}
    targets = [one for item in items(which) for one in item["target"] if isinstance(one, dict)]
    assert targets
    for target in targets:
        text = texts[target["sayso:text"]["id"]]
        quote, place = target["selector"]
        start, end = place["start"], place["end"]
        assert quote["exact"] == text[start:end] != ""
        assert quote["prefix"] == text[max(0, start - 32) : start]
        assert quote["suffix"] == text[end : end + 32]


def test_the_pieces_of_a_claim_are_targets_in_the_order_of_the_text():
    pieces = Counter(len(claim.content) for one in demo().comparison.facts for claim in one.claims)
    assert Counter(len(item["target"]) for item in of_kind("claim")) == pieces
    assert max(pieces) > 1


def test_a_claim_says_who_takes_which_stance_through_whom():
    lookup = Lookup(demo().comparison)
    stances = Counter(str(claim.stance) for claim in lookup.claims.values())
    assert Counter(values(item)["sayso:stance"] for item in of_kind("claim")) == stances
    oskeld = [item for item in of_kind("claim") if values(item)["sayso:speaker"] == "Idren Oskeld"]
    assert oskeld
    for item in oskeld:
        assert values(item)["sayso:chain"][-1].startswith("Idren Oskeld")
        assert "Idren Oskeld" in item["body"][0]["value"]


def test_the_source_is_the_address_or_the_hash_of_the_text():
    sources = {one["source"] for item in items() for one in item["target"] if isinstance(one, dict)}
    assert "https://plumbline.example/2023/03/12/drumlow-guns" in sources
    names = [one.document for one in demo().comparison.facts if not one.document.url]
    assert {f"urn:sha256:{one.id}" for one in names} <= sources
    assert len(sources) == len(demo().comparison.facts)


def test_an_unsafe_address_is_no_source():
    for item in items("hostile"):
        for target in item["target"]:
            if isinstance(target, dict):
                source = target["source"]
                assert source.startswith(("urn:sha256:", "https://a.example/"))
                assert not set(source) & set(' <>"{}|\\^`\n\x00')
    lines = export("annotation", hostile())[1].left_out
    assert any("addresses of reports: they are not safe to follow" in line for line in lines)


def test_the_machine_and_people_are_told_apart():
    machine = [item for item in items() if item["sayso:by"] == "machine"]
    people = [item for item in items() if item["sayso:by"] == "person"]
    assert {item["creator"]["name"] for item in machine} == {"sayso 1.2.3"}
    assert {item["creator"]["type"] for item in machine} == {"Software"}
    assert {item["creator"]["type"] for item in people} == {"Person"}
    (corrected,) = [item for item in people if values(item)["sayso:kind"] == "figure"]
    ((name, number),) = demo().added.items()
    assert corrected["sayso:decisions"] == [number]
    assert corrected["creator"]["name"] == demo().decisions[number - 1].author
    assert corrected["target"][0]["sayso:text"]["id"].endswith(name.partition("/")[0])


def test_a_decision_is_an_annotation_of_what_it_is_on():
    facts = {"claim", "figure", "event", "report"}
    placed = [one for one in demo().decisions if one.subjects[0].kind in facts]
    found = of_kind("decision")
    assert [item["sayso:decisions"] for item in found] == [[one.number] for one in placed]
    ids = {item["id"] for item in items()}
    for item, decision in zip(found, placed, strict=True):
        assert {one if isinstance(one, str) else one["source"] for one in item["target"]} <= ids
        assert item["creator"] == {"type": "Person", "name": decision.author}
        assert values(item)["sayso:decision"] == decision.kind
    marked = [item for item in of_kind("claim") if item.get("sayso:credibility")]
    assert [item["sayso:credibility"] for item in marked] == ["3"]
    left = export("annotation", demo())[1].left_out
    gone, others = len(demo().orphans), len(demo().decisions) - len(placed)
    assert f"{gone} decisions: what they were made on is gone" in left
    assert f"{others - gone} decisions: what they are on has no annotation" in left


def test_nothing_in_it_can_act_in_a_page():
    for data in (demo_bytes("annotation"), hostile_bytes("annotation")):
        assert not set(b"<>&\x00\x07") & set(data)


def test_every_term_is_one_of_the_w3c_or_one_of_ours():
    for node in nodes([collection(), collection("hostile")]):
        known = [key for key in node if not key.startswith(("sayso:", "@"))]
        assert set(known) <= set(ANNO), node
        assert node["type"] in ANNO
        for key in ("motivation", "purpose"):
            assert node.get(key, "tagging") in ANNO


def test_rdflib_reads_the_same_annotations():
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    graph = rdflib.Graph()
    graph.parse(data=json.dumps(local(collection(), ANNO)), format="json-ld")
    kind = rdflib.RDF.type
    assert len(set(graph.subjects(kind, rdflib.URIRef(f"{OA}Annotation")))) == len(items())
    quoted = Counter(str(words) for words in graph.objects(None, rdflib.URIRef(f"{OA}exact")))
    written = Counter(
        target["selector"][0]["exact"]
        for item in items()
        for target in item["target"]
        if isinstance(target, dict)
    )
    assert quoted == written
    chains = set(graph.objects(None, rdflib.URIRef("urn:sayso:terms:chain")))
    lengths = Counter(len(list(rdflib.collection.Collection(graph, one))) for one in chains)
    assert lengths == Counter(len(values(item)["sayso:chain"]) for item in of_kind("claim"))


def test_pyld_loses_nothing():
    jsonld = pytest.importorskip("pyld", reason="pyld is not installed").jsonld
    (expanded,) = jsonld.expand(local(collection(), ANNO))
    (page,) = expanded[f"{ANNO['as']}first"]
    (listed,) = page[f"{ANNO['as']}items"]
    for item, read in zip(items(), listed["@list"], strict=True):
        assert len(read) == len(item)


@pytest.mark.parametrize("names_id", [True, False])
def test_a_decision_on_a_report_is_an_annotation_of_the_report(names_id: bool):
    document = demo().comparison.facts[0].document
    name, owner = (document.id, None) if names_id else ("a report", document.id)
    on = Subject(Target.REPORT, name, owner, (), "the report")
    decision = Decision(1, demo().made_at, "A. Reader", DecisionKind.NOTE, (on,), {"note": "late"})
    data, _ = export("annotation", replace(demo(), decisions=(decision,), orphans=(), added={}))
    last = json.loads(data)["first"]["items"][-1]
    (target,) = last["target"]
    assert target["sayso:text"]["id"] == f"urn:sha256:{document.id}"
    assert "selector" not in target
    assert values(last)["sayso:value"] == '{"note":"late"}'
