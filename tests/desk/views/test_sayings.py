"""Repeats stand under the first of them, and reports of one origin together."""

from typing import Any

from sayso.desk.views.sayings import side_of
from sayso.dossier.private_names import PrivateNames

LONG = "the column had crossed the bridge at Marsk before the sun was up"


def claim(number: int, words: str, origin: str = "a", **other: Any) -> dict[str, Any]:
    known = {"speaker": "Ilsa Marn", "stance": "asserts", "status": None, "reasons": "[]"}
    report = other.pop("report", f"report{number}")
    return {"number": number, "words": words, "origin": origin, "report": report, **known, **other}


def side(*claims: dict[str, Any], first: int = 0, most: int = 10) -> Any:
    return side_of("for", claims, PrivateNames({"/home/me/a.txt": "a.txt"}), first, most)


def numbers(shown: Any) -> list[list[tuple[int, list[int]]]]:
    return [
        [
            (one.claim["number"], [two["number"] for two in one.claim["again"]])
            for one in some.sayings
        ]
        for some in shown.origins
    ]


def test_the_same_words_of_one_origin_are_one_saying() -> None:
    shown = side(claim(1, LONG), claim(2, f"“{LONG.upper()}”", speaker="The mayor"))
    assert numbers(shown) == [[(1, [2])]]
    assert (shown.claims, shown.sayings, shown.origins[0].reports) == (2, 1, 2)


def test_the_same_words_of_another_origin_stand_for_themselves() -> None:
    shown = side(claim(1, LONG), claim(2, LONG, "b"))
    assert numbers(shown) == [[(1, [])], [(2, [])]]


def test_reports_of_one_origin_stand_together_at_the_place_of_the_best() -> None:
    shown = side(claim(1, "one"), claim(2, "two", "b"), claim(3, "three"))
    assert numbers(shown) == [[(1, []), (3, [])], [(2, [])]]


def test_short_words_of_two_speakers_are_two_sayings() -> None:
    assert numbers(side(claim(1, "no"), claim(2, "no", speaker="The army"))) == [[(1, []), (2, [])]]
    assert numbers(side(claim(1, "no"), claim(2, "No.", speaker="ilsa marn"))) == [[(1, [2])]]


def test_another_stance_or_a_rejection_is_never_hidden_under_a_repeat() -> None:
    shown = side(claim(1, LONG), claim(2, LONG, stance="denies"), claim(3, LONG, status="rejected"))
    assert numbers(shown) == [[(1, []), (2, []), (3, [])]]


def test_a_part_of_a_side_counts_the_whole_of_it() -> None:
    claims = [claim(number, f"words {number}", f"o{number // 2}") for number in range(6)]
    shown = side(*claims, first=3, most=2)
    assert numbers(shown) == [[(3, [])], [(4, [])]]
    assert (shown.claims, shown.sayings) == (6, 6)
    assert [one.reports for one in shown.origins] == [2, 2]


def test_reasons_are_sentences_without_the_folders_of_files() -> None:
    first = claim(1, LONG)
    again = claim(
        2, LONG, reasons='[["says the same", ["/home/me/a.txt"]], ["makes the charge", []]]'
    )
    saying = side(first, again).origins[0].sayings[0]
    assert saying.why == ("says the same as a.txt", "makes the accusation that others answer")
