"""Nouns for people, animals and things."""

from sayso.lexicon.nouns import nouns


def test_what_a_noun_is_for() -> None:
    known = nouns()
    assert all(known.is_person(word) for word in ("baker", "welder", "pickpocket"))
    assert all(known.is_people(word) for word in ("bakers", "legionaries"))
    assert all(known.is_animal(word) for word in ("cow", "goat", "otters"))
    assert all(known.is_thing(word) for word in ("table", "tables", "bridges"))
    assert not known.is_people("have")
    assert not known.is_person("bakers")
