"""What the desk does while pages are answered, most of it in processes of its own.

Begin with `worker`: what comes in is read and compared. `child` is the process that does so, `orders` what
they say to each other. `listeners` tells open pages what happens; `handing` makes files to hand on.
"""
