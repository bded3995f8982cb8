"""How the desk is reached: requests come in, answers go out, and what may not be asked is refused.

Begin with `server`, which opens and ends the desk, and `app`, which has its addresses. `guard` stands before
all of them, by the rules of `rules`.
"""
