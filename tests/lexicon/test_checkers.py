"""Every table has a module that refuses what it does not know, by file and key."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

import sayso.lexicon
from sayso.errors import BrokenLexicon
from sayso.lexicon import load
from tests.lexicon.tables import saying

# For each table, the module that checks it and what reads it.
CHECKERS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "actors": ("actors", "speaker_nouns", ()),
    "basis": ("basis", "basis_words", ()),
    "chains": ("chains", "chain_words", ()),
    "clauses": ("clauses", "clause_words", ()),
    "columns": ("columns", "column_names", ("text",)),
    "concessions": ("concessions", "concession_words", ()),
    "counts": ("counts", "count_words", ()),
    "cues": ("cues", "cue_words", ()),
    "dates": ("dates", "date_words", ()),
    "denials": ("denials", "denial_words", ()),
    "events": ("events", "event_words", ()),
    "families": ("families", "event_families", ()),
    "floor": ("floor", "floor_words", ()),
    "forenames": ("people", "forenames", ()),
    "furniture": ("furniture", "furniture", ()),
    "grammar": ("grammar", "grammar", ()),
    "harms": ("harms", "harm_words", ()),
    "languages": ("languages", "language_names", ()),
    "mails": ("mails", "mail_words", ()),
    "nations": ("people", "nations", ()),
    "no_comment": ("no_comment", "no_comment", ()),
    "notices": ("notices", "page_notices", ()),
    "numbers": ("numbers", "number_words", ()),
    "office": ("office", "office_words", ()),
    "ordinary": ("events", "event_words", ()),
    "outlets": ("outlets", "known_outlets", ()),
    "bylines": ("bylines", "byline_words", ()),
    "corrections": ("corrections", "correction_words", ()),
    "stamps": ("stamps", "stamp_words", ()),
    "pages": ("pages", "page_names", ("title",)),
    "pdf": ("pdf", "pdf_words", ("pages",)),
    "places": ("places", "place_context_words", ()),
    "points": ("points", "point_words", ()),
    "policies": ("policies", "background_words", ()),
    "propositions": ("propositions", "proposition_words", ()),
    "revisions": ("revisions", "revision_words", ()),
    "sentences": ("sentences", "sentence_words", ()),
    "tenses": ("tenses", "tense_words", ()),
    "titles": ("people", "titles", ()),
    "untrue": ("untrue", "untrue_words", ()),
    "verbs": ("inflect", "_irregular_verbs", ()),
    "vetoes": ("vetoes", "veto_words", ()),
    "victims": ("victims", "victim_words", ()),
}


def test_every_table_has_its_checker() -> None:
    folder = Path(str(sayso.lexicon.__file__)).parent
    assert {path.stem for path in folder.glob("*.toml")} == CHECKERS.keys()


@pytest.mark.parametrize("name", CHECKERS)
def test_an_unknown_key_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module_name, reader, arguments = CHECKERS[name]
    module = import_module(f"sayso.lexicon.{module_name}")
    read: Callable[[], object] = partial(getattr(module, reader), *arguments)
    read()
    real = load.table
    spoilt = {**real(name), "unheard_of": ["word"]}
    for say in saying(monkeypatch, module):
        say(name, {})
        for place in (load, module):
            monkeypatch.setattr(
                place, "table", lambda one: spoilt if one == name else real(one), raising=False
            )
        with pytest.raises(BrokenLexicon, match=rf"^{name}\.toml: .*unheard_of"):
            read()
