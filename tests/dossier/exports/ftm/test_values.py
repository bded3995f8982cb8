import pytest

from sayso.dossier.exports.ftm.values import Entity, Seen, clean_text, dataset_name, seen_time

SEEN = Seen("sayso_case", "2031-05-06T09:30:00", "2031-05-06T09:30:00", "sayso 1.2.3")


def entity() -> Entity:
    return Entity("sayso-report-1", "Article", SEEN)


def test_what_cleaning_changes_is_kept_as_the_original():
    one = entity()
    one.add_line("name", "the governor\nof  Orle\x00")
    (statement,) = one.statements.values()
    assert statement["value"] == "the governor of Orle"
    assert statement["original_value"] == "the governor\nof  Orle\x00"


def test_what_is_clean_has_no_original():
    one = entity()
    one.add_text("title", "Shells hit\nSedge Ferry")
    (statement,) = one.statements.values()
    assert statement["value"] == "Shells hit\nSedge Ferry"
    assert statement["original_value"] is None


@pytest.mark.parametrize("words", [None, "", " ", "\u200b\x07"])
def test_nothing_to_see_is_no_value(words: str | None):
    one = entity()
    one.add_text("title", words)
    one.add_line("name", words)
    assert not one.statements


def test_a_value_is_stated_once():
    one = entity()
    one.add_line("name", "Northlight")
    one.add_line("name", "North\u200blight")
    assert one.properties() == {"name": ["Northlight"]}


@pytest.mark.parametrize(
    ("url", "held"),
    [
        ("https://a.example", ["https://a.example/"]),
        ("https://a.example/x?y#z", ["https://a.example/x?y#z"]),
        ("javascript:alert(1)", []),
        ("https://user@a.example/", []),
        (None, []),
    ],
)
def test_only_an_address_that_is_safe_to_follow_is_a_value(url: str | None, held: list[str]):
    one = entity()
    one.add_link("sourceUrl", url)
    assert one.properties().get("sourceUrl", []) == held


def test_every_statement_says_where_it_is_from():
    one = entity()
    one.add_moment("publishedAt", "2031-05-05T01:00:00+02:00")
    (statement,) = one.statements.values()
    assert (statement["value"], statement["original_value"]) == (
        "2031-05-04T23:00:00",
        "2031-05-05T01:00:00+02:00",
    )
    assert statement["dataset"] == "sayso_case"
    assert statement["first_seen"] == "2031-05-06T09:30:00"
    assert statement["origin"] == "sayso 1.2.3"


def test_the_time_of_a_case_is_utc_without_an_offset():
    assert seen_time("2031-05-06T09:30:00Z") == "2031-05-06T09:30:00"
    assert seen_time("2031-05-06T09:30:00+02:00") == "2031-05-06T07:30:00"
    assert seen_time("2031-05-06") == "2031-05-06T00:00:00"


@pytest.mark.parametrize("name", ["Yalmet", "=case\n# <b>", "", "🚑", "__a__"])
def test_a_dataset_has_a_name_of_letters_digits_and_single_underscores(name: str):
    made = dataset_name(name)
    assert made.startswith("sayso_")
    assert made.replace("_", "").isalnum()
    assert made.isascii()
    assert "__" not in made
    assert not made.endswith("_")


def test_composed_and_decomposed_words_are_one_value():
    assert clean_text("e\u0301cluse") == clean_text("écluse") == "écluse"
