"""The desk: a local page over a case, where people read, check and decide.

`server.py` opens it, `app.py` has its addresses; a module in `views/` makes each page, one in `api/`
answers what the pages' script asks. Nobody but this computer reaches it (`guard.py`).
"""
