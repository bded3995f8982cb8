"""The head of a mail: what its header says of it."""

import re
from dataclasses import replace

from sayso.lexicon.mails import mail_words
from sayso.model.particulars import DateKind
from sayso.read.heads import HeadData
from sayso.read.mail.fields import Fields
from sayso.read.mail.intros import Intro
from sayso.read.senders import Sender, sender_of
from sayso.read.stated_dates import stated_date
from sayso.read.tidy import web_address

MARK = re.compile(
    r"\s*(?:\[[^\[\]]{1,60}\]|(?P<word>[A-Za-z]{2,4})(?:\[\d+\]|\(\d+\))?\s?[:：])\s*"
)
MAX_MARKS = 20
LIST_NAME = re.compile(r"\s*\"?([^<\"]{2,100}?)\"?\s*<")


def head_of_mail(fields: Fields) -> HeadData:
    """The head that a mail's header gives. An address is only that of the mail itself in an archive."""
    sender = sender_of(fields.words("from") or "")
    house = fields.words("organization") or sender.house
    if house is None and sender.person is None:
        listed = LIST_NAME.match(fields.words("list-id") or "")
        house = listed[1] if listed else None
    head = head_of_intro(
        Intro(date=fields.words("date") or "", subject=fields.words("subject") or ""),
        Sender(sender.person, house),
    )
    return replace(head, url=web_address((fields.words("archived-at") or "").strip("<> ")))


def head_of_intro(intro: Intro, sender: Sender | None = None) -> HeadData:
    """The head of a mail that another one quotes or passes on."""
    sender = sender or sender_of(intro.sender)
    published, stated = stated_date(DateKind.PUBLISHED, intro.date, intro.date_field)
    return HeadData(
        title=bare_subject(intro.subject),
        outlet=sender.house,
        byline=sender.person,
        published=published,
        dates=(stated,) if intro.date else (),
    )


def bare_subject(subject: str) -> str | None:
    """A subject without marks of answers, of passing on, and of lists.

    >>> bare_subject("Fwd: Re: [obs-list] Bridge closed: what we know")
    'Bridge closed: what we know'
    """
    for _ in range(MAX_MARKS):
        mark = MARK.match(subject)
        if not mark or (mark["word"] and mark["word"].lower() not in mail_words().subjects):
            break
        subject = subject[mark.end() :]
    return subject.strip() or None
