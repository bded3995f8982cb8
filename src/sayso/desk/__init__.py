"""The desk: a local page over a case, where people read, check and decide.

`serving` is how it is reached: `serving/server.py` opens it, `serving/app.py` has its addresses, and
nobody but this computer gets in (`serving/guard.py`). A module in `views` makes each page, one in `api`
answers what the pages' script asks. `work` is what goes on meanwhile.
"""
