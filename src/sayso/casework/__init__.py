"""Work on a case, for the command line and for the desk: reports come in, are read, are compared.

It brings the engine and a case together. Read `working.py` first. `adding.py` takes in what a person
named, `telling.py` says what is told while the work is done, and `commands.py` writes commands as a person
can type them.
"""
