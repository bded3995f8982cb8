"""Which reports count as one voice."""

from itertools import permutations

from sayso.compare.card import Card
from sayso.compare.copies.copies import find_copies
from sayso.compare.sources.origins import find_origins
from sayso.dossier.wording import reasons_words
from sayso.model.comparison import Copy, Origin, Story
from sayso.model.reasons import RuleName, because
from sayso.model.text import Document, Head
from tests.compare.told import cards_of

FLOOD = (
    "The river rose two metres in the night and took the footbridge at Lower Tarn with it, the mayor "
    "said on Monday. Forty families spent the night in the school. Nobody is missing, she said, but "
    "eleven boats are, and the road to Selm stays closed until the engineers have seen its piers.\n\n"
)
CHOIR = (
    "The choir of Upper Ombry, which has sung in the old chapel for as long as anybody remembers, "
    "moves to a hall with better heating and worse light on Saturday. Its conductor is sorry about "
    "the echo; the two basses, he adds, are not, because the chapel's stairs had become too steep.\n\n"
)
FERRY = (
    "A ferryman who has crossed the lake four times a day since the spring says that its water has "
    "turned green along the eastern bank. The waterworks took samples there twice in August and have "
    "told nobody what was in them; a fisherman showed this paper nine dead perch in a bucket.\n\n"
)


def voices(
    documents: list[Document], copies: tuple[Copy, ...] | None = None, *stories: Story
) -> set[frozenset[str]]:
    by_id = {one.id: one for one in documents}
    found = find_origins(
        cards_of(documents), find_copies(documents) if copies is None else copies, stories
    )
    check_partition(found, documents)
    return {frozenset(by_id[one].name for one in origin.documents) for origin in found}


def check_partition(found: tuple[Origin, ...], documents: list[Document]) -> None:
    assert sorted(one for origin in found for one in origin.documents) == sorted(
        d.id for d in documents
    )
    assert all(origin.why for origin in found if len(origin.documents) > 1)


def test_reports_of_their_own_are_voices_of_their_own() -> None:
    assert voices([Document("a", FLOOD), Document("b", CHOIR)]) == {frozenset("a"), frozenset("b")}


def test_a_copy_and_its_source_are_one_voice() -> None:
    assert voices([Document("a", FLOOD), Document("b", FLOOD + "More follows.")]) == {
        frozenset("ab")
    }


def test_two_reports_that_a_third_merges_stay_two_voices() -> None:
    merged = [Document("a", FLOOD), Document("b", CHOIR), Document("c", FLOOD + CHOIR)]
    for order in permutations(merged):
        assert len(voices(list(order))) == 2


def test_a_long_report_that_holds_a_short_one_has_its_own_voice() -> None:
    short = FLOOD[: FLOOD.index(" Forty")]
    found = voices([Document("a", short), Document("b", FLOOD + CHOIR + FERRY + CHOIR[:200])])
    assert found == {frozenset("a"), frozenset("b")}


def test_reports_that_carry_one_agencys_text_are_one_voice_though_their_words_differ() -> None:
    one = Document("a", f"SELLAN (Skerrin) – {FLOOD}")
    other = Document("b", f"TARN (Skerrin) – {CHOIR}")
    assert len(voices([one, other])) == 2
    assert voices([one, other], (), Story((one.id, other.id))) == {frozenset("ab")}


def test_two_reports_by_one_outlet_are_one_voice_in_one_story() -> None:
    one = Document("a", FLOOD, outlet="The Tarn Herald")
    other = Document("b", CHOIR, outlet="Tarn Herald")
    third = Document("c", FERRY, outlet="Selm Gazette")
    story = Story((one.id, other.id, third.id))
    assert voices([one, other, third], (), story) == {frozenset("ab"), frozenset("c")}


def test_outlets_of_one_house_are_one_voice_in_one_story_and_the_reason_names_it() -> None:
    one = Document("a", FLOOD, outlet="Liverpool Echo")
    other = Document("b", CHOIR, outlet="The Echo", url="https://www.mirror.co.uk/news/1")
    third = Document("c", FERRY, outlet="Selm Gazette", url="https://selm.example/2")
    documents = {each.id: each for each in (one, other, third)}
    story = Story(tuple(documents))
    assert voices([one, other, third], (), story) == {frozenset("ab"), frozenset("c")}
    (joined,) = [
        each for each in find_origins(cards_of(documents.values()), (), (story,)) if each.why
    ]
    assert joined.why[0].feature == "same house"
    (reason,) = joined.why[0].reasons
    assert reason.values == ("The Echo", "b", "Liverpool Echo", "a", "Reach plc")


def test_a_text_that_two_agencies_are_credited_for_is_nobodys() -> None:
    one = Document("a", f"SELLAN (Skerrin) – {FLOOD}\n\n– AFP")
    other = Document("b", f"TARN (Skerrin) – {CHOIR}")
    assert len(voices([one, other], (), Story((one.id, other.id)))) == 2


def test_the_reasons_name_the_reports() -> None:
    documents = {
        one.id: one for one in (Document("a", FLOOD), Document("b", FLOOD + "More follows."))
    }
    (origin,) = find_origins(
        cards_of(documents.values()), find_copies(list(documents.values())), ()
    )
    (why,) = origin.why
    assert why.feature == "same words"
    (reason,) = why.reasons
    assert (reason.rule, reason.values[1:]) in (
        ("same words", ("a", "b")),
        ("same words", ("b", "a")),
    )
    assert 0.9 < why.score <= 1


def test_one_text_from_three_outlets_is_one_voice_and_the_reason_names_them() -> None:
    heads = Head("b", outlet="Selm Gazette"), Head("c", outlet="Ombry Post")
    one = Document("a", FLOOD, outlet="Tarn Herald", also=heads)
    (origin,) = find_origins(cards_of([one]), (), (Story((one.id,)),))
    (why,) = origin.why
    assert (why.feature, why.score) == ("same text", 1.0)
    values = [("Selm Gazette", "Tarn Herald"), ("Ombry Post", "Tarn Herald")]
    assert list(why.reasons) == [because(RuleName.SAME_TEXT, *pair) for pair in values]
    assert reasons_words(why.reasons[:1]) == "Selm Gazette has exactly the same text as Tarn Herald"


def test_without_two_outlets_the_reason_names_the_reports() -> None:
    for outlet in (None, "The Tarn Herald"):
        one = Document("a", FLOOD, outlet="Tarn Herald", also=(Head("b", outlet=outlet),))
        (origin,) = find_origins(cards_of([one]), (), ())
        assert origin.why[0].reasons == (because(RuleName.SAME_TEXT, "b", "a"),)


def test_reports_of_one_name_are_told_apart_by_what_differs() -> None:
    one = Document("a", FLOOD, outlet="Tarn Herald", published="2031-05-04")
    other = Document("a", f"{FLOOD}More follows.", outlet="Tarn Herald", published="2031-05-05")
    (origin,) = find_origins(by_id(one, other), find_copies([one, other]), (story_of(one, other),))
    for why in origin.why:
        assert {"a (2031-05-04)", "a (2031-05-05)"} < {*why.reasons[0].values}


def test_every_outlet_and_house_of_a_text_makes_it_one_voice_with_their_other_reports() -> None:
    second = Head("b", outlet="The Echo", url="https://www.mirror.co.uk/news/1")
    one = Document("a", FLOOD, outlet="Tarn Herald", also=(second,))
    echo = Document("c", CHOIR, outlet="Liverpool Echo")
    other = Document("d", FERRY, outlet="Selm Gazette")
    story = Story((one.id, echo.id, other.id))
    assert voices([one, echo, other], (), story) == {frozenset("ac"), frozenset("d")}
    (_, joined) = next(
        each for each in find_origins(by_id(one, echo), (), (story_of(one, echo),))
    ).why
    assert joined.feature == "same house"
    assert {"The Echo", "b", "Liverpool Echo", "c"} < {*joined.reasons[0].values}


def test_the_byline_of_every_head_can_credit_an_agency() -> None:
    one = Document("a", FLOOD, outlet="Tarn Herald", also=(Head("b", byline="Reuters"),))
    wire = Document("c", CHOIR, outlet="Reuters")
    assert voices([one, wire], (), story_of(one, wire)) == {frozenset("ac")}


def by_id(*documents: Document) -> dict[str, Card]:
    return cards_of(documents)


def story_of(*documents: Document) -> Story:
    return Story(tuple(one.id for one in documents))
