"""PDFs with a text layer: from characters with boxes to an article.

In goes a file's bytes, out come readings. The way of a page: `pdfium` gives its words with their
boxes, `margins` takes running heads and page numbers away, `columns` puts the rest in reading
order, `paragraphs` makes paragraphs of the lines, `kinds` says which of them are no article, `head`
finds title, byline and date, `building` writes the text and the map. Begin with `pdf`.
"""
