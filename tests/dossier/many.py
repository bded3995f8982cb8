"""More reports than a page opens by itself, and one whose facts cross among hostile characters."""

from sayso.model.comparison import ActorMention, Comparison, SharedActor
from sayso.model.facts import Facts
from sayso.model.happening import Harm, Precision
from sayso.model.speech import ActorType, Stance
from sayso.model.text import Document
from tests.dossier.draft import Draft
from tests.dossier.hostile import SPANS

LONG_WORD = "Sedgeferrytarnvalleymonitor" * 9


def many(count: int) -> Comparison:
    """Reports with a speaker that they share and one that they do not."""
    drafts = [_one_of_many(number) for number in range(1, count + 1)]
    mayors = tuple(ActorMention(one.document.id, one.actors[0].id) for one in drafts)
    shared = SharedActor(drafts[0].quote("The mayor"), mayors)
    return Comparison(tuple(one.facts() for one in drafts), actors=(shared,))


def crossing() -> Facts:
    """A report with astral, combining and invisible characters before, in and around its facts."""
    draft = Draft(Document("n.txt", SPANS, title="🚢 <!--", read_to=SPANS.index("Later") + 9))
    mayor = draft.actor("The mayor", ActorType.PERSON)
    shut = draft.says(
        draft.at("mayor", 0),
        draft.at("said"),
        "🚑 the e\u0301cluse </script><!-- was shut\u2028 & 🚢",
    )
    draft.claim([shut], Stance.ASSERTS, mayor)
    draft.claim(
        [],
        Stance.ASSERTS,
        content=(draft.at("</script><!-- was shut\u2028 & 🚢 open ]]>.\r\n\r\nLater 🚢"),),
    )
    denied = draft.says(
        draft.at("mayor", 1), draft.at("denied"), "\u202ea\u0301ll of it\u202c \\u003c/script> was"
    )
    draft.claim([denied], Stance.DENIES, mayor)
    draft.figure("🚢🚢", 2, 2, Precision.EXACT, Harm.KILLED, None)
    return draft.facts()


def _one_of_many(number: int) -> Draft:
    words = f"that bridge {number} was closed"
    text = (
        f"The mayor said {words}. Person {number} denied closing it.\n\n"
        f"Five died on Sunday. {LONG_WORD if number == 2 else ''}"
    )
    draft = Draft(Document(f"/home/me/{number}.txt", text, outlet=f"Outlet {number % 7}"))
    mayor = draft.actor("The mayor", ActorType.PERSON)
    person = draft.actor(f"Person {number}", ActorType.PERSON)
    draft.claim([draft.says("The mayor", "said", words)], Stance.ASSERTS, mayor)
    denied = draft.says(f"Person {number}", "denied", "closing it")
    draft.claim([denied], Stance.DENIES, person)
    draft.figure("Five", 5, 5, Precision.EXACT, Harm.KILLED, None)
    return draft
