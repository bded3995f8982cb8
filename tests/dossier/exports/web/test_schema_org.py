import json
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from sayso.model.speech import ActorType, Speech, Stance
from tests.dossier.exports.held import demo, documents, empty, every_claim, hostile
from tests.dossier.exports.other_programs import demo_bytes, hostile_bytes
from tests.dossier.exports.web.contexts import SCHEMA, SCHEMA_CONTEXT, local, nodes
from tests.dossier.exports.writing import export, written

CLAIMED = {Stance.ASSERTS, Stance.ACCUSES, Stance.CONCEDES}


@cache
def page(which: str = "demo") -> dict[str, Any]:
    data = demo_bytes("schema-org") if which == "demo" else hostile_bytes("schema-org")
    return dict(json.loads(data))


def of_type(*names: str) -> list[dict[str, Any]]:
    return [node for node in page()["@graph"] if node["@type"] in names]


def is_quoted() -> dict[tuple[str, str], bool]:
    """Whether a claim is wholly in quotation marks, by report and claim."""
    speech = {
        (facts.document.id, one.id): one.speech
        for facts in demo().comparison.facts
        for one in facts.attributions
    }
    return {
        (document.id, claim.id): bool(claim.chain)
        and speech[document.id, claim.chain[-1]] is Speech.DIRECT
        for document, claim in every_claim(demo())
    }


def test_names_are_given_once_and_every_link_leads_to_one():
    given = [node["@id"] for node in nodes(page()) if "@id" in node]
    assert len(given) == len(set(given))
    for node in nodes(page()):
        for key in ("author", "spokenByCharacter", "appearance", "isPartOf", "isBasedOn"):
            if key in node:
                assert node[key]["@id"] in given
        if "publisher" in node:
            assert node["publisher"]["@id"] in given
        for one in node.get("itemReviewed", ()):
            assert one["@id"] in given


def test_a_type_has_only_properties_that_schema_org_gives_it():
    for node in nodes([page(), page("hostile")]):
        own = {key for key in node if not key.startswith(("@", "sayso:"))}
        assert own <= set(SCHEMA[node["@type"]].split()), node


def test_there_is_no_rating():
    keys = {key for node in nodes([page(), page("hostile")]) for key in node}
    assert not {key for key in keys if "rating" in key.lower()}


def test_what_is_asserted_is_a_claim_and_what_is_denied_a_review():
    stances = Counter(claim.stance for _, claim in every_claim(demo()))
    assert len(of_type("Claim")) == sum(stances[one] for one in CLAIMED)
    assert len(of_type("ClaimReview")) == stances[Stance.DENIES] > 0
    assert len(of_type("Quotation")) == sum(is_quoted().values()) > 0
    others = Counter(
        str(claim.stance)
        for document, claim in every_claim(demo())
        if claim.stance not in CLAIMED | {Stance.DENIES} and not is_quoted()[document.id, claim.id]
    )
    lines = export("schema-org", demo())[1].left_out
    for stance, count in others.items():
        assert any(line.startswith(f"{count} claims whose speaker {stance}:") for line in lines)


@pytest.mark.parametrize("which", ["demo", "hostile"])
def test_every_text_is_made_of_words_of_the_report(which: str):
    held = demo() if which == "demo" else hostile()
    texts = {name: one.text for name, one in documents(held).items()}
    articles = {
        node["@id"]: node["sayso:text"] for node in page(which)["@graph"] if "sayso:text" in node
    }
    said = [node for node in page(which)["@graph"] if "sayso:place" in node]
    assert said
    for node in said:
        article = node.get("appearance") or node["isPartOf"]
        text = texts[articles[article["@id"]]]
        places = node["sayso:place"]
        for place in places:
            assert text[place["sayso:start"] : place["sayso:end"]] == place["sayso:quote"] != ""
        words = node.get("text") or node["reviewBody"]
        assert words == " … ".join(place["sayso:quote"] for place in places)


def test_a_denial_is_by_its_speaker_about_the_claims_of_the_other_side():
    names = {node["@id"]: node.get("name") for node in page()["@graph"]}
    claims = {node["@id"]: node for node in of_type("Claim")}
    (article,) = [
        node["@id"]
        for node in of_type("NewsArticle")
        if node.get("url") == "https://northbank.example/2023/03/12/jalmet-market"
    ]
    (denial,) = [one for one in of_type("ClaimReview") if one["isPartOf"]["@id"] == article]
    assert names[denial["author"]["@id"]] == "Ministry of Defence"
    assert denial["reviewBody"] == "that the army had shelled the market"
    denied = [claims[one["@id"]] for one in denial["itemReviewed"]]
    assert {names[one["author"]["@id"]] for one in denied} >= {"Nine Valleys Front"}
    for one in denied:
        (point,) = set(one["sayso:point"]) & {f"for {name[8:]}" for name in denial["sayso:point"]}
        assert point


def test_what_is_denied_and_claimed_by_nobody_here_is_a_claim_without_an_author():
    bare = [one for node in of_type("ClaimReview") for one in node["itemReviewed"] if "text" in one]
    assert bare
    for one in bare:
        assert set(one) == {"@id", "@type", "text"}


def test_every_report_and_every_speaker_has_a_node():
    reports = sum(len(facts.document.heads) for facts in demo().comparison.facts)
    assert len(of_type("NewsArticle")) == reports
    shared = {mention for one in demo().comparison.actors for mention in one.mentions}
    actors = sum(len(facts.actors) for facts in demo().comparison.facts)
    speakers = [node for node in page()["@graph"] if "sayso:speakerType" in node]
    assert len(speakers) == actors - len(shared) + len(demo().comparison.actors)
    assert {node["sayso:speakerType"] for node in speakers} <= set(ActorType)
    unnamed = [node for node in speakers if node["sayso:speakerType"] == "unnamed"]
    assert {node["@type"] for node in unnamed} == {"Thing"}


def test_peoples_marks_are_shown_as_theirs():
    (outlet,) = [node for node in of_type("Organization") if node.get("sayso:reliability")]
    assert (outlet["name"], outlet["sayso:reliability"]) == ("Daily Plumbline", "B")
    made = [node for node in page()["@graph"] if node["@type"] != "Dataset"]
    assert {node["sayso:by"] for node in made} <= {"machine", "person"}


def test_nothing_in_it_can_act_in_a_page():
    for data in (demo_bytes("schema-org"), hostile_bytes("schema-org")):
        assert not set(b"<>&\x00\x07") & set(data)


def test_a_case_without_reports_has_only_its_own_node():
    (node,) = json.loads(written("schema-org", empty()))["@graph"]
    assert (node["@type"], node["name"]) == ("Dataset", "empty")


def test_reports_with_one_text_have_a_node_each():
    articles = [node for node in page("hostile")["@graph"] if node["@type"] == "NewsArticle"]
    assert len(articles) == sum(len(one.document.heads) for one in hostile().comparison.facts)
    assert len({node["@id"] for node in articles}) == len(articles)


def test_rdflib_reads_the_same_graph():
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    graph = rdflib.Graph()
    graph.parse(data=json.dumps(local(page(), SCHEMA_CONTEXT)), format="json-ld")
    for name in ("NewsArticle", "Quotation", "ClaimReview"):
        read = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"https://schema.org/{name}")))
        assert {str(one) for one in read} == {node["@id"] for node in of_type(name)}


def test_several_texts_of_one_address_have_a_node_each():
    held = demo()
    address = "https://a.example/live"
    facts = tuple(
        replace(one, document=replace(one.document, url=address)) for one in held.comparison.facts
    )
    data, _ = export("schema-org", replace(held, comparison=replace(held.comparison, facts=facts)))
    articles = [one for one in json.loads(data)["@graph"] if one["@type"] == "NewsArticle"]
    assert len({one["@id"] for one in articles}) == len(facts)
    assert {one["url"] for one in articles} == {address}
