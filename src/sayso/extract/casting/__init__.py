"""Who the speakers of a document are: names, noun phrases and pronouns, and which go together."""
