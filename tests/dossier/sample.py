"""An invented event in five invented reports, with facts marked by hand."""

from datetime import date

from sayso.model.happening import Harm, Precision
from sayso.model.speech import ActorType, Speech, Stance
from sayso.model.text import Document, Span

from .draft import Draft

NIGHT = date(2031, 5, 4)  # a Sunday

COURIER = """Shells hit Sedge Ferry market; ministry says its guns were silent

At least 23 people were killed when shells struck the market at Sedge Ferry on Sunday night, \
the director of Saint Orla hospital said.

The Defence Ministry denied firing on the town. “Our guns were silent,” said its spokesman \
Odric Vanbeke. He added that seven soldiers had been wounded by drones.

The Saltmarsh Review reported that rebel commanders have acknowledged placing mortars beside \
the market hall. 🚑🚑 Ambulances were still arriving on Monday morning.
"""
WIRE = """PELLMERE, 5 May (Northlight) – Shells fell on a crowded market in the river town of Sedge \
Ferry late on Sunday, killing dozens, residents and officials said.

“They fired from the east bank for twenty minutes,” said one rebel commander, who asked not to \
be named. He put the dead at some 40, most of them traders.

Governor Ilse Tarrant accused the army of shelling civilians. The Defence Ministry, which signed \
the October ceasefire, declined to comment on the number of dead.
"""
HERALD = """Dozens dead as shells hit Sedge Ferry

PELLMERE, 5 May (Northlight) – Shells fell on a crowded market in the river town of Sedge Ferry \
late on Sunday, killing dozens, residents and officials said.

“They fired from the east bank for twenty minutes,” said one rebel commander, who asked not to \
be named. He put the dead at some 40, most of them traders.
"""
REVIEW = """Who fired on Sedge Ferry?

Three nights after the shelling of Sedge Ferry, two rebel commanders told the Review that their \
men “had put two mortars by the market hall, and should not have”. The defence ministry's \
spokesman, Odric Vanbeke, doubted that any mortar of theirs could reach the square.

Between 31 and 38 people died on 4 May, according to a tally kept by the Tarn Valley Monitor, \
which reportedly counted the graves.

You have 31.4% of this article left to read. The rest is for subscribers only.
"""
NOTE = """Tarn Valley Monitor – incident note 117

We record 31–38 killed and 12 missing at Sedge Ferry on 4 May 2031. The army has not fired on the \
east bank since the ceasefire, it says; we could not confirm this.
"""


def courier() -> Draft:
    draft = Draft(
        Document(
            "1-courier.txt",
            COURIER,
            "Shells hit Sedge Ferry market; ministry says its guns were silent",
            "Pellmere Courier",
            "Jonna Wick",
            "https://courier.example/sedge-ferry",
            "2031-05-05",
            "en",
        )
    )
    director = draft.actor("the director of Saint Orla hospital", ActorType.UNNAMED)
    ministry = draft.actor("The Defence Ministry", ActorType.STATE)
    spokesman = draft.actor(
        "Odric Vanbeke", ActorType.PERSON, draft.part("He added", "He"), role="its spokesman"
    )
    review = draft.actor("The Saltmarsh Review", ActorType.MEDIA)
    rebels = draft.actor("rebel commanders", ActorType.UNNAMED)
    first = draft.says(
        "the director of Saint Orla hospital",
        "said",
        "At least 23 people were killed when shells struck the market at Sedge Ferry on Sunday night",
    )
    killed = draft.claim([first], Stance.ASSERTS, director)
    denied = draft.says("The Defence Ministry", "denied", "firing on the town")
    draft.claim([denied], Stance.DENIES, ministry)
    silent = draft.says(
        "its spokesman Odric Vanbeke",
        draft.at("said", 1),
        "“Our guns were silent,”",
        speech=Speech.DIRECT,
    )
    draft.claim([silent], Stance.DENIES, spokesman)
    added = draft.says(
        draft.part("He added", "He"), "added", "that seven soldiers had been wounded by drones"
    )
    wounded = draft.claim([added], Stance.ASSERTS, spokesman)
    reported = draft.says(
        "The Saltmarsh Review",
        "reported",
        "that rebel commanders have acknowledged placing mortars beside the market hall",
    )
    draft.claim([reported], Stance.ASSERTS, review)
    conceded = draft.says(
        "rebel commanders",
        "have acknowledged",
        "placing mortars beside the market hall",
        within=reported,
    )
    draft.claim([reported, conceded], Stance.CONCEDES, rebels)
    own = draft.at("Ambulances were still arriving on Monday morning.")
    draft.claim([], Stance.ASSERTS, content=(own,))
    struck = draft.event("struck", "attack/shelling", "Sedge Ferry", "Sunday night", (NIGHT, NIGHT))
    draft.figure("At least 23", 23, None, Precision.AT_LEAST, Harm.KILLED, "people", killed, struck)
    draft.figure("seven", 7, 7, Precision.EXACT, Harm.INJURED, "soldiers", wounded)
    return draft


def wire(text: str = WIRE, **about) -> Draft:
    given = {"name": "2-wire.txt", "outlet": "Northlight", "published": "2031-05-05T06:40:00+02:00"}
    draft = Draft(Document(text=text, **(given | about)))
    commander = draft.actor(
        "one rebel commander", ActorType.UNNAMED, draft.part("He put", "He"), role="rebel commander"
    )
    residents = draft.actor("residents and officials", ActorType.UNNAMED)
    fell = draft.says(
        "residents and officials",
        draft.at("said"),
        "Shells fell on a crowded market in the river town of Sedge Ferry late on Sunday, "
        "killing dozens",
    )
    dozens = draft.claim([fell], Stance.ASSERTS, residents)
    fired = draft.says(
        "one rebel commander",
        draft.at("said", 1),
        "“They fired from the east bank for twenty minutes,”",
        speech=Speech.DIRECT,
    )
    draft.claim([fired], Stance.ACCUSES, commander)
    put = draft.says(draft.part("He put", "He"), "put", "the dead at some 40, most of them traders")
    forty = draft.claim([put], Stance.ASSERTS, commander)
    event = draft.event(
        "Shells fell", "attack/shelling", "Sedge Ferry", "late on Sunday", (NIGHT, NIGHT)
    )
    draft.figure("dozens", 24, None, Precision.VAGUE, Harm.KILLED, None, dozens, event)
    draft.figure("some 40", 40, 40, Precision.ABOUT, Harm.KILLED, "the dead", forty, event)
    if "Ilse" not in text:
        return draft
    governor = draft.actor("Governor Ilse Tarrant", ActorType.PERSON)
    ministry = draft.actor("The Defence Ministry", ActorType.STATE)
    accused = draft.says("Governor Ilse Tarrant", "accused", "the army of shelling civilians")
    draft.claim([accused], Stance.ACCUSES, governor)
    declined = draft.says("The Defence Ministry", "declined to comment", "the number of dead")
    draft.claim([declined], Stance.DECLINES, ministry)
    return draft


def review() -> Draft:
    tail = REVIEW.index("You have")
    document = Document(
        "4-review.html",
        REVIEW,
        "Who fired on Sedge Ferry?",
        "The Saltmarsh Review",
        None,
        "https://review.example/a?b=1&c=2",
        "2031-05-07T21:15:00-05:00",
        "en",
        "ab" * 32,
        0.314,
        (Span(tail, len(REVIEW.rstrip())),),
    )
    draft = Draft(document)
    rebels = draft.actor("two rebel commanders", ActorType.UNNAMED)
    spokesman = draft.actor(
        "Odric Vanbeke", ActorType.PERSON, role="The defence ministry's spokesman"
    )
    monitor = draft.actor("the Tarn Valley Monitor", ActorType.ORGANISATION)
    told = draft.says(
        "two rebel commanders",
        "told",
        "their men “had put two mortars by the market hall, and should not have”",
        speech=Speech.MIXED,
    )
    draft.claim([told], Stance.CONCEDES, rebels)
    doubted = draft.says(
        "The defence ministry's spokesman, Odric Vanbeke",
        "doubted",
        "that any mortar of theirs could reach the square",
    )
    draft.claim([doubted], Stance.DOUBTS, spokesman)
    tally = draft.says(
        "a tally kept by the Tarn Valley Monitor",
        "according to",
        "Between 31 and 38 people died on 4 May",
    )
    died = draft.claim([tally], Stance.ASSERTS, monitor, hedges=["reportedly"])
    event = draft.event("the shelling", "attack/shelling", "Sedge Ferry", "4 May", (NIGHT, NIGHT))
    draft.figure("Between 31 and 38", 31, 38, Precision.RANGE, Harm.KILLED, "people", died, event)
    return draft


def note() -> Draft:
    draft = Draft(Document("notes/monitor 117.jsonl", NOTE, outlet="Tarn Valley Monitor"))
    army = draft.actor("The army", ActorType.GROUP, draft.part("it says", "it"))
    own = draft.claim(
        [],
        Stance.ASSERTS,
        content=(draft.at("We record 31–38 killed and 12 missing at Sedge Ferry on 4 May 2031."),),
    )
    says = draft.says(
        draft.part("it says", "it"),
        "says",
        "The army has not fired on the east bank since the ceasefire",
    )
    draft.claim([says], Stance.DENIES, army)
    event = draft.event("killed", "attack/shelling", "Sedge Ferry", "4 May 2031", (NIGHT, NIGHT))
    draft.event("ceasefire", "agreement/ceasefire")
    draft.event("fired", "attack/shelling", negated=True)
    draft.figure("31–38", 31, 38, Precision.RANGE, Harm.KILLED, None, own, event)
    draft.figure("12", 12, 12, Precision.EXACT, Harm.MISSING, None, own, event)
    return draft


def drafts() -> list[Draft]:
    herald = wire(
        HERALD,
        name="3-herald.txt",
        title="Dozens dead as shells hit Sedge Ferry",
        outlet="Lorvane Herald",
        published="2031-05-05",
    )
    return [courier(), wire(), herald, review(), note()]
