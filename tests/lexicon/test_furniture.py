"""The words for what is no part of an article."""

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import furniture as module
from sayso.lexicon import load
from sayso.lexicon.furniture import furniture, refused_phrases


@pytest.mark.parametrize(
    ("name", "mark"),
    [("-author-bio-", "author-bio"), ("-x-related-links-", "related"), ("-relatedness-", None)],
)
def test_a_mark_is_whole_words_and_the_longest(name: str, mark: str | None) -> None:
    found = furniture().marks.pattern.search(name)
    assert (found[1] if found else None) == mark


def test_a_phrase_is_whole_words() -> None:
    assert refused_phrases("error").search("http error 403")
    assert not refused_phrases("error").search("in 14031 forms")


@pytest.mark.parametrize("name", ["lines", "headings"])
def test_lines_are_in_the_form_in_which_they_are_looked_up(name: str) -> None:
    for line in getattr(furniture(), name):
        assert line == " ".join(line.lower().split()).replace("’", "'")


def test_a_mark_that_no_class_can_have_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    said = load.table("furniture")
    broken = {**said, "marks": {**said["marks"], "box": ["Ad Box"]}}
    monkeypatch.setattr(load, "table", lambda _: broken)
    furniture.cache_clear()
    try:
        with pytest.raises(BrokenLexicon, match="Ad Box"):
            module.furniture()
    finally:
        furniture.cache_clear()
