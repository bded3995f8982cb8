"""What must never be read as harm."""

import pytest

from sayso.extract.casualties.figures import find_figures


@pytest.mark.parametrize(
    "text",
    [
        "The frost killed 60 elms.",
        "Trawlers killed four whales.",
        "In the novel a vicar kills six men.",
        "A camera captured two men near the gate.",
        "She killed it on stage last night.",
        "A clerk was buried alive but survived.",
        "A girl had been left to die.",
    ],
)
def test_no_harm(text: str) -> None:
    assert [one for one in find_figures(text, ()) if one.harm is not None] == []


@pytest.mark.parametrize(
    ("text", "harmed"),
    [
        ("An actor and two guards were shot dead on stage.", 2),
        ("The river rose to the level of the road and killed 12 people.", 12),
        ("A chess player said that nine people were killed in the game's last minute.", 9),
        ("Footage showed that the rebels had captured 12 soldiers.", 12),
        ("A video of 14 captured soldiers was shown.", 14),
    ],
)
def test_harm_beside_such_words(text: str, harmed: int) -> None:
    assert harmed in [one.low for one in find_figures(text, ()) if one.harm is not None]
