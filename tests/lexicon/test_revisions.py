"""Words of revisions."""

from sayso.lexicon.load import word_list
from sayso.lexicon.revisions import revision_words


def test_lists_are_in_lower_case_and_say_one_thing() -> None:
    lexicon = revision_words()
    former = set(word_list("revisions", "former", "before"))
    correcting = set(word_list("revisions", "correcting", "before"))
    assert former
    assert correcting
    assert not former & correcting
    for listed in (former, correcting, lexicon.changing, lexicon.lowering, lexicon.tally):
        assert listed == {word.lower() for word in listed}
