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
