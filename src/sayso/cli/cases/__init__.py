"""The commands on a case, one a file: thin shells over `sayso.case.case`.

Begin with `add`. `working` brings the engine and the case together, `options` has what several commands
share, `tables` fits rows to a terminal, `values` reads what a person types to decide.
"""
