"""The command line, one command a file. Begin with `main`."""
