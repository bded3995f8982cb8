"""Notes in which an outlet corrects or updates its own report."""

import pytest

from sayso.read.corrections import corrections_in
from tests.costs import check_linear


@pytest.mark.parametrize(
    "note",
    [
        "Correction: he is the deputy mayor.",
        "CORRECTION, March 3, 2026: An earlier version misnamed the mayor.",
        "This article was amended on 3 March 2026 because it gave the wrong name.",
        "• This article was amended on 3 March 2026. The toll is twelve.",
        "An earlier version of this article said ten people had died.",
        "Editor’s note: The name has been withheld.",
        "Update (3 March): The ministry has replied.",
        "This story has been updated.",
        "This report has been corrected to show that the mayor was elected in 2019.",
        "(Corrects name in paragraph 3)",
        "A previous headline misstated the toll.",
        "Clarification - the figure is of the whole week.",
    ],
)
def test_a_note(note: str) -> None:
    text = f"The mayor denied it.\n\n{note}\n\nThe army did not answer."
    assert [text[span.start : span.end] for span in corrections_in(text)] == [note]


def test_a_heading_and_the_note_below_it() -> None:
    text = "The mayor denied it.\n\nCorrection\n\nHe is the deputy mayor."
    found = [text[span.start : span.end] for span in corrections_in(text)]
    assert found == ["Correction", "He is the deputy mayor."]


@pytest.mark.parametrize(
    "line",
    [
        "The paper issued a correction on Monday.",
        "Correction officers were killed, the ministry said.",
        "Updates from Orn were scarce.",
        "An earlier version of the bill said it would cost more.",
        "This story began in Orn, where the mayor wrongly believed the army.",
        "This report was published by the United Nations, the mayor said.",
        "“Correction: it was the army,” the mayor said.",
        "Amendments to the law were passed on Monday.",
    ],
)
def test_no_note(line: str) -> None:
    assert corrections_in(f"{line}\n\nThe army did not answer.") == ()


def test_long_texts_cost_in_proportion() -> None:
    check_linear(
        corrections_in, ["Correction\n\n", "this article ", "• ", "a\n\n", "an earlier version "]
    )
