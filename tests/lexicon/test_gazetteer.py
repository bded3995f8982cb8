"""Places of the world by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lexicon.gazetteer import Gazetteer, gazetteer, place_key


def test_a_place_is_found_by_any_way_to_write_its_name() -> None:
    for name in ("Kyiv", "KYIV", "Kiev", "kyjiv"):
        assert {one.country for one in gazetteer().places_named(name)} == {"Ukraine"}, name
    assert gazetteer().places_named("Khan Younis") == gazetteer().places_named("Khan Yunis")


def test_of_several_the_largest_stands_first() -> None:
    found = gazetteer().places_named("Tripoli")
    assert [one.country for one in found][:2] == ["Libya", "Lebanon"]
    counts = [one.inhabitants for one in found]
    assert counts == sorted(counts, reverse=True)


def test_the_first_and_the_last_name_are_found() -> None:
    known = gazetteer()
    for line in (known.names.split(b"\n", 1)[0], known.names.rstrip(b"\n").rsplit(b"\n", 1)[1]):
        assert known.places_named(line.decode().split("\t")[0])


@given(st.text(max_size=12))
def test_no_name_breaks_it(name: str) -> None:
    assert all(one.name for one in gazetteer().places_named(name))


def test_a_region_has_its_country() -> None:
    assert gazetteer().countries_with_region("kidal") == {"Mali"}
    assert gazetteer().countries_with_region("orle") == frozenset()


@pytest.mark.parametrize("wanted", ["a", "b", "c", "bb", ""])
def test_names_beside_those_that_are_known(wanted: str) -> None:
    one = b"Orle\tXX\t\t1\t2\t30\n"
    small = Gazetteer({"XX": "Corse"}, {}, {}, one, b"b\t0\t\nbc\t\t0\n")
    assert bool(small.places_named(wanted)) == (wanted == "b")


def test_keys_leave_accents_and_spaces_out() -> None:
    assert place_key("Tin Zaouatène") == place_key("tin-zaouatene") == "tinzaouatene"
