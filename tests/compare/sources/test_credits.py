"""Where a report says that its text is an agency's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.sources.credits import credits_of
from sayso.model.text import Document
from tests.costs import check_linear

STORY = "The market burned in the night, the governor said."


def credited(text: str, byline: str | None = None) -> list[tuple[str, bool]]:
    document = Document("one.txt", text, byline=byline)
    found = credits_of(document)
    assert all(one.span is None or document[one.span] for one in found)
    return [(one.name, one.whole) for one in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"PORT SELLAN (Skerrin) – {STORY}", "Skerrin"),
        (f"PORT SELLAN, 12 March (Skerrin) - {STORY}", "Skerrin"),
        (f"Port Sellan, March 12 (Skerrin) — {STORY}", "Skerrin"),
        (f"Port Sellan (Reuters) – {STORY}", "Reuters"),
        (f"(AFP) – {STORY}", "Agence France-Presse"),
        (f"AFP – {STORY}", "Agence France-Presse"),
        (f"Market burns\n\nBy Ana Roll\n\nYALMET (AP) — {STORY}", "Associated Press"),
        (f"{STORY}\n\n– AFP", "Agence France-Presse"),
        (f"{STORY}\n\n(Reuters)", "Reuters"),
        (f"{STORY}\n\nSource: Reuters", "Reuters"),
        (f"{STORY}\n\n© Agence France-Presse", "Agence France-Presse"),
        (f"{STORY}\n\n- The Associated Press.\n\nMore news", "Associated Press"),
    ],
)
def test_a_text_is_an_agencys(text: str, name: str) -> None:
    assert credited(text) == [(name, True)]


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "",
        f"PORT SELLAN – {STORY}",
        f"The mayor (Ana Roll) – she is new – left. {STORY}",
        f"The boat (Skerrin) – a ferry – sank. {STORY}",
        f"He said so (twice) – and left. {STORY}",
        f"{STORY} Reuters reported it first.",
        f"{STORY}\n\n(Twice)",
        "\n\n".join([STORY] * 8 + [f"PORT SELLAN (Skerrin) – {STORY}"] + [STORY] * 4),
    ],
)
def test_nothing_is_credited(text: str) -> None:
    assert credited(text) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Reuters contributed to this report.", ["Reuters"]),
        ("(With inputs from PTI)", ["Press Trust of India"]),
        ("Reuters also contributed.", ["Reuters"]),
        ("With reporting by AFP and Skerrin News.", ["Agence France-Presse", "Skerrin News"]),
    ],
)
def test_thanks_for_help_are_not_the_text(line: str, names: list[str]) -> None:
    assert credited(f"{STORY}\n\n{line}") == [(name, False) for name in names]


@pytest.mark.parametrize(
    ("byline", "found"),
    [
        ("Reuters", [("Reuters", True)]),
        ("AFP", [("Agence France-Presse", True)]),
        ("Ana Roll", []),
        ("Ana Roll, Reuters", [("Reuters", False)]),
        ("The Sellan Gazette", []),
        ("AFP and Reuters", [("Agence France-Presse", False), ("Reuters", False)]),
    ],
)
def test_a_byline(byline: str, found: list[tuple[str, bool]]) -> None:
    assert credited(STORY, byline) == found


def test_an_agency_is_credited_once_and_its_whole_text_counts_for_more() -> None:
    text = f"PORT SELLAN (Reuters) – {STORY}\n\nReuters contributed to this report."
    assert credited(text, "Ana Roll, Reuters") == [("Reuters", True)]


PIECES = (
    "PORT SELLAN",
    "(AFP)",
    " – ",
    "(",
    ")",
    "\n\n",
    "Reuters",
    "by",
    ",",
    " ",
    "—",
    "©",
    "with files from",
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=60))
def test_a_credit_names_what_stands_at_its_place(text: str) -> None:
    credited(text)


def test_credits_without_end_take_work_in_proportion() -> None:
    check_linear(
        credited, ["(AB) – ", "(", "– ", " ", "AFP – ", "AFP\n\n", "A ", "©", "with files from "]
    )


@pytest.mark.parametrize(
    ("agency", "byline", "found"),
    [
        ("AFP", None, [("Agence France-Presse", True)]),
        ("Skerrin", None, [("Skerrin", True)]),
        ("Reuters", "Ana Roll", [("Reuters", False)]),
    ],
)
def test_a_file_may_credit_an_agency_in_its_head(
    agency: str, byline: str | None, found: list[tuple[str, bool]]
) -> None:
    document = Document("one.txt", STORY, byline=byline, agency=agency)
    assert [(one.name, one.whole) for one in credits_of(document)] == found
