"""Which claims speak to one thing, and on which side they stand."""

from sayso.compare.comparison import compare
from sayso.extract.extracting import extract_together
from sayso.model.comparison import Comparison, Point, Side, State
from sayso.model.text import Document

GAZETTE = (
    "The Nine Valleys Front accused the army on Sunday of shelling the ferry market at Yalmet from "
    "Fort Drumlow.\n\nThe Ministry of Defence denied that the army had shelled the ferry market. "
    "The ministry's spokesman, Colonel Idren Oskeld, said that the rebels had stored munitions there."
)
POST = (
    "YALMET – A rebel group says the army shelled the ferry market at Yalmet. The army rejected "
    "these accusations on Sunday, calling them a lie.\n\nA senior defence official admitted that the "
    "guns at Fort Drumlow had been active overnight."
)
BAKER = "A bakery in Sellan has won a prize. The baker said that she uses old flour and cold water."


def compared(*texts: str) -> Comparison:
    documents = [Document(f"{number}.txt", text) for number, text in enumerate(texts)]
    return compare(extract_together(documents))


def words(comparison: Comparison, point: Point) -> list[tuple[str, str]]:
    facts = {one.document.id: one for one in comparison.facts}
    found = []
    for stand in point.claims:
        own = facts[stand.document]
        claim = next(one for one in own.claims if one.id == stand.claim)
        found.append((str(stand.side), " … ".join(own.document[part] for part in claim.content)))
    return found


def test_a_denial_stands_against_the_accusation() -> None:
    comparison = compared(GAZETTE)
    contested = [one for one in comparison.points if one.state is State.CONTESTED]
    assert contested
    sides = words(comparison, contested[0])
    assert any(side == "for" and "shelling the ferry market" in text for side, text in sides)
    assert any(side == "against" and "had shelled the ferry market" in text for side, text in sides)


def test_two_reports_make_two_voices_only_if_independent() -> None:
    comparison = compared(GAZETTE, POST)
    top = comparison.points[0]
    assert top.state is State.CONTESTED
    assert {stand.document for stand in top.claims} == {one.document.id for one in comparison.facts}
    copied = compared(GAZETTE, GAZETTE + "\n\nThe road was shut.")
    assert len(copied.origins) == 1
    assert all(one.origins_for <= 1 and one.origins_against <= 1 for one in copied.points)


def test_these_accusations_point_back() -> None:
    comparison = compared(
        "A rebel group accused the army of shelling the ferry market. The ministry rejected these "
        "accusations on Sunday."
    )
    (point,) = comparison.points
    assert point.state is State.CONTESTED
    assert words(comparison, point) == [
        ("for", "the army of shelling the ferry market"),
        ("against", "these accusations"),
    ]
    assert point.why[0].feature == "pointing back"


def test_an_admission_is_a_point_by_itself() -> None:
    comparison = compared(POST)
    conceded = [one for one in comparison.points if one.state is State.CONCEDED]
    assert any("active overnight" in text for one in conceded for _, text in words(comparison, one))


def test_a_report_of_something_else_keeps_to_itself() -> None:
    comparison = compared(GAZETTE, POST, BAKER)
    baker = comparison.facts[2].document.id
    assert not [
        one for one in comparison.points if baker in {stand.document for stand in one.claims}
    ]


def test_titles_are_words_of_one_of_the_claims() -> None:
    comparison = compared(GAZETTE, POST)
    facts = {one.document.id: one for one in comparison.facts}
    for point in comparison.points:
        claims = [
            claim
            for stand in point.claims
            for claim in facts[stand.document].claims
            if claim.id == stand.claim and stand.document == point.title.document
        ]
        assert any(span.holds(point.title.span) for claim in claims for span in claim.content)


def test_every_point_says_why_its_claims_belong_together() -> None:
    for point in compared(GAZETTE, POST).points:
        assert point.why or len(point.claims) == 1


def test_the_order_of_reports_changes_nothing() -> None:
    there, back = compared(GAZETTE, POST, BAKER), compared(BAKER, POST, GAZETTE)
    assert there.points == back.points
    assert there.stories == back.stories
    assert there.origins == back.origins


def test_open_claims_take_no_side() -> None:
    comparison = compared(GAZETTE.replace("denied that", "declined to say whether"))
    sides = {stand.side for point in comparison.points for stand in point.claims}
    assert Side.AGAINST not in sides


def test_two_numbers_of_one_toll_stand_against_each_other() -> None:
    comparison = compared(
        "At least 84 soldiers were killed near Yalmet, the Nine Valleys Front said. The ministry "
        "said that 17 soldiers were killed.",
    )
    contested = [one for one in comparison.points if one.state is State.CONTESTED]
    assert {side for side, _ in words(comparison, contested[0])} == {"for", "against"}


def test_a_concession_against_interest_is_marked_as_such() -> None:
    comparison = compared(GAZETTE, POST)
    marked = [
        (why.detail, point.state)
        for point in comparison.points
        for why in point.why
        if why.feature == "concession against interest"
    ]
    assert any("guns at Fort Drumlow" in detail for detail, _ in marked)


def test_who_is_called_a_liar_is_answered() -> None:
    comparison = compared(
        "The union said that the officers had fired live rounds into the crowd. The minister called "
        "the report absurd."
    )
    (point,) = comparison.points
    assert point.state is State.CONTESTED
    assert [side for side, _ in words(comparison, point)] == ["for", "against"]


def sides(*texts: str) -> dict[str, str]:
    """The side of each claim of the first point, by its words."""
    comparison = compared(*texts)
    return {text: side for side, text in words(comparison, comparison.points[0])}


def test_a_second_denial_denies_the_same() -> None:
    found = sides(
        "The Front accused the army of burning the mill at Yalmet. The ministry denied that the army "
        "had burned the mill. The president rejected the accusation."
    )
    assert found["the accusation"] == "against"
    assert found["that the army had burned the mill"] == "against"


def test_accusations_to_the_contrary_are_not_what_was_said() -> None:
    found = sides(
        "The crew of the Selm ferry left the boat first, passengers said. The ferry company denied "
        "that the crew had left the boat first. Its owner said that accusations to the contrary were "
        "shameful."
    )
    assert found["that accusations to the contrary were shameful"] == "against"


def test_who_tells_of_no_comment_is_on_no_side() -> None:
    found = sides(
        "The Front accused the army of burning the mill at Yalmet. The army said it would not be "
        "drawn on the burning of the mill."
    )
    assert found["it would not be drawn on the burning of the mill"] == "open"


def test_what_turns_against_a_claim_must_speak_of_it() -> None:
    comparison = compared(
        "Quist would play on the left, the trainer said. Season tickets would not become dearer, the "
        "club said."
    )
    assert all(one.state is not State.CONTESTED for one in comparison.points)


def test_who_first_denied_and_then_says_so_has_come_round() -> None:
    denial = "Clara Voss denied that her husband held an account in the Lorn Islands."
    later = "Her husband held an account in the Lorn Islands, Clara Voss said."
    early, late = (
        Document(f"{number}.txt", text, outlet=outlet, published=published)
        for number, (text, outlet, published) in enumerate(
            [(denial, "Gazette", "2031-05-04"), (later, "Review", "2031-05-09")]
        )
    )
    (point,) = compare(extract_together([early, late])).points
    assert point.state is State.CONCEDED


def test_a_title_is_whole() -> None:
    comparison = compared(
        "The envoy of Ostland, which the Front says is arming the rebels, left on Sunday. Ostland "
        "denied that it was arming the rebels."
    )
    (point,) = (one for one in comparison.points if one.state is State.CONTESTED)
    facts = {one.document.id: one for one in comparison.facts}
    title = facts[point.title.document].document[point.title.span]
    assert title == "Ostland, which the Front says is arming the rebels"


def test_those_called_mr_are_not_of_one_camp() -> None:
    found = sides(
        "The council burned the letters of Selm, Mr Orlan said. Mr Tarrant denied that the council "
        "had burned the letters. Mr Pike said that smoke had come from its yard."
    )
    assert found["that smoke had come from its yard"] == "for"


def test_who_is_only_named_beside_a_charge_is_not_the_accused() -> None:
    found = sides(
        "Police accused Amos Pike of selling the bell of Selm to a scrap dealer. Mr Pike denied "
        "selling the bell. The scrap dealer said that a man had brought him the bell."
    )
    assert found["that a man had brought him the bell"] == "for"


def test_who_denies_in_a_word_says_the_rest_against_it_too() -> None:
    found = sides(
        "The horse of Arda was cast a hundred years ago, Dr Korn said. The museum rejected the claim. "
        "The museum said that tests dated the horse to the third century."
    )
    assert found["that tests dated the horse to the third century"] == "against"


def test_a_denial_of_what_nobody_says_is_a_point_by_itself() -> None:
    comparison = compared(
        "Rescuers said at least 12 people were killed in the villages below the dam. The operator "
        "denied that the gates had been left open. The ministry said 14 people had died."
    )
    denying = [
        (point, words(comparison, point))
        for point in comparison.points
        if any("gates" in text for _, text in words(comparison, point))
    ]
    ((point, sides),) = denying
    assert point.state is State.SINGLE
    assert len(sides) == 1
