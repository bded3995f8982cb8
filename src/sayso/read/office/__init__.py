"""Office files: documents of Word, tables of Excel. Begin with `docx` and `xlsx`."""
