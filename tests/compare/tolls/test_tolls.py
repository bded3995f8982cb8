"""What the figures come to, and what is said of each."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.comparison import Change, Comparison, Origin, Story, Toll
from sayso.model.facts import Facts
from sayso.model.happening import Harm, Precision
from sayso.model.references import check_comparison
from sayso.model.speech import ActorType, Stance
from tests.compare.told import Told, alone, events_in, on, one_story, tolls_in
from tests.strategies import facts

AT_LEAST, ABOUT, VAGUE = Precision.AT_LEAST, Precision.ABOUT, Precision.VAGUE
IMPLIED = Precision.IMPLIED


def tolls(*told: Told, origins: tuple[Origin, ...] | None = None) -> list[Toll]:
    """The tolls of one story under the first policy."""
    pile, _ = one_story(*told)
    return [toll for toll in tolls_in(pile, origins) if toll.policy == "ucdp"]


def bounds(toll: Toll) -> tuple[int | None, int | None, int | None]:
    return toll.low, toll.best, toll.high


def test_one_sides_dead_stand_side_by_side_and_another_sides_apart() -> None:
    one = Told("At least 84 mercenaries and 47 Orratan soldiers were killed.", "Gazette")
    two = Told("Rebels: some 50 paramilitaries were killed in the fight.", "Review")
    one.figure("At least 84", 84, None, AT_LEAST, who="mercenaries")
    one.figure("47", who="Orratan soldiers")
    said = two.says("Rebels", "some 50 paramilitaries were killed", ActorType.GROUP)
    two.figure("some 50", kind=ABOUT, who="paramilitaries", claim=said)
    hired, regular = tolls(one, two)
    assert len(hired.figures) == 2
    assert len(regular.figures) == 1
    assert bounds(hired) == (84, 84, 84)
    assert bounds(regular) == (47, 47, 47)
    assert sorted(hired.why) == [
        "left out of best: some 50 paramilitaries (Review, Rebels): enemy claim",
        "used: At least 84 mercenaries (Gazette, its own voice): taken as: 84",
    ]


def test_a_partys_claim_about_its_enemy_alone_gives_the_highest_alone() -> None:
    one = Told("The army said 30 militants were killed. It lost 2 soldiers.", "Gazette")
    said = one.says("The army", "30 militants were killed", ActorType.ORGANISATION)
    one.figure("30", who="militants", claim=said)
    own = one.says("It", "2 soldiers", ActorType.ORGANISATION)
    one.figure("2", who="soldiers", claim=own)
    assert {bounds(toll) for toll in tolls(one)} == {(0, 0, 30), (2, 2, 2)}


def test_a_speaker_of_no_known_side_makes_no_claim_about_an_enemy() -> None:
    one = Told("The Tarn Committee said 30 militants were killed.", "Gazette")
    said = one.says("The Tarn Committee", "30 militants were killed", ActorType.GROUP)
    one.figure("30", who="militants", claim=said)
    assert bounds(tolls(one)[0]) == (30, 30, 30)


def test_the_side_of_a_name_is_learnt_from_the_reports() -> None:
    one = Told("Rebels from the Tarn Front (TF) attacked.", "Gazette")
    two = Told("A TF official said 9 soldiers were killed.", "Review")
    said = two.says("A TF official", "9 soldiers were killed", named=False)
    two.figure("9", who="soldiers", claim=said)
    assert bounds(tolls(one, two)[0]) == (0, 0, 9)


def test_a_part_is_shown_and_adds_nothing() -> None:
    one = Told("The blast killed 35 people, 4 of them children.", "Gazette")
    whole = one.figure("35", who="people")
    one.figure("4", who="children", part_of=whole)
    (toll,) = tolls(one)
    assert bounds(toll) == (35, 35, 35)
    assert toll.why[1].startswith("left out: 4 of them children")
    assert toll.why[1].endswith("part of: 35 people")


def test_a_part_of_other_victims_stands_with_its_own_kind() -> None:
    one = Told("The blast killed 35 people, 6 of them soldiers.", "Gazette")
    two = Told("Six or 8 soldiers were killed.", "Review")
    whole = one.figure("35", who="people")
    one.figure("6", who="soldiers", part_of=whole)
    two.figure("8", who="soldiers")
    assert sorted(bounds(toll) for toll in tolls(one, two)) == [(6, 6, 8), (35, 35, 35)]


def test_hypothetical_and_denied_harm_is_not_counted() -> None:
    one = Told("It could kill 900 people. The army denied that 12 people died.", "Gazette")
    one.figure("900", who="people", hypothetical=True)
    said = one.says("The army", "12 people died", ActorType.ORGANISATION, Stance.DENIES)
    one.figure("12", who="people", claim=said)
    (toll,) = tolls(one)
    assert bounds(toll) == (None, None, None)
    assert toll.why == (
        "left out: 900 people (Gazette, its own voice): hypothetical",
        "left out: 12 people (Gazette, The army): denied",
    )


def test_one_voice_counts_once() -> None:
    text = "At least 20 people died, the governor said."
    one, two = Told(text, "Gazette"), Told(text + " It rained.", "Post")
    for each in (one, two):
        said = each.says("the governor", "At least 20 people died", named=False)
        each.figure("At least 20", 20, None, AT_LEAST, who="people", claim=said)
    pile, _ = one_story(one, two)
    together = (Origin(tuple(sorted(own.document.id for own in pile))),)
    (toll,) = tolls(one, two, origins=together)
    assert sum(line.startswith("used") for line in toll.why) == 1
    assert sum("one voice with" in line for line in toll.why) == 1
    (toll,) = tolls(one, two)  # two governors, for all we know
    assert sum(line.startswith("used") for line in toll.why) == 2


def test_a_report_that_cites_a_paper_is_its_voice() -> None:
    one = Told("The blast killed 35 people.", "Daily Plumbline")
    two = Told("The Daily Plumbline counted 35 people dead.", "Review")
    one.figure("35", who="people")
    said = two.says("The Daily Plumbline", "35 people dead", ActorType.MEDIA)
    two.figure("35", who="people", claim=said)
    (toll,) = tolls(one, two)
    assert "one voice with: 35 people (Daily Plumbline, its own voice)" in " ".join(toll.why)


def test_what_a_papers_unnamed_source_counts_is_the_papers_voice() -> None:
    one = Told("The blast killed 35 people.", "Daily Plumbline")
    two = Told("A source of the Daily Plumbline counted 35 people dead.", "Review")
    three = Told("Hospital sources counted 35 people dead.", "Radio Ondrel")
    one.figure("35", who="people")
    for told, source in ((two, "A source of the Daily Plumbline"), (three, "Hospital sources")):
        said = told.says(source, "35 people dead", ActorType.UNNAMED, named=False)
        told.figure("35", who="people", claim=said)
    (toll,) = tolls(one, two, three)
    (excluded,) = [line for line in toll.why if line.startswith("left out")]
    assert "Review" in excluded
    assert "one voice with: 35 people (Daily Plumbline, its own voice)" in excluded


def test_the_later_and_higher_toll_is_best_and_the_earlier_stays_lowest() -> None:
    one = Told("At least 20 people died.", "Gazette", "2031-05-04")
    two = Told("The blast killed 38 people.", "Review", "2031-05-09T06:00:00+03:00")
    one.figure("At least 20", 20, None, AT_LEAST, who="people")
    two.figure("38", who="people")
    (toll,) = tolls(two, one)
    assert bounds(toll) == (20, 38, 38)
    assert "a later report counts: 38 people (Review, its own voice)" in toll.why[0]


def test_two_reports_of_one_hour_leave_the_lower_figure_best() -> None:
    one = Told("The blast killed 35 people.", "Gazette", "2031-05-04T06:00:00+03:00")
    two = Told("The blast killed 38 people.", "Review", "2031-05-04T03:00:00Z")
    one.figure("35", who="people")
    two.figure("38", who="people")
    assert bounds(tolls(one, two)[0]) == (35, 35, 38)


def test_a_range_says_more_than_a_number_within_it() -> None:
    one = Told("9 people were killed. Between 8 and 10 people died in the strike.", "Gazette")
    one.figure("9", who="people")
    one.figure("Between 8 and 10", 8, 10, Precision.RANGE, who="people")
    (toll,) = tolls(one)
    assert (toll.low, toll.high) == (8, 10)
    assert any(why.endswith("the same voice counts: Between 8 and 10 people") for why in toll.why)


def test_a_range_says_nothing_of_a_number_outside_it() -> None:
    one = Told("14 people were killed. Between 8 and 10 people died in the strike.", "Gazette")
    one.figure("14", who="people")
    one.figure("Between 8 and 10", 8, 10, Precision.RANGE, who="people")
    (toll,) = tolls(one)
    assert bounds(toll) == (14, 14, 14)


def test_a_voice_that_corrects_itself_is_taken_at_its_last_word() -> None:
    one = Told("Jonna Wick said 40 people died.", "Gazette", "2031-05-04")
    two = Told("Wick now says 31 people died.", "Review", "2031-05-05")
    first = one.says("Jonna Wick", "40 people died")
    second = two.says("Wick", "31 people died")
    one.figure("40", who="people", claim=first)
    two.figure("31", who="people", claim=second)
    (toll,) = tolls(one, two)
    assert bounds(toll) == (31, 31, 31)
    assert toll.why[0].endswith("the same voice later counts: 31 people")


def test_two_people_of_one_surname_are_two_voices() -> None:
    one = Told("Colonel Idren Wick said 40 people died.", "Gazette", "2031-05-04")
    two = Told("Dr Sefa Wick said 31 people died.", "Review", "2031-05-05")
    one.figure("40", who="people", claim=one.says("Colonel Idren Wick", "40 people died"))
    two.figure("31", who="people", claim=two.says("Dr Sefa Wick", "31 people died"))
    assert bounds(tolls(one, two)[0]) == (31, 31, 40)


def test_the_toll_of_a_longer_time_stands_apart() -> None:
    one = Told(
        "Shells killed 20 people in Orn on 4 May, the worst night since January. "
        "More than 700 people have been killed in the valleys since January.",
        "Gazette",
    )
    struck = one.event("Shells", "shelling", "Orn", on(4))
    one.figure("20", who="people", event=struck)
    one.figure("More than 700", 700, None, AT_LEAST, who="people")
    night, year = tolls(one)
    assert night.event is not None
    assert bounds(night) == (20, 20, 20)
    assert year.event is None
    assert year.why[0].endswith("background: since January")


def test_another_happening_has_its_own_toll() -> None:
    one = Told("Shells killed 20 people in Orn. In March 14 people died at Harl Bridge.", "Gazette")
    two = Told("Orn was shelled and 22 people died.", "Review")
    struck = one.event("Shells", "shelling", "Orn", on(4))
    before = one.event("died", "killing", "Harl Bridge", on(22, 3))
    shelled = two.event("shelled", "shelling", "Orn", on(4))
    one.figure("20", who="people", event=struck)
    one.figure("In March 14", who="people", event=before)
    two.figure("22", who="people", event=shelled)
    assert sorted(bounds(toll) for toll in tolls(one, two)) == [(14, 14, 14), (20, 20, 22)]


def test_a_word_and_a_single_death_give_way_to_numbers() -> None:
    one = Told("Dozens of people died. A teacher was killed; 31 people died.", "Gazette")
    two = Told("Nobody counted the people; dozens died.", "Review")
    said = one.says("A teacher", "31 people died")
    one.figure("Dozens", kind=VAGUE, who="people")
    one.figure("31", who="people", claim=said)
    two.figure("dozens", kind=VAGUE, who="people")
    assert bounds(tolls(one, two)[0]) == (31, 31, 31)
    assert bounds(tolls(two)[0]) == (24, 24, 24)


def test_nobody_dead_of_no_particular_kind_says_nothing_of_the_others() -> None:
    one = Told("The garrison had 0 deaths. The blast killed 35 people.", "Gazette")
    one.figure("had 0", who="deaths")
    one.figure("35", who="people")
    (toll,) = tolls(one)
    assert bounds(toll) == (35, 35, 35)
    assert toll.why[0] == (
        "left out: had 0 deaths (Gazette, its own voice): nobody harmed: 35 people"
    )
    other = Told("The garrison had 0 deaths. The blast killed 35 soldiers.", "Gazette")
    other.figure("had 0", who="deaths")
    other.figure("35", who="soldiers")
    assert sorted(bounds(toll) for toll in tolls(other)) == [(0, 0, 0), (35, 35, 35)]


def test_some_of_one_kind_are_among_the_people_whom_another_counts() -> None:
    one = Told(
        "Three nurses and Ana Roll died; the blast killed a porter.", "Gazette", "2031-05-04"
    )
    two = Told("The blast killed 12 people.", "Review", "2031-05-04")
    one.figure("Three", 3, 3, who="nurses")
    one.figure("Ana Roll", 1, 1, IMPLIED, who="Ana Roll")
    one.figure("a", 1, 1, IMPLIED, who="porter")
    two.figure("12", who="people")
    (toll,) = tolls(one, two)
    assert bounds(toll) == (12, 12, 12)
    assert [line.partition("): ")[2] for line in toll.why[:3]] == ["among: 12 people"] * 3
    assert toll.who is not None
    assert two.facts().document[toll.who.span] == "people"


def test_more_of_one_kind_than_anybody_counts_people_stand_apart() -> None:
    one = Told("The blast killed 3 people.", "Gazette", "2031-05-04")
    two = Told("The blast killed 5 nurses.", "Review", "2031-05-06")
    one.figure("3", who="people")
    two.figure("5", who="nurses")
    assert sorted(bounds(toll) for toll in tolls(one, two)) == [(3, 3, 3), (5, 5, 5)]


def test_what_sums_up_several_happenings_is_of_none_wherever_it_stands() -> None:
    one = Told(
        "5 dead in Orn. Near a mill 5 people died in separate attacks. Ana Roll fell.", "Post"
    )
    two = Told("The blast killed 2 people.", "Review")
    one.figure("5", who=None)
    one.figure("mill 5", who="people")
    two.figure("2", who="people")
    summed, struck = tolls(one, two)
    assert (bounds(summed), bounds(struck)) == ((5, 5, 5), (2, 2, 2))
    assert all("background: in separate attacks" in line for line in summed.why)


def test_people_are_the_fighters_of_whom_a_report_counts_as_many() -> None:
    one = Told("A blast killed 27 people. It was said that 20-27 militants fell.", "Gazette")
    one.figure("27", who="people")
    one.figure("20-27", 20, 27, Precision.RANGE, who="militants")
    (toll,) = tolls(one)
    assert bounds(toll) == (20, 27, 27)
    two = Told("A blast killed 27 people. They were 27 militants and 4 nurses.", "Gazette")
    two.figure("27", who="people")
    two.figure("were 27", who="militants")
    two.figure("4", who="nurses")
    assert len(tolls(two)) == 2
    three = Told("A blast killed 27 people. It killed 12 militants.", "Gazette")
    three.figure("27", who="people")
    three.figure("12", who="militants")
    assert len(tolls(three)) == 2


def test_up_to_so_many_and_fewer_in_one_voice_are_a_range() -> None:
    one = Told("A blast killed 18 people. Up to 22 people died in all.", "Gazette")
    one.figure("18", who="people")
    one.figure("Up to 22", None, 22, Precision.AT_MOST, who="people")
    (toll,) = tolls(one)
    assert bounds(toll) == (18, 18, 22)


def test_a_range_that_a_number_tops_says_how_low_it_may_be() -> None:
    one = Told("A blast killed 9 people. In Orn 4-9 people were killed.", "Gazette")
    one.figure("9", who="people")
    one.figure("4-9", 4, 9, Precision.RANGE, who="people")
    (toll,) = tolls(one)
    assert bounds(toll) == (4, 9, 9)
    assert toll.why[1].startswith("left out of best: 4-9 people")
    assert toll.why[1].endswith("the same voice counts: 9 people")


def test_kinds_stay_apart_where_nobody_counts_people() -> None:
    one = Told("The blast killed 3 nurses. It killed 4 porters.", "Gazette")
    one.figure("3", who="nurses")
    one.figure("4", who="porters")
    assert sorted(bounds(toll) for toll in tolls(one)) == [(3, 3, 3), (4, 4, 4)]


def test_harms_are_counted_apart() -> None:
    one = Told("The blast killed 35 people and hurt 31 people.", "Gazette")
    one.figure("35", who="people")
    one.figure("31", harm=Harm.INJURED, who="people")
    assert [toll.harm for toll in tolls(one)] == [Harm.KILLED, Harm.INJURED]


def test_a_line_of_why_is_one_line() -> None:
    one = Told("At least\n\n84   people died.", "The\nGazette")
    one.figure("At least\n\n84", 84, None, AT_LEAST, who="people")
    assert tolls(one)[0].why == (
        "used: At least 84 people (The Gazette, its own voice): taken as: 84",
    )


def test_so_many_of_the_dead_are_a_part_of_those_counted_before() -> None:
    one = Told("There are 38 deaths. Of 33 of the dead the names are known.", "Register")
    one.figure("38", who="deaths")
    said = one.says("There", "33 of the dead", named=False)
    one.figure("33", who="dead", claim=said)
    (toll,) = tolls(one)
    assert bounds(toll) == (38, 38, 38)
    assert toll.why[1].endswith("part of: 38 deaths")


def test_those_who_come_to_others_are_not_all() -> None:
    one = Told("The blast killed 12 people.", "Gazette")
    two = Told("Guards found 2 more dead.", "Review")
    one.figure("12", who="people")
    two.figure("2", who="dead")
    (toll,) = tolls(one, two)
    assert bounds(toll) == (12, 12, 12)
    assert any(line.endswith("adds to others: 12 people") for line in toll.why)
    assert bounds(tolls(two)[0]) == (2, 2, 2)
    hurt = Told("A man died, 5 others were hurt.", "Post")
    more = Told("The blast hurt 7 people.", "Review")
    hurt.figure("5", harm=Harm.INJURED, who="others")
    more.figure("7", harm=Harm.INJURED, who="people")
    assert bounds(tolls(hurt, more)[0]) == (5, 5, 7)


def test_words_of_harm_alone_count_the_fighters_counted_before_them() -> None:
    one = Told("Rebels spoke of 50 soldiers killed; the army puts its losses at 2 dead.", "Post")
    one.figure("50", who="soldiers")
    one.figure("2", who="dead", claim=one.says("the army", "2 dead", ActorType.ORGANISATION))
    assert len(tolls(one)) == 1
    two = Told("The blast hit 50 people and left 2 dead.", "Post")
    two.figure("50", harm=Harm.INJURED, who="people")
    two.figure("2", who="dead")
    assert len(tolls(two)) == 2


def test_of_them_points_to_the_one_kind_of_fighters_named_before() -> None:
    one = Told("The soldiers are harder. The Front says it killed 50 of them.", "Review")
    two = Told("It lost 2 soldiers.", "Post")
    one.figure("50")
    two.figure("2", who="soldiers")
    assert len(tolls(one, two)) == 1


def test_seven_wounded_are_the_seven_soldiers_of_the_others() -> None:
    one, two, three = (
        Told("The blast wounded 7 soldiers.", "Gazette"),
        Told("It hurt 7 servicemen.", "Post"),
        Told("The ministry admits to 7 wounded.", "Review"),
    )
    one.figure("7", harm=Harm.INJURED, who="soldiers")
    three.figure("7", harm=Harm.INJURED, who="wounded")
    assert len(tolls(one, three)) == 2  # one report is not enough to say so
    two.figure("7", harm=Harm.INJURED, who="servicemen")
    assert len(tolls(one, two, three)) == 1


def test_a_report_of_no_known_day_is_overtaken_with_its_like() -> None:
    one = Told("Some say 14 people died.", "Gazette", "2031-05-04")
    two = Told("Radio: 14 people died.", "Radio")
    three = Told("The blast killed 38 people.", "Review", "2031-05-09")
    one.figure("14", who="people")
    two.figure("14", who="people")
    three.figure("38", who="people")
    assert bounds(tolls(one, two, three)[0]) == (14, 38, 38)
    assert bounds(tolls(two, three)[0]) == (14, 14, 38)


def test_one_voices_number_is_of_one_happening_unless_the_days_differ() -> None:
    def pile(day: int) -> tuple[Told, Told]:
        one = Told("Shells hit Orn. At Fort Aske 50 soldiers were killed, the TF said.", "Gazette")
        two = Told("In Orn shells fell, and the TF said 50 soldiers were killed.", "Post")
        one.event("hit", "shelling", "Orn", on(4))
        at_the_fort = one.event("killed", "killing", "Fort Aske", on(day))
        here = two.event("fell", "shelling", "Orn", on(4))
        for each, event in ((one, at_the_fort), (two, here)):
            said = each.says("TF", "50 soldiers were killed", ActorType.GROUP)
            each.figure("50", who="soldiers", event=event, claim=said)
        return one, two

    assert len(tolls(*pile(4))) == 1
    assert len(tolls(*pile(9))) == 2


def test_what_a_report_calls_itself_is_its_own_voice() -> None:
    one = Told("Now 21 people are gone. An earlier form of this article had 12 people.", "Post")
    one.figure("21", harm=Harm.MISSING, who="people")
    said = one.says("this article", "12 people", ActorType.DOCUMENT)
    one.figure("12", harm=Harm.MISSING, who="people", claim=said)
    (toll,) = tolls(one)
    assert bounds(toll) == (21, 21, 21)


def test_the_bare_name_of_a_body_is_the_one_fuller_name_of_the_report() -> None:
    one = Told("The Defence Ministry denied it. The ministry said 9 militants died.", "Post")
    one.says("The Defence Ministry", "it", ActorType.STATE)
    said = one.says("The ministry", "9 militants died", ActorType.ORGANISATION, named=False)
    one.figure("9", who="militants", claim=said)
    assert bounds(tolls(one)[0]) == (0, 0, 9)


piles = st.lists(facts(1), min_size=1, max_size=3, unique_by=lambda one: one.document.id)


@given(piles, st.booleans(), st.data())
def test_any_figures_give_tolls_that_hold_together(
    pile: list[Facts], one_voice: bool, data: Any
) -> None:
    ids = tuple(sorted(one.document.id for one in pile))
    stories = (Story(ids),)
    events = events_in(pile)
    origins = (Origin(ids),) if one_voice else alone(pile)
    found = tolls_in(pile, origins)
    check_comparison(Comparison(tuple(pile), stories, origins=origins, events=events, tolls=found))
    for toll in found:
        known = [value for value in (toll.low, toll.best, toll.high) if value is not None]
        assert known == sorted(known)
        assert len(toll.why) == len(toll.figures)
        assert not any("\n" in line for line in toll.why)
    for policy in ("ucdp", "acled", "airwars"):
        told = sorted(
            (one.document, one.figure)
            for toll in found
            if toll.policy == policy
            for one in toll.figures
        )
        harmed = [(one.document.id, own.id) for one in pile for own in one.figures if own.harm]
        assert told == sorted(harmed)
    assert tolls_in(data.draw(st.permutations(pile)), origins) == found


def army_and_rebels(published: str) -> tuple[Told, Told]:
    """The army counts 20 dead, and the rebels then 84."""
    army = Told("The army said 20 people died.", "Gazette", "2031-05-04")
    rebels = Told("The rebels said 84 people died.", "Review", published)
    by_army = army.says("The army", "20 people died", ActorType.ORGANISATION)
    by_rebels = rebels.says("The rebels", "84 people died", ActorType.GROUP)
    army.figure("20", who="people", claim=by_army)
    rebels.figure("84", who="people", claim=by_rebels)
    return army, rebels


def test_a_later_count_of_another_side_does_not_replace_one() -> None:
    (toll,) = tolls(*army_and_rebels("2031-05-06"))
    assert [step.change for step in toll.course] == [Change.FIRST, Change.RIVAL]
    assert bounds(toll) == (20, 20, 84)
    assert [line.partition(":")[0] for line in toll.why] == ["used", "used"]


def test_a_later_count_of_the_same_side_or_of_none_replaces_one() -> None:
    army, rebels = army_and_rebels("2031-05-06")
    ministry = Told("The Defence Ministry said 35 people died.", "Post", "2031-05-06")
    said = ministry.says("The Defence Ministry", "35 people died", ActorType.STATE)
    ministry.figure("35", who="people", claim=said)
    (toll,) = tolls(army, rebels, ministry)
    assert bounds(toll) == (20, 35, 84)
    doctors = Told("Doctors said 38 people died.", "Echo", "2031-05-07")
    said = doctors.says("Doctors", "38 people died", ActorType.GROUP, named=False)
    doctors.figure("38", who="people", claim=said)
    (toll,) = tolls(army, doctors)
    assert bounds(toll) == (20, 38, 38)
    assert [step.change for step in toll.course] == [Change.FIRST, Change.UPDATE]
