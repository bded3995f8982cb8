"""The values: frozen, typed, standard library alone."""
