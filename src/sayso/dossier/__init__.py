"""The dossier: a comparison goes in, an HTML page for a reader comes out.

Begin with `page`, which lists all that the page shows. `wording` has the page's sentences, and
`templates/` its markup.
"""
