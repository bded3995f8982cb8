"""Reading: a path goes in, documents come out.

Each format has a module (`plain`, `jsonl`, `html`). Begin with `reports`, which chooses between them.
"""
