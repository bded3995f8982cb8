"""Which predicate tells the harm of a counted group.

A group can be told among others who were harmed (`attach_member`), be the object of a predicate before it
(`attach_object`), or be the subject of one behind it (`attach_subject`). If two of these hold, the rules
here choose.
"""

from sayso.extract.casualties.attach_member import predicate_of_members
from sayso.extract.casualties.attach_object import predicate_before_object
from sayso.extract.casualties.attach_subject import predicate_behind
from sayso.extract.casualties.casualty_sentence import CasualtySentence
from sayso.extract.casualties.counted_people import CountedGroup
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.extract.casualties.toll_statements import attach_toll
from sayso.lexicon.harms import harm_words
from sayso.model.happening import Harm

COMPATIBLE_HARMS = frozenset({Harm.CAPTURED})  # hostages and prisoners can come to other harm


def attach_harm(sentence: CasualtySentence, at: int) -> None:
    """Set the predicate of a counted group; the groups before it have theirs."""
    reading = sentence.readings[at]
    reading.predicate = predicate_of_members(sentence, reading.group)
    if reading.predicate is not None:
        return
    before = predicate_before_object(sentence, at)
    behind = predicate_behind(sentence, at)
    if before is not None and behind is not None:
        prefer = _prefers_predicate_behind(sentence, reading.group, before, behind)
        reading.predicate = behind if prefer else before
    else:
        reading.predicate = before or behind
    attach_toll(sentence, at)


def _prefers_predicate_behind(
    sentence: CasualtySentence, group: CountedGroup, before: HarmPredicate, behind: HarmPredicate
) -> bool:
    """Whether a group has the harm that stands behind it, and not the one before it.

    It does if the noun itself tells the harm ("no deaths"), or if the predicate behind is nearer and
    no "and" or comma stands before it.
    """
    tells_itself = group.number_stop <= behind.first < group.stop
    if tells_itself and behind.harm not in COMPATIBLE_HARMS:
        return True
    nearer = group.first - before.last > behind.first - group.stop >= 0
    between = sentence.tokens[group.stop : behind.first]
    listing = harm_words().around.listing
    return nearer and not any(word.lower in listing for word in between)
