"""Forms of verbs and nouns."""

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import inflect as of
from sayso.lexicon.inflect import noun_forms, verb_forms
from tests.lexicon.tables import Say, saying


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Let a table say something else."""
    yield from saying(monkeypatch, of)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("claim", "claims claimed claiming"),
        ("deny", "denies denied denying"),
        ("say", "says said saying"),
        ("admit", "admits admitted admitting"),
        ("refer", "refers referred referring"),
        ("label", "labels labelled labeled labelling labeling"),
        ("accuse", "accuses accused accusing"),
        ("agree", "agrees agreed agreeing"),
        ("lie", "lies lied lying"),
        ("confess", "confesses confessed confessing"),
        ("publish", "publishes published publishing"),
        ("veto", "vetoes vetoed vetoing"),
        ("write", "writes wrote written writing"),
        ("tell", "tells told telling"),
        ("put", "puts putting"),
        ("quip", "quips quipped quipping"),
        ("criticise", "criticises criticised criticize criticized criticizing"),
        ("be", "is was were been being"),
        ("play", "plays played playing"),
        ("foresee", "foresees foresaw foreseen foreseeing"),
    ],
)
def test_forms_of_a_verb(verb: str, forms: str) -> None:
    assert {verb, *forms.split()} <= verb_forms(verb)


@pytest.mark.parametrize(
    ("verb", "form"),
    [("claim", "claimmed"), ("deny", "denyed"), ("accuse", "accuseed"), ("agree", "agring")],
)
def test_no_forms_of_a_verb(verb: str, form: str) -> None:
    assert form not in verb_forms(verb)


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("report", "reports"),
        ("query", "queries"),
        ("boss", "bosses"),
        ("day", "days"),
        ("box", "boxes"),
    ],
)
def test_a_noun_and_its_plural(noun: str, plural: str) -> None:
    assert noun_forms(noun) == {noun, plural}


@pytest.mark.parametrize("irregular", [None, [], {"say": "said"}, {"say": [3]}])
def test_a_table_that_makes_no_sense(says: Say, irregular: Any) -> None:
    says("verbs", {"irregular": irregular})
    with pytest.raises(BrokenLexicon, match=r"^verbs\.toml: .*irregular"):
        verb_forms("say")
