"""On whose side a speaker stands."""

import pytest

from sayso.compare.sources.belligerents import is_enemy, side_of_speaker, sides_by_name


@pytest.mark.parametrize(
    ("speaker", "side"),
    [
        ("the army", "state"),
        ("its spokesman at the Ministry of Defence", "state"),
        ("the Ludrovian military", "state"),
        ("a military analyst", None),
        ("one rebel commander", "rebel"),
        ("a mercenary", "mercenary"),
        ("the hospital's director", None),
        ("an officer of the army and the rebels", None),
    ],
)
def test_words_for_a_speaker(speaker: str, side: str | None) -> None:
    assert side_of_speaker(speaker, {}) == side


@pytest.mark.parametrize(
    "text",
    [
        "He fears the rebels of the Tarn Valley Front (TVF), who came at night.",
        "The Tarn Valley Front (TVF), a rebel movement, denied it.",
        "The Tarn Valley Front, the rebel group here, denied it. A Tarn Valley Front (TVF) man.",
    ],
)
def test_a_name_has_the_side_that_the_reports_give_it(text: str) -> None:
    told = sides_by_name([text])
    assert (
        side_of_speaker("the TVF", told)
        == side_of_speaker("head of the Tarn Valley Front", told)
        == "rebel"
    )
    assert side_of_speaker("a TVF military leader", told) == "rebel"


def test_a_name_of_two_sides_has_none() -> None:
    texts = ["The TVF, a rebel movement, denied it.", "Soldiers of the TVF left."]
    assert side_of_speaker("the TVF", sides_by_name(texts)) is None
    assert side_of_speaker("the TVF", sides_by_name(texts[:1])) == "rebel"


def test_enemies() -> None:
    assert is_enemy("rebel", "state")
    assert is_enemy("rebel", "mercenary")
    assert not is_enemy("state", "mercenary")
    assert not is_enemy("state", None)
    assert not is_enemy(None, "state")
