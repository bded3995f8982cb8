"""Saved web pages. Begin with `html`."""
