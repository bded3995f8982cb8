"""Mails, mailboxes and web pages saved as mails (MHTML). Read `eml.py` first."""
