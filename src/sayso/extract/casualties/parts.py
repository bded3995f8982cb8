"""Groups that are part of another: "12 dead, five of them children"."""

from sayso.extract.casualties.casualty_sentence import CasualtySentence
from sayso.lexicon.harms import harm_words

MAX_WORDS_TO_SUBSET = 3  # words before a group where "including" may stand


def attach_part(sentence: CasualtySentence, at: int, whole: int | None) -> None:
    """Set the index of the group that a group is a part of.

    `whole` is the nearest group before it that came to harm and is no part of another.
    """
    reading, lexicon = sentence.readings[at], harm_words()
    group, tokens = reading.group, sentence.tokens
    before = [
        word.lower for word in tokens[max(0, group.first - MAX_WORDS_TO_SUBSET) : group.first]
    ]
    behind = [word.lower for word in tokens[group.number_stop : group.number_stop + 2]]
    if before[-1:] == ["among"]:
        before = []  # "he was among 30 wounded": one of these, not a part of others
    including = not lexicon.subset.isdisjoint(before)
    of_them = len(behind) > 1 and behind[0] == "of" and behind[1] in lexicon.of_them
    if including or of_them:
        reading.takes_harm_of_whole = including
        reading.part_of = whole
    elif at > 0 and before and before[-1] in lexicon.around.listing:
        beside = sentence.readings[at - 1]
        if group.first - beside.group.stop == 1 and beside.takes_harm_of_whole:
            reading.part_of = beside.part_of
