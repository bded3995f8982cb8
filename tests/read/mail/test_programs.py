"""How mail programs write what is answered and passed on, in the words that they put there."""

import pytest

from tests.read.mail.reading import read_bytes
from tests.read.mail.test_eml import BRIDGE, SAID, mail, multipart

BY_RUFUS = {
    "Apple Mail on a telephone": f"{SAID}\n> On 1 Mar 2026, at 19:21, Rufus Okada <r@x.example> wrote:\n>\n> {BRIDGE}\n",
    "Gmail, its address on the next line": f"{SAID}\n\nOn Sun, Mar 1, 2026 at 8:01 AM Rufus Okada <\nr@x.example> wrote:\n\n> {BRIDGE}\n",
    "Thunderbird": f"On 01/03/2026 08:15, Rufus Okada wrote:\n> {BRIDGE}\n\n{SAID}\n",
    "Mutt": f"Rufus Okada wrote:\n> {BRIDGE}\n\n{SAID}\n",
    "Horde": f"Quoting Rufus Okada <r@x.example>:\n\n> {BRIDGE}\n\n{SAID}\n",
    "Outlook": f"{SAID}\n\nFrom: Rufus Okada [mailto:r@x.example]\nSent: Sunday, March 1, 2026 8:15 AM\nTo: Ana Teller\nSubject: RE: Bridge\n\n{BRIDGE}\n",
    "Outlook in bold": f"{SAID}\n\n*From:* Rufus Okada <r@x.example>\n*Sent:* Sunday, March 1, 2026 8:15 AM\n*To:* Ana Teller\n*Subject:* Bridge\n\n{BRIDGE}\n",
    "Yahoo": f"{SAID}\n\n----- Original Message -----\nFrom: Rufus Okada <r@x.example>\nTo: a@x.example\nCc:\nSent: Sunday, March 1, 2026 5:44 PM\nSubject: Bridge\n\n{BRIDGE}\n",
    "Hotmail": f"{SAID}\n\n> Subject: Bridge\n> From: Rufus Okada <r@x.example>\n> To: a@x.example\n> Date: Sun, 1 Mar 2026 17:44:22 +0400\n>\n> {BRIDGE}\n",
    "Proton": f"{SAID}\n\n------- Forwarded Message -------\nFrom: Rufus Okada <r@x.example>\nDate: On Sunday, March 1st, 2026 at 18:05\nSubject: Fw: Bridge\nTo: Ana <a@x.example>\n\n> {BRIDGE}\n",
}


@pytest.mark.parametrize("program", BY_RUFUS)
def test_whose_words_are_whose(program: str) -> None:
    read = read_bytes(mail(BY_RUFUS[program]), "one.eml")
    assert read.text("one.eml") == SAID
    (other,) = (one.document for one in read.readings if one.document.text == BRIDGE)
    assert other.byline == "Rufus Okada"


@pytest.mark.parametrize(
    "page",
    [
        f"Hello, here is what he says.<br><br>-----Original Message-----<br>\nFrom: Rufus Okada &lt;r@x.example&gt;<br>\n"
        f"To: a &lt;a@x.example&gt;<br>\nSent: Sun, Mar 1, 2026 5:49 pm<br>\nSubject: Bridge<br><br><pre>{BRIDGE}</pre>",
        "<p>Hello, here is what he says.</p><p><b>From:</b> Rufus Okada [mailto:r@x.example]<br><b>Sent:</b> Sunday, March 1, 2026 "
        f"5:49 PM<br><b>To:</b> Ana<br><b>Subject:</b> Bridge</p><p>&nbsp;</p><p>{BRIDGE}</p>",
        "Hello, here is what he says.<br><hr><b>From: </b>Rufus Okada &lt;r@x.example&gt;<br><b>To: </b>a@x.example<br><b>Sent: </b>"
        f"Sunday, March 1, 2026 5:44:22 PM<br><b>Subject: </b>Bridge<br><br>{BRIDGE}<br>",
        '<div>Hello, here is what he says.</div><blockquote type="cite"><div>On 1 Mar 2026, at 18:05, Rufus Okada '
        f"&lt;r@x.example&gt; wrote:</div><br><div>{BRIDGE}</div></blockquote>",
    ],
)
def test_mails_in_html(page: str) -> None:
    read = read_bytes(
        multipart("mixed", f"Content-Type: text/html\n\n<html><body>{page}</body></html>"),
        "one.eml",
    )
    assert read.text("one.eml") == "Hello, here is what he says."
    (other,) = (one.document for one in read.readings if one.document.name != "one.eml")
    assert (other.text, other.byline, other.published) == (BRIDGE, "Rufus Okada", "2026-03-01")
